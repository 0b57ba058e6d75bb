using AvoidantGuide.Content;

namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>The question that comes before a practice, and what goes on behind it.</summary>
public sealed record SafetyForm(Practice Practice, SafetyQuestion Asked)
{
    /// <summary>Where the question was passed by.</summary>
    public bool Missing { get; init; }

    /// <summary>Whether the person goes on although it has been enough.</summary>
    public bool Anyway { get; init; }

    /// <summary>What was typed before the question had to be asked, or where it leads back to.</summary>
    public IEnumerable<(string Name, string Value)> CarriedOn { get; init; } = [];

    public string Question => Practice.Prompts.Any(prompt => prompt.Kind == PromptKind.Person) ? Asked.Person : Asked.Question;

    public static IEnumerable<(string Name, string Value)> Carried(EntryForm form) =>
        form.Fields.Where(field => field.Key is not ("practice" or "safety")).SelectMany(field => field.Value.Select(value => (field.Key, value)));
}
