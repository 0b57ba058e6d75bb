using AvoidantGuide.Content;
using AvoidantGuide.Journal;

namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>"Small steps": what was expected beside what it was, one line a step, and nothing added up.</summary>
public sealed class SmallStepsModel(JournalDoor door, Guide guide) : OpenJournalPage(door)
{
    /// <summary>The newest steps, as many as are shown.</summary>
    public const int Most = 50;

    public IReadOnlyList<SmallStep> Steps { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var practices = guide.Practices.Where(practice => practice.Prompts.Any(prompt => prompt.SuggestsSmaller)).ToDictionary(practice => practice.Id, StringComparer.Ordinal);
        var steps = new List<SmallStep>();
        var listed = (await Mine.ListAsync(HttpContext.RequestAborted)).Where(entry => entry.Head is { Step: null } head && practices.ContainsKey(head.Practice)).Take(Most).Select(entry => entry.Id).ToList();
        var read = await Mine.ReadAsync(listed, HttpContext.RequestAborted);
        foreach (var id in listed.Where(read.ContainsKey))
        {
            var entry = read[id];
            var prompts = practices[entry.Head.Practice].Prompts;
            steps.Add(new SmallStep(
                id,
                EntryRows.When(entry.Head, Preferences),
                Text(entry, prompts.FirstOrDefault(prompt => prompt is { Kind: PromptKind.Text, Needed: true })),
                Rating(entry, prompts.FirstOrDefault(prompt => prompt.SuggestsSmaller)),
                Rating(entry, prompts.FirstOrDefault(prompt => prompt is { Kind: PromptKind.Scale, Later: true })),
                Chosen(entry, prompts.FirstOrDefault(prompt => prompt is { Kind: PromptKind.OneOf, Needed: true, Later: true }))));
        }

        Steps = steps;
    }

    private static string Text(Entry entry, Prompt? prompt) => entry.Answers.FirstOrDefault(answer => answer.Prompt == prompt?.Id)?.Text ?? "";

    private static string Rating(Entry entry, Prompt? prompt) => prompt is not null && entry.Head.Ratings.TryGetValue(prompt.Id, out var rating) ? $"{rating}" : "–";

    private static string Chosen(Entry entry, Prompt? prompt) =>
        entry.Answers.FirstOrDefault(answer => answer.Prompt == prompt?.Id) is { Chosen.Count: > 0 } answer ? string.Join(", ", answer.Chosen.Select(chosen => chosen.Label)) : "–";
}

public sealed record SmallStep(Guid Entry, string When, string Words, string Expected, string Was, string Done)
{
    public override string ToString() => nameof(SmallStep);
}
