using System.Text.Encodings.Web;
using System.Text.Json;

namespace AvoidantGuide.Journal;

internal sealed class JsonExport : IAsyncDisposable
{
    private readonly Utf8JsonWriter _json;

    public JsonExport(Stream to, Preferences preferences)
    {
        _json = new Utf8JsonWriter(to, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        _json.WriteStartObject();
        // Neither site nor subject: the file lies about on a device that others may use. Nor when it was made: the same journal is the same file.
        _json.WriteString("format", "notes");
        _json.WriteNumber("version", JournalExport.Version);
        WriteSettings(preferences);
        _json.WriteStartArray("signs");
        foreach (var sign in preferences.Signs) WriteNamed(sign.Id, "words", sign.Words);
        _json.WriteEndArray();
        _json.WriteStartArray("people");
        foreach (var person in preferences.People) WriteNamed(person.Id, "alias", person.Alias);
        _json.WriteEndArray();
        _json.WriteStartArray("entries");
    }

    public async Task WriteAsync(Guid id, Entry entry, CancellationToken cancel)
    {
        _json.WriteStartObject();
        _json.WriteString("id", id);
        WriteHead(entry.Head);
        _json.WriteStartArray("answers");
        foreach (var answer in entry.Answers) Write(answer);
        _json.WriteEndArray();
        _json.WriteEndObject();
        await _json.FlushAsync(cancel);
    }

    public async Task EndAsync(int damaged, CancellationToken cancel)
    {
        _json.WriteEndArray();
        _json.WriteNumber("damaged", damaged);
        _json.WriteEndObject();
        await _json.FlushAsync(cancel);
    }

    public ValueTask DisposeAsync() => _json.DisposeAsync();

    private void WriteSettings(Preferences preferences)
    {
        _json.WriteStartObject("settings");
        _json.WriteNumber("idleMinutes", (int)preferences.Times.Idle.TotalMinutes);
        _json.WriteNumber("totalMinutes", (int)preferences.Times.Total.TotalMinutes);
        _json.WriteBoolean("spellcheck", preferences.Spellcheck);
        if (preferences.TimeZone is { } zone) _json.WriteString("timeZone", zone);
        else _json.WriteNull("timeZone");
        _json.WriteEndObject();
    }

    private void WriteHead(EntryHead head)
    {
        _json.WriteString("written", Utc(head.Written));
        if (head.Happened is { } happened) _json.WriteString("happened", happened.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"));
        else _json.WriteNull("happened");
        _json.WriteString("practice", head.Practice);
        _json.WriteNumber("practiceVersion", head.Version);
        _json.WriteStartObject("choices");
        foreach (var (prompt, chosen) in head.Choices)
        {
            _json.WriteStartArray(prompt);
            foreach (var id in chosen) _json.WriteStringValue(id);
            _json.WriteEndArray();
        }

        _json.WriteEndObject();
        _json.WriteStartObject("ratings");
        foreach (var (prompt, rating) in head.Ratings) _json.WriteNumber(prompt, rating);
        _json.WriteEndObject();
        if (head.Step is { } step) _json.WriteNumber("step", step);
        if (head.People is { } people) WritePeople(people);
        if (head.Pause is { } pause) WritePause(pause);
        if (head.Looks is { } looks) WriteLooks(looks);
    }

    private void WritePeople(IReadOnlyDictionary<string, Guid> people)
    {
        _json.WriteStartObject("people");
        foreach (var (prompt, person) in people) _json.WriteString(prompt, person);
        _json.WriteEndObject();
    }

    private void WritePause(PauseTimes pause)
    {
        _json.WriteStartObject("pause");
        _json.WriteString("begun", Utc(pause.Begun));
        if (pause.Until is { } until) _json.WriteString("until", Utc(until));
        if (pause.Opened is { } opened) _json.WriteString("opened", Utc(opened));
        _json.WriteEndObject();
    }

    private void WriteLooks(IReadOnlyList<Look> looks)
    {
        _json.WriteStartArray("looks");
        foreach (var look in looks)
        {
            _json.WriteStartObject();
            _json.WriteString("at", Utc(look.At));
            _json.WriteNumber("day", look.Day);
            if (look.Rating is { } rating) _json.WriteNumber("rating", rating);
            else _json.WriteNull("rating");
            _json.WriteBoolean("closed", look.Closed);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteNamed(Guid id, string name, string value)
    {
        _json.WriteStartObject();
        _json.WriteString("id", id);
        _json.WriteString(name, value);
        _json.WriteEndObject();
    }

    private void Write(Answer answer)
    {
        _json.WriteStartObject();
        _json.WriteString("prompt", answer.Prompt);
        _json.WriteString("kind", answer.Kind);
        _json.WriteString("asked", answer.Asked);
        _json.WriteStartArray("chosen");
        foreach (var chosen in answer.Chosen)
        {
            _json.WriteStartObject();
            _json.WriteString("id", chosen.Id);
            _json.WriteString("label", chosen.Label);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteString("text", answer.Text);
        if (answer.Rating is { } rating) _json.WriteNumber("rating", rating);
        else _json.WriteNull("rating");
        _json.WriteEndObject();
    }

    // Fractions only where there are any: entries of the same second keep their order.
    private static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'");
}
