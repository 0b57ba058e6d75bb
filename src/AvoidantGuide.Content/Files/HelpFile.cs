using System.Text.RegularExpressions;
using AvoidantGuide.Content.Markup;
using AvoidantGuide.Content.Texts;
using AvoidantGuide.Content.Yaml;
using static AvoidantGuide.Content.Texts.Patterns;

namespace AvoidantGuide.Content.Files;

internal sealed record HelpDraft(Help Help, Fragment Care);

/// <summary>help.yml: the safety note, the safety question, and help by country.</summary>
internal static partial class HelpFile
{
    public const string Path = "help.yml";

    private static readonly Dictionary<string, HelpFor> _for = new(StringComparer.Ordinal)
    {
        ["everyone"] = HelpFor.Everyone,
        ["abuse"] = HelpFor.Abuse,
        ["under-18"] = HelpFor.Under18,
        ["forced-marriage"] = HelpFor.ForcedMarriage,
        ["own-behaviour"] = HelpFor.OwnBehaviour,
    };

    public static HelpDraft? Read(SourceText file)
    {
        if (!Characters.Check(file) || YamlReader.Read(file, file.Text) is not { } root)
            return null;
        if (root is not YamlMap map)
        {
            file.Error(root.Line, root.Column, "AG112", "help.yml holds three fields: care, safety and countries.");
            return null;
        }

        var fields = new Fields(file, map, (1, 1));
        var (line, column) = fields.At("care");
        var note = fields.Text("care").Split('\n').Select(words => new SourceLine(line, column, words));
        var care = new MarkupReader(file).Blocks([.. note]);
        var safety = new SafetyQuestion("", "", "");
        if (fields.Map("safety") is { } asked)
        {
            safety = new SafetyQuestion(asked.Text("question"), asked.Text("person"), asked.Text("leave"));
            asked.Done();
        }

        var countries = Items(file, fields, "countries").Select(country => Country(file, country)).ToList();
        foreach (var again in countries.GroupBy(country => country.Id).Where(group => group.Count() > 1))
            fields.Wrong("countries", $"The country \"{again.Key}\" stands here twice. Keep one.");
        fields.Done();
        return new HelpDraft(new Help(care.Text, safety, countries), care);
    }

    private static Country Country(SourceText file, Fields fields)
    {
        var country = new Country(PageFields.Id(file, fields), fields.Text("name"), fields.Text("emergency"),
            [.. Items(file, fields, "services").Select(Service)]);
        fields.Done();
        return country;
    }

    private static HelpService Service(Fields fields)
    {
        var who = new List<HelpFor>();
        foreach (var word in fields.List("who"))
        {
            if (_for.TryGetValue(word.Value, out var value))
                who.Add(value);
            else
                fields.Wrong(word, $"\"who\" holds {string.Join(", ", _for.Keys)}, not \"{word.Value}\".{Nearest.Hint(word.Value, _for.Keys)}");
        }

        if (!fields.Has("who"))
            fields.Missing("who");
        var phone = fields.Optional("phone");
        if (phone is not null && !Phone().IsMatch(phone))
            fields.Wrong("phone", "A phone number is digits, spaces, hyphens and brackets, as people dial it.");
        var web = fields.Optional("web");
        if (web is not null && !(web.StartsWith("https://", StringComparison.Ordinal) && Links.LinkSyntax.Read(web, 1, 1, out _) is not null))
            fields.Wrong("web", "\"web\" is an https address.");
        var service = new HelpService(fields.Text("name"), fields.Text("for"), who, phone, fields.Optional("text"), web, fields.Date("checked"));
        if (phone is null && service.Text is null && web is null)
            fields.Missing("phone");
        fields.Done();
        return service;
    }

    private static IEnumerable<Fields> Items(SourceText file, Fields fields, string name)
    {
        switch (fields.Find(name))
        {
            case YamlList list when list.Items.All(item => item is YamlMap):
                return list.Items.Cast<YamlMap>().Select(map => new Fields(file, map, (map.Line, map.Column)));
            case null:
                fields.Missing(name);
                return [];
            case var other:
                fields.Wrong(other, $"\"{name}\" is a list; each item begins with \"- \" and holds fields.");
                return [];
        }
    }

    [GeneratedRegex(@"^\+?[0-9][0-9 ()-]*\z", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Phone();
}
