using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace AvoidantGuide.Journal;

/// <summary>Reads the JSON of an export entry by entry, however it is cut on its way here. What it does not know it passes over.</summary>
internal sealed class JsonImport(PipeReader pipe)
{
    /// <summary>Bytes of one value. The longest entry has a fraction of it.</summary>
    private const int Longest = 2 * 1024 * 1024;

    private readonly List<ExportedEntry> _found = [];
    private JsonReaderState _state;
    private long _worthwhile;
    private string? _format;
    private int? _version;
    private bool _begun;
    private bool _ended;
    private bool _inEntries;

    /// <summary>How many entries could not be read when the file was made. Like the other three, known once all entries are read.</summary>
    public int? Damaged { get; private set; }

    public ExportedSettings? Settings { get; private set; }

    public IReadOnlyList<OwnSign> Signs { get; private set; } = [];

    public IReadOnlyList<Person> People { get; private set; } = [];

    /// <exception cref="ImportException" />
    public async IAsyncEnumerable<ExportedEntry> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var count = 0;
        while (true)
        {
            var read = await pipe.ReadAsync(cancel);
            if (!read.IsCompleted && read.Buffer.Length < _worthwhile)
            {
                pipe.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }

            var taken = Take(read.Buffer, read.IsCompleted, count);
            // What is not whole yet is looked at again when there is twice as much of it: a trickle costs no more than a flood.
            _worthwhile = 2 * read.Buffer.Slice(taken).Length;
            pipe.AdvanceTo(taken, read.Buffer.End);
            foreach (var entry in _found) yield return entry;
            count += _found.Count;
            _found.Clear();
            if (read.IsCompleted) break;
        }

        if (_format != "notes") throw new ImportException(ImportFault.NotNotes);
        if (!_ended || Damaged is null) throw new ImportException(ImportFault.CutOff);
    }

    private SequencePosition Take(ReadOnlySequence<byte> bytes, bool final, int before)
    {
        var reader = new Utf8JsonReader(bytes, final, _state);
        try
        {
            while (!_ended)
            {
                var again = reader;
                if (Step(ref reader)) continue;
                reader = again;
                break;
            }

            if (_ended && reader.Read()) throw new ImportException(ImportFault.Damaged);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or FormatException)
        {
            if (_format is null && !_inEntries) throw new ImportException(ImportFault.NotNotes);
            if (final && !_ended && IsWhole(bytes)) throw new ImportException(ImportFault.CutOff);
            throw new ImportException(ImportFault.Damaged, _inEntries ? before + _found.Count + 1 : null);
        }

        if (bytes.Length - reader.BytesConsumed > Longest) throw new ImportException(ImportFault.TooLong, _inEntries ? before + _found.Count + 1 : null);
        _state = reader.CurrentState;
        return reader.Position;

        // Nothing wrong but that it stops.
        bool IsWhole(ReadOnlySequence<byte> all)
        {
            var open = new Utf8JsonReader(all, isFinalBlock: false, _state);
            try
            {
                while (open.Read())
                {
                    // On to the end.
                }

                return true;
            }
            catch (JsonException)
            {
                return false;
            }
        }
    }

    /// <summary>One member or one entry; false when it is not all here yet.</summary>
    private bool Step(ref Utf8JsonReader reader)
    {
        if (!reader.Read()) return false;
        if (!_begun)
        {
            if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException();
            return _begun = true;
        }

        if (_inEntries)
        {
            if (reader.TokenType == JsonTokenType.EndArray)
            {
                _inEntries = false;
                return true;
            }

            if (!Whole(ref reader, JournalJson.Plain.ExportedEntry, out var entry)) return false;
            _found.Add(entry ?? throw new JsonException());
            return true;
        }

        if (reader.TokenType == JsonTokenType.EndObject) return _ended = true;
        return Member(ref reader);
    }

    private bool Member(ref Utf8JsonReader reader)
    {
        var name = reader.GetString();
        if (!reader.Read()) return false;
        switch (name)
        {
            case "format":
                _format = reader.TokenType == JsonTokenType.String && reader.GetString() == "notes" ? "notes" : throw new ImportException(ImportFault.NotNotes);
                return true;
            case "version":
                _version = reader.GetInt32();
                return _version == JournalExport.Version ? true : throw new ImportException(_version > JournalExport.Version ? ImportFault.Newer : ImportFault.NotNotes);
            case "damaged":
                Damaged = reader.GetInt32();
                return true;
            case "entries":
                if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException();
                // What kind of file it is comes first: entries of another kind would be read as if they were ours.
                if (_format is null || _version is null) throw new ImportException(ImportFault.NotNotes);
                return _inEntries = true;
            case "settings":
                if (!Whole(ref reader, JournalJson.Plain.ExportedSettings, out var settings)) return false;
                Settings = settings;
                return true;
            case "signs":
                if (!Whole(ref reader, JournalJson.Plain.IReadOnlyListOwnSign, out var signs)) return false;
                Signs = signs ?? throw new JsonException();
                return true;
            case "people":
                if (!Whole(ref reader, JournalJson.Plain.IReadOnlyListPerson, out var people)) return false;
                People = people ?? throw new JsonException();
                return true;
            default:
                return reader.TrySkip();
        }
    }

    private static bool Whole<T>(ref Utf8JsonReader reader, JsonTypeInfo<T> type, out T? value)
    {
        value = default;
        var from = reader;
        if (!reader.TrySkip()) return false;
        value = JsonSerializer.Deserialize(ref from, type);
        return true;
    }
}
