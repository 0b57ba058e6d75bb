using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AvoidantGuide.Journal;

/// <summary>What is inside the blobs.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EntryHead))]
[JsonSerializable(typeof(IReadOnlyList<Answer>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, Guid>))]
[JsonSerializable(typeof(PauseTimes))]
[JsonSerializable(typeof(IReadOnlyList<Look>))]
[JsonSerializable(typeof(Preferences))]
[JsonSerializable(typeof(ExportedEntry))]
[JsonSerializable(typeof(ExportedSettings))]
[JsonSerializable(typeof(IReadOnlyList<OwnSign>))]
[JsonSerializable(typeof(IReadOnlyList<Person>))]
internal sealed partial class JournalJson : JsonSerializerContext
{
    // Never put into HTML, so that letters of every script may stand as they are.
    public static JournalJson Plain { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
