using AvoidantGuide.Content;
using AvoidantGuide.Journal;
using AvoidantGuide.Web.Pages.Journal;
using AvoidantGuide.Web.Pages.Journal.Pattern;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;

namespace AvoidantGuide.Web.Tests.Pages.Journal.Pattern;

/// <summary>Every figure equals one computed another way, over random journals; none appears below its threshold.</summary>
public sealed class FiguresTests(Site site) : IClassFixture<Site>
{
    private const int Runs = 150;
    private static readonly DateTimeOffset _start = new(2026, 1, 1, 6, 0, 0, TimeSpan.Zero);

    private Guide Guide => site.Services.GetRequiredService<Guide>();

    [Fact]
    public void Counts_are_what_counting_by_hand_gives() => Check(journal =>
    {
        var shown = CountFigures.Of(Moments(journal), Preferences.Default);
        foreach (var list in shown)
        {
            foreach (var line in list.Lines)
            {
                var with = journal.Where(head => head.Choices.Any(pair => Asks(head, pair.Key, list.Title) && pair.Value.Contains(line.Choice))).ToList();
                Assert.Equal(with.Count, line.Count);
                Assert.True(with.Count >= 5 && with.Select(head => head.Written.Date).Distinct().Count() >= 3);
            }

            Assert.Equal(journal.Count(head => head.Choices.Any(pair => Asks(head, pair.Key, list.Title) && pair.Value.Count > 0)), list.Of);
            Assert.All(list.Lines, line => Assert.True(line.Count <= list.Of));
            Assert.DoesNotContain(list.Lines, line => line.Choice is "other" or "cant-tell");
        }

        // What has enough behind it is there.
        foreach (var choice in journal.SelectMany(head => head.Choices.Where(pair => Title(head, pair.Key) is not null).SelectMany(pair => pair.Value.Select(id => (Title: Title(head, pair.Key)!, Id: id)))).Distinct())
        {
            var with = journal.Where(head => head.Choices.Any(pair => Title(head, pair.Key) == choice.Title && pair.Value.Contains(choice.Id))).ToList();
            var enough = choice.Id is not ("other" or "cant-tell") && with.Count >= 5 && with.Select(head => head.Written.Date).Distinct().Count() >= 3;
            Assert.Equal(enough, shown.Any(list => list.Title == choice.Title && list.Lines.Any(line => line.Choice == choice.Id)));
        }
    });

    [Fact]
    public void What_was_done_instead_counts_every_outcome_alike() => Check(journal =>
    {
        var outcomes = journal.Where(head => head.Practice == "slow-exit" && head.Choices.ContainsKey("outcome")).ToList();
        var expected = outcomes.GroupBy(head => head.Choices["outcome"].Single(), StringComparer.Ordinal)
            .Where(same => same.Key != "cant-tell" && same.Count() >= 5 && same.Select(head => head.Written.Date).Distinct().Count() >= 3)
            .ToDictionary(same => same.Key, same => same.Count());
        var shown = CountFigures.Instead(Moments(journal), Preferences.Default);
        Assert.Equal(expected, shown?.Lines.ToDictionary(line => line.Choice, line => line.Count) ?? []);
        if (shown is not null) Assert.Equal(outcomes.Count, shown.Of);
    });

    [Fact]
    public void Every_pull_is_there_once_and_none_below_five_on_three_days() => Check(journal =>
    {
        var pauses = journal.Where(head => head.Practice == "slow-exit").ToList();
        var rated = pauses.Where(head => head.Ratings.ContainsKey("pull") || head.Ratings.ContainsKey("pull-now")).ToList();
        var shown = PullFigure.Of(Moments(journal));
        if (rated.Count < 5 || rated.Select(head => head.Written.Date).Distinct().Count() < 3)
        {
            Assert.Null(shown);
            return;
        }

        Assert.Equal(
            rated.OrderByDescending(head => head.Written).Select(head => (Of(head, "pull"), Of(head, "pull-now"))),
            shown!.Dots.Select(dot => (dot.Before, dot.After)));
        Assert.Equal(pauses.Count - rated.Count, shown.CannotTell + shown.Skipped);
        Assert.Equal(pauses.Except(rated).Count(head => head.Choices.Where(pair => pair.Key is "pull" or "pull-now").Any(pair => pair.Value.Contains("cant-tell"))), shown.CannotTell);
    });

    [Fact]
    public void Quarters_hold_every_number_and_no_other() => Check(journal =>
    {
        var expected = journal
            .Select(head => (head, Rating: head.Practice switch { "slow-exit" => Of(head, "pull"), "capture" => Of(head, "strength"), _ => null }))
            .Where(pair => pair.Rating is not null)
            .GroupBy(pair => (pair.head.Written.Year, (pair.head.Written.Month + 2) / 3))
            .Where(quarter => quarter.Count() >= 5 && quarter.Select(pair => pair.head.Written.Date).Distinct().Count() >= 3)
            .OrderBy(quarter => quarter.Key)
            .Select(quarter => string.Join(' ', quarter.Select(pair => pair.Rating!.Value).Order()))
            .ToList();
        var shown = QuarterFigure.Of(Moments(journal));
        Assert.Equal(expected.Count > 1 ? expected : [], shown?.Columns.Select(column => string.Join(' ', column.Ratings)) ?? []);
    });

    private void Check(Action<IReadOnlyList<EntryHead>> property)
    {
        var journals = Arb.From(Gen.Choose(0, int.MaxValue - 1).Select(seed => Journal(new System.Random(seed))));
        Prop.ForAll(journals, journal => property(journal)).Check(Config.QuickThrowOnFailure.WithReplay(20261122, 1).WithMaxTest(Runs).WithQuietOnSuccess(true));
    }

    /// <summary>From none to eighty entries over a year and a half, at most three a day.</summary>
    private IReadOnlyList<EntryHead> Journal(System.Random random)
    {
        var practices = Guide.Practices;
        return
        [
            .. Enumerable.Range(0, random.Next(81)).Select(number =>
            {
                var practice = practices[random.Next(practices.Count)];
                var choices = new Dictionary<string, IReadOnlyList<string>>();
                var ratings = new Dictionary<string, int>();
                foreach (var prompt in practice.Prompts)
                {
                    if (random.Next(4) == 0) continue;
                    if (prompt.Kind == PromptKind.Scale && random.Next(4) == 0) choices[prompt.Id] = [Choice.CannotTell.Id];
                    else if (prompt.Kind == PromptKind.Scale) ratings[prompt.Id] = random.Next(11);
                    // Few of the choices, so that some come up often.
                    else if (prompt.Choices.Count > 0) choices[prompt.Id] = [.. prompt.Choices.Take(3).Append(Choice.CannotTell).Where(_ => random.Next(3) == 0).Take(prompt.Kind == PromptKind.OneOf ? 1 : 4).Select(choice => choice.Id)];
                }

                foreach (var empty in choices.Where(pair => pair.Value.Count == 0).Select(pair => pair.Key).ToList()) choices.Remove(empty);
                return new EntryHead(_start.AddDays(random.Next(number % 5 == 0 ? 540 : 4)).AddMinutes(number), null, practice.Id, practice.Version, choices, ratings);
            }),
        ];
    }

    private IReadOnlyList<Moment> Moments(IReadOnlyList<EntryHead> journal) =>
        Moment.All([.. journal.Select(head => new ListedEntry(Guid.NewGuid(), 1, head))], Guide, Preferences.Default);

    private static bool Asks(EntryHead head, string prompt, string title) => Title(head, prompt) == title;

    private static string? Title(EntryHead head, string prompt) => (head.Practice, prompt) switch
    {
        (_, "body") => "Where in the body",
        ("catch-early" or "capture", "noticed") => "What I noticed",
        (_, "before") => "What was just before",
        (_, "mind-said") => "What my mind said",
        ("slow-exit", "want") or ("review-after", "what-i-did") => "What I wanted, or did",
        _ => null,
    };

    private static int? Of(EntryHead head, string prompt) => head.Ratings.TryGetValue(prompt, out var rating) ? rating : null;
}
