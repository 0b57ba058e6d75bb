using System.Globalization;
using AvoidantGuide.Content;
using AvoidantGuide.Journal;
using AvoidantGuide.Web.Components.Journal;

namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>An entry as the fields of its form, and back.</summary>
public static class EntryFields
{
    private static readonly string[] _moments = ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd"];
    private static readonly string[] _single = ["practice", "entry", "revision", "for", "begun", "prompt", "number", "at", "safety", "happened"];

    /// <summary>The fields of an entry's form among those that were posted, with line ends as they are everywhere else.</summary>
    public static IReadOnlyDictionary<string, string[]> From(IFormCollection form) => form
        .Where(field => _single.Contains(field.Key)
            || field.Key.StartsWith("text-", StringComparison.Ordinal)
            || field.Key.StartsWith("choice-", StringComparison.Ordinal)
            || field.Key.StartsWith("rating-", StringComparison.Ordinal)
            || field.Key.StartsWith("sign-", StringComparison.Ordinal))
        .ToDictionary(field => field.Key, field => field.Value.Select(value => (value ?? "").ReplaceLineEndings("\n")).ToArray());

    /// <summary>The person's own words among the fields, for a page that has no form to put them into.</summary>
    public static IReadOnlyList<string> Texts(IReadOnlyDictionary<string, string[]> fields) =>
        [.. fields.Where(field => field.Key.StartsWith("text-", StringComparison.Ordinal)).SelectMany(field => field.Value).Where(text => !string.IsNullOrWhiteSpace(text))];

    public static IReadOnlyDictionary<string, string[]> From(Entry entry, Guid id, long revision)
    {
        var fields = new Dictionary<string, string[]>
        {
            ["practice"] = [entry.Head.Practice],
            ["entry"] = [id.ToString("N")],
            ["revision"] = [revision.ToString(CultureInfo.InvariantCulture)],
            ["happened"] = [entry.Head.Happened?.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture) ?? ""],
        };
        foreach (var answer in entry.Answers)
        {
            fields["text-" + answer.Prompt] = [answer.Text];
            if (entry.Head.People?.TryGetValue(answer.Prompt, out var person) == true)
                fields["choice-" + answer.Prompt] = [person.ToString("N")];
            else if (answer.Kind == PromptKinds.Name(PromptKind.Scale))
                fields["rating-" + answer.Prompt] = [answer.Rating?.ToString(CultureInfo.InvariantCulture) ?? (answer.Chosen.Count > 0 ? answer.Chosen[0].Id : "")];
            else
                fields["choice-" + answer.Prompt] = [.. answer.Chosen.Select(chosen => chosen.Id)];
        }

        return fields;
    }

    /// <summary>An entry's fields with what one step of its flow put into one prompt.</summary>
    public static IReadOnlyDictionary<string, string[]> With(this IReadOnlyDictionary<string, string[]> entry, string prompt, IReadOnlyDictionary<string, string[]> step)
    {
        string[] names = ["begun", "number", .. step.ContainsKey("happened") ? ["happened"] : Array.Empty<string>(), "text-" + prompt, "choice-" + prompt, "rating-" + prompt, "sign-" + prompt];
        return entry.Where(field => !names.Contains(field.Key)).Concat(step.Where(field => names.Contains(field.Key))).ToDictionary();
    }

    public static Answer Answer(Prompt prompt, PromptInput value)
    {
        if (prompt.Kind == PromptKind.Person) return new Answer(prompt.Id, PromptKinds.Name(prompt.Kind), prompt.Title, [], OwnLists.Alias(prompt, value), null);
        Chosen[] chosen = prompt.Kind == PromptKind.Scale
            ? value.Rating == Choice.CannotTell.Id ? [new Chosen(Choice.CannotTell.Id, Choice.CannotTell.Label)] : []
            : [.. prompt.Choices.Where(choice => value.Chosen.Contains(choice.Id)).Select(choice => new Chosen(choice.Id, choice.Label))];
        return new Answer(prompt.Id, PromptKinds.Name(prompt.Kind), prompt.Title, chosen, value.Text, Rating(value.Rating));
    }

    public static int? Rating(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rating) && rating is >= 0 and <= 10 ? rating : null;

    /// <summary>A day and perhaps a time, in the person's own clock. Null where there is none, or none in living memory.</summary>
    public static DateTime? Moment(string text) =>
        DateTime.TryParseExact(text.Trim(), _moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) && moment.Year is >= 1900 and < 2200 ? moment : null;
}
