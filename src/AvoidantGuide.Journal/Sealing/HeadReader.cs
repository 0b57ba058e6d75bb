using System.Text;
using System.Text.Json;

namespace AvoidantGuide.Journal;

/// <summary>
/// Reads many heads as the serializer would, with less memory: ids of practices, prompts and choices are the guide's, few,
/// and the same in thousands of heads, so each is one string. Words never stand in a head.
/// </summary>
internal sealed class HeadReader
{
    private const int MostNames = 4_096;
    private const int LongestName = 64;
    private readonly Dictionary<int, string> _names = [];
    private readonly List<string> _keys = [];
    private readonly List<string> _chosen = [];
    private readonly List<IReadOnlyList<string>> _lists = [];
    private readonly List<int> _numbers = [];

    /// <exception cref="JsonException">It is no head.</exception>
    public EntryHead Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        Take(ref reader, JsonTokenType.StartObject);
        var written = default(DateTimeOffset);
        DateTime? happened = null;
        var (practice, version) = ("", 0);
        var (choices, ratings) = (SmallMap<IReadOnlyList<string>>.Empty, SmallMap<int>.Empty);
        int? step = null;
        IReadOnlyDictionary<string, Guid>? people = null;
        PauseTimes? pause = null;
        IReadOnlyList<Look>? looks = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = Name(ref reader);
            reader.Read();
            switch (name)
            {
                case "written": written = reader.GetDateTimeOffset(); break;
                case "happened": happened = reader.TokenType == JsonTokenType.Null ? null : reader.GetDateTime(); break;
                case "practice": practice = Name(ref reader); break;
                case "version": version = reader.GetInt32(); break;
                case "choices": choices = Choices(ref reader); break;
                case "ratings": ratings = Ratings(ref reader); break;
                case "step": step = reader.GetInt32(); break;
                case "people": people = JsonSerializer.Deserialize(ref reader, JournalJson.Plain.IReadOnlyDictionaryStringGuid); break;
                case "pause": pause = JsonSerializer.Deserialize(ref reader, JournalJson.Plain.PauseTimes); break;
                case "looks": looks = JsonSerializer.Deserialize(ref reader, JournalJson.Plain.IReadOnlyListLook); break;
                default: reader.Skip(); break;
            }
        }

        return new EntryHead(written, happened, practice, version, choices, ratings) { Step = step, People = people, Pause = pause, Looks = looks };
    }

    private SmallMap<IReadOnlyList<string>> Choices(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.StartObject);
        _keys.Clear();
        _lists.Clear();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            _keys.Add(Name(ref reader));
            Take(ref reader, JsonTokenType.StartArray);
            _chosen.Clear();
            while (reader.Read() && reader.TokenType == JsonTokenType.String) _chosen.Add(Name(ref reader));
            _lists.Add([.. _chosen]);
        }

        return _keys.Count == 0 ? SmallMap<IReadOnlyList<string>>.Empty : new([.. _keys], [.. _lists]);
    }

    private SmallMap<int> Ratings(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.StartObject);
        _keys.Clear();
        _numbers.Clear();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            _keys.Add(Name(ref reader));
            reader.Read();
            _numbers.Add(reader.GetInt32());
        }

        return _keys.Count == 0 ? SmallMap<int>.Empty : new([.. _keys], [.. _numbers]);
    }

    private string Name(ref Utf8JsonReader reader)
    {
        if (reader.HasValueSequence || reader.ValueIsEscaped || reader.ValueSpan.Length > LongestName) return reader.GetString() ?? throw new JsonException();
        var hash = new HashCode();
        hash.AddBytes(reader.ValueSpan);
        var key = hash.ToHashCode();
        if (_names.TryGetValue(key, out var known) && Same(known, reader.ValueSpan)) return known;
        var name = reader.GetString() ?? throw new JsonException();
        if (_names.Count < MostNames) _names[key] = name;
        return name;
    }

    private static bool Same(string known, ReadOnlySpan<byte> utf8)
    {
        Span<byte> bytes = stackalloc byte[LongestName * 3];
        return known.Length <= LongestName && Encoding.UTF8.TryGetBytes(known, bytes, out var length) && bytes[..length].SequenceEqual(utf8);
    }

    private static void Take(ref Utf8JsonReader reader, JsonTokenType type)
    {
        if (!reader.Read()) throw new JsonException();
        Expect(ref reader, type);
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType type)
    {
        if (reader.TokenType != type) throw new JsonException();
    }
}
