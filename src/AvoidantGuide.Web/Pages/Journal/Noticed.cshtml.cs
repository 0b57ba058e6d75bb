using AvoidantGuide.Content;
using AvoidantGuide.Journal;
using AvoidantGuide.Web.Components.Journal;
using AvoidantGuide.Web.Pages.Journal.Pattern;
using Microsoft.AspNetCore.Mvc;

namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>
/// "What I've noticed": a person's own pattern, never more than their entries can carry. Never computed: any number about
/// a person; a type, level, progress or verdict; cause, prediction or danger.
/// </summary>
public sealed class NoticedModel(JournalDoor door, Guide guide) : OpenJournalPage(door)
{
    /// <summary>Below this there are no figures, only the person's own words.</summary>
    public const int ForCounts = 10;

    /// <summary>From this on, quarters stand side by side.</summary>
    public const int ForQuarters = 60;

    public int Count { get; private set; }

    public IReadOnlyList<OwnSign> Signs => Preferences.Signs;

    public Sentences Sentences { get; private set; } = null!;

    public IReadOnlyList<Counts> Lists { get; private set; } = [];

    public Pulls? Pulls { get; private set; }

    public Quarters? Quarters { get; private set; }

    public Counts? Instead { get; private set; }

    /// <summary>The sign whose moments are looked at more closely, and those moments.</summary>
    public Around? Around { get; private set; }

    /// <summary>The signs that can be looked at more closely.</summary>
    public IReadOnlyList<CountLine> Choices => Lists.FirstOrDefault(list => list.Title == "What I noticed")?.Lines ?? [];

    public async Task OnGetAsync() => await LoadAsync(null);

    /// <param name="sign">Posted, so that no address says which.</param>
    /// <param name="remove">A sign of the person's own that they want no more. Entries keep what was chosen then.</param>
    public async Task OnPostAsync(string? sign, Guid? remove)
    {
        if (remove is { } own) Preferences = await Mine.ChangePreferencesAsync(now => now with { Signs = [.. now.Signs.Where(kept => kept.Id != own)] }, CancellationToken.None);
        await LoadAsync(sign);
    }

    private async Task LoadAsync(string? sign)
    {
        var cancel = HttpContext.RequestAborted;
        var moments = Moment.All(await Mine.ListAsync(cancel), guide, Preferences);
        Count = moments.Count;
        Sentences = await Sentences.ReadAsync(Mine, moments, guide, cancel);
        if (Count < ForCounts) return;
        Lists = CountFigures.Of(moments, Preferences);
        Pulls = PullFigure.Of(moments);
        if (Choices.FirstOrDefault(choice => choice.Choice == sign) is { } chosen) Around = Around.Of(chosen, moments, Preferences);
        if (Count < ForQuarters) return;
        Quarters = QuarterFigure.Of(moments);
        Instead = CountFigures.Instead(moments, Preferences);
    }
}
