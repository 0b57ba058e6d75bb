using AvoidantGuide.Content;
using AvoidantGuide.Journal;

namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>Twenty seconds on the journal's first page.</summary>
/// <param name="Enough">What is said when it was done often enough for a day; null before that.</param>
public sealed record Capture(EntryForm Form, string? Enough)
{
    /// <summary>The practice it is.</summary>
    public const string Id = "capture";

    public static Capture? In(Guide guide, Preferences preferences, IReadOnlyList<ListedEntry> entries, DateTimeOffset now, Guid journal)
    {
        if (guide.PracticeNamed(Id) is not { } practice) return null;
        var form = EntryForm.New(practice, new Dictionary<string, string[]>(), preferences);
        form.Journal = journal;
        return new Capture(form, Had(practice, entries, now) ? practice.Rest!.Say : null);
    }

    /// <summary>Whether a practice was done so often within 24 hours that once more may not help.</summary>
    public static bool Had(Practice practice, IReadOnlyList<ListedEntry> entries, DateTimeOffset now) => practice.Rest is { } rest
        && entries.Count(entry => entry.Head is { Step: not 1 } head && head.Practice == practice.Id && head.Written > now - TimeSpan.FromHours(24)) >= rest.After;
}
