using AvoidantGuide.Content;
using AvoidantGuide.Journal;
using AvoidantGuide.Web.Components.Journal;
using AvoidantGuide.Web.Pages.Journal.Pattern;
using Microsoft.AspNetCore.Mvc;

namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>Finds entries by words, practice, choice, person and day. Posted, decrypted in the request, and never in an address.</summary>
[IgnoreAntiforgeryToken] // It changes nothing; where a post comes from is checked for every post.
public sealed class FindModel(JournalDoor door, Guide guide) : OpenJournalPage(door)
{
    /// <summary>Entries on one page of results.</summary>
    public const int Most = 200;

    public string Text { get; private set; } = "";

    public string Practice { get; private set; } = "";

    public string Choice { get; private set; } = "";

    public string Person { get; private set; } = "";

    public DateOnly? From { get; private set; }

    public DateOnly? Until { get; private set; }

    /// <summary>The figure that counted what was chosen, and what it calls it; null: whatever it was chosen for.</summary>
    public string? List { get; private set; }

    public string? Label { get; private set; }

    /// <summary>Only entries that say how strong it was, as a figure counts them.</summary>
    public bool Rated { get; private set; }

    public string? Problem { get; private set; }

    /// <summary>Null until something was asked for.</summary>
    public IReadOnlyList<EntryRow>? Rows { get; private set; }

    public bool More { get; private set; }

    public IReadOnlyList<Practice> Practices => guide.Practices;

    /// <summary>The person's own signs, then every list of the guide.</summary>
    public IEnumerable<(string Id, string Label)> Choices =>
        Preferences.Signs.Select(sign => (OwnLists.Own + sign.Id.ToString("N"), sign.Words)).Concat(guide.Signs.Select(sign => (sign.Id, sign.Label)));

    public void OnGet()
    {
        // The empty form.
    }

    public async Task OnPostAsync(string? text, string? practice, string? choice, string? person, string? from, string? until, bool rated, string? list, string? label)
    {
        (Rated, List, Label) = (rated, list, label);
        (Text, Practice, Choice, Person) = ((text ?? "").Trim(), practice ?? "", choice ?? "", person ?? "");
        (From, Until) = (Days.Read(from), Days.Read(until));
        if ((from is { Length: > 0 } && From is null) || (until is { Length: > 0 } && Until is null))
        {
            Problem = Days.Wrong;
            return;
        }

        if (From > Until) (From, Until) = (Until, From);
        var found = new List<EntryRow>();
        if (Text.Length == 0)
        {
            foreach (var entry in await Mine.ListAsync(HttpContext.RequestAborted))
            {
                if (entry.Head is { } head && Fits(head)) Add(found, entry);
                if (More) break;
            }
        }
        else
        {
            await foreach (var (listed, entry) in Mine.ReadAllAsync(HttpContext.RequestAborted))
            {
                if (Fits(entry.Head) && Says(entry)) Add(found, listed);
                if (More) break;
            }
        }

        Rows = found;
    }

    private void Add(List<EntryRow> found, ListedEntry entry)
    {
        if (found.Count == Most) More = true;
        else found.Add(EntryRows.Row(entry, guide, Preferences));
    }

    private bool Fits(EntryHead head) =>
        (head.Step is null || (List is null && !Rated))
            && (!Rated || (QuarterFigure.Strength(guide.PracticeNamed(head.Practice)) is { } scale && head.Ratings.ContainsKey(scale.Id)))
            && (Practice.Length == 0 || head.Practice == Practice)
            && (Choice.Length == 0 || (List is null ? head.Choices.Values.Any(chosen => chosen.Contains(Choice)) : CountFigures.Holds(List, Choice, head, guide.PracticeNamed(head.Practice))))
            && (Person.Length == 0 || (Guid.TryParse(Person, out var person) && head.People?.Values.Contains(person) == true))
            && Days.Hold(From, Until, EntryRows.Moment(head, Preferences));

    private bool Says(Entry entry) => entry.Answers.Any(answer =>
        answer.Text.Contains(Text, StringComparison.CurrentCultureIgnoreCase) || answer.Chosen.Any(chosen => chosen.Label.Contains(Text, StringComparison.CurrentCultureIgnoreCase)));
}
