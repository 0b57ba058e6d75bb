using System.Globalization;
using AvoidantGuide.Content;
using AvoidantGuide.Journal;
using AvoidantGuide.Web.Components.Journal;
using Microsoft.AspNetCore.Mvc;

namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>Entries on paper, for a therapist or oneself, with whatever should not be there left out. Posted: no address says what was chosen.</summary>
public sealed class PrintModel(JournalDoor door, Guide guide) : OpenJournalPage(door)
{
    /// <summary>Entries on one sheet: more is a book, and the whole of it waits in memory for the printer.</summary>
    public const int Most = 500;

    /// <summary>The field of every question that the guide does not ask any more.</summary>
    public const string NoLongerAsked = "earlier";

    /// <summary>What can be left out, by practice.</summary>
    public IReadOnlyList<PrintedPractice> Practices { get; private set; } = [];

    public string? Problem { get; private set; }

    /// <summary>The fields to print, once they were chosen; null: all.</summary>
    public IReadOnlySet<string>? Chosen { get; private set; }

    public DateOnly? From { get; private set; }

    public DateOnly? Until { get; private set; }

    /// <summary>What is to be printed, oldest first; null: the form.</summary>
    public IReadOnlyList<PrintedEntry>? Sheet { get; private set; }

    /// <summary>Whether there was more than one sheet holds.</summary>
    public bool More { get; private set; }

    public async Task OnGetAsync() => Practices = Offered(await Mine.ListAsync(HttpContext.RequestAborted));

    /// <param name="field">Those to print: <c>when</c>, and <c>practice/prompt</c>.</param>
    public async Task<IActionResult> OnPostAsync(string? from, string? until, string[]? field)
    {
        (From, Until, Chosen) = (Days.Read(from), Days.Read(until), (field ?? []).ToHashSet(StringComparer.Ordinal));
        if ((from is { Length: > 0 } && From is null) || (until is { Length: > 0 } && Until is null))
        {
            await OnGetAsync();
            Problem = Days.Wrong;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        if (From > Until) (From, Until) = (Until, From);
        Sheet = await ReadAsync(Chosen);
        return Page();
    }

    private async Task<IReadOnlyList<PrintedEntry>> ReadAsync(IReadOnlySet<string> fields)
    {
        var sheet = new List<PrintedEntry>();
        await foreach (var (_, entry) in Mine.ReadAllAsync(HttpContext.RequestAborted))
        {
            var when = EntryRows.Moment(entry.Head, Preferences);
            if (entry.Head.Step is not null || !Days.Hold(From, Until, when)) continue;
            var practice = guide.PracticeNamed(entry.Head.Practice);
            Answer[] left = [.. entry.Answers.Where(answer => AnswersView.IsAnswered(answer) && fields.Contains(Field(entry.Head.Practice, practice, answer.Prompt)))];
            if (left.Length == 0) continue;
            if (More = sheet.Count == Most) break;
            sheet.Add(new PrintedEntry(practice?.Title ?? "An earlier practice", fields.Contains("when") ? EntryRows.Say(when) : null, entry with { Answers = left }));
        }

        sheet.Reverse();
        return sheet;
    }

    private IReadOnlyList<PrintedPractice> Offered(IReadOnlyList<ListedEntry> entries) =>
    [
        .. entries.Select(entry => entry.Head).OfType<EntryHead>().Where(head => head.Step is null)
            .Select(head => head.Practice).Distinct(StringComparer.Ordinal)
            .Select(guide.PracticeNamed).OfType<Practice>().OrderBy(practice => practice.Order)
            .Select(practice => new PrintedPractice(practice.Title, [.. practice.Prompts.Where(prompt => prompt.Kind != PromptKind.Pause).Select(prompt => ($"{practice.Id}/{prompt.Id}", prompt.Title))])),
    ];

    private static string Field(string id, Practice? practice, string prompt) =>
        practice?.Prompts.Any(known => known.Id == prompt) == true ? $"{id}/{prompt}" : NoLongerAsked;
}

/// <param name="Fields">The name of each field, and its question.</param>
public sealed record PrintedPractice(string Title, IReadOnlyList<(string Name, string Question)> Fields);

public sealed record PrintedEntry(string Practice, string? When, Entry Entry)
{
    public override string ToString() => nameof(PrintedEntry);
}
