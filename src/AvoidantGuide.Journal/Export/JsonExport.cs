using System.Text.Encodings.Web;
using System.Text.Json;

namespace AvoidantGuide.Journal;

internal sealed class JsonExport : IAsyncDisposable
{
    private readonly Utf8JsonWriter _json;

    public JsonExport(Stream to, DateTimeOffset now)
    {
        _json = new Utf8JsonWriter(to, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        _json.WriteStartObject();
        // Neither site nor subject: the file lies about on a device that others may use.
        _json.WriteString("format", "notes");
        _json.WriteNumber("version", JournalExport.Version);
        _json.WriteString("exported", Utc(now));
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

    private void WriteHead(EntryHead head)
    {
        _json.WriteString("written", Utc(head.Written));
        if (head.Happened is { } happened) _json.WriteString("happened", happened.ToString("yyyy-MM-dd'T'HH:mm:ss"));
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

    private static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
}
