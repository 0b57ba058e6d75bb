using System.Text.Json.Nodes;

namespace AvoidantGuide.Journal.Tests.Import;

/// <summary>A file that is still JSON, and says something else in one or two places.</summary>
internal static class JsonSlips
{
    private const string Place = "\"the place of a value\"";

    public static string Changed(System.Random random, string json, IReadOnlyList<string> values)
    {
        for (var times = random.Next(1, 3); times > 0; times--)
        {
            var root = JsonNode.Parse(json)!;
            var places = Below(root).ToList();
            var node = places[random.Next(places.Count)];
            switch (random.Next(4))
            {
                case 0 when node.Parent is JsonObject parent:
                    parent.Remove(node.GetPropertyName());
                    break;
                case 1 when node.Parent is JsonArray list:
                    list.Insert(random.Next(list.Count + 1), node.DeepClone());
                    break;
                default:
                    node.ReplaceWith(JsonValue.Create("the place of a value"));
                    break;
            }

            // Some of the values are none that a tree of JSON could hold.
            json = root.ToJsonString();
            var at = json.IndexOf(Place, StringComparison.Ordinal);
            if (at < 0) continue;
            json = json.Remove(at, Place.Length).Insert(at, values[random.Next(values.Count)]);
            if (!IsRead(json)) return json;
        }

        return json;
    }

    private static bool IsRead(string json)
    {
        try
        {
            return JsonNode.Parse(json) is JsonObject node && node.ToJsonString().Length > 0 && Below(node).Any();
        }
        catch (Exception none) when (none is System.Text.Json.JsonException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    private static IEnumerable<JsonNode> Below(JsonNode node) => (node switch
    {
        JsonObject members => members.Select(member => member.Value),
        JsonArray items => items,
        _ => Enumerable.Empty<JsonNode?>(),
    }).OfType<JsonNode>().SelectMany(child => Below(child).Prepend(child));
}
