using AvoidantGuide.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace AvoidantGuide.Browser.Tests.Writing;

/// <summary>Journals put straight into the store, for tests that are about what comes after.</summary>
internal static class Seed
{
    /// <summary>Keeps these texts, each on a blank page, in a new journal; answers with its ten words.</summary>
    public static async Task<string> SeedAsync(this Site site, params IReadOnlyList<string> texts)
    {
        var cancel = TestContext.Current.CancellationToken;
        var now = site.Clock.GetUtcNow();
        var code = JournalCode.Generate();
        var store = site.Services.GetRequiredService<JournalStore>();
        var started = await store.StartAsync(code, form: Guid.NewGuid(), Guid.NewGuid(), Entry(texts[0], now), SessionTimes.Default, cancel);
        using var journal = started.Journal!;
        foreach (var text in texts.Skip(1)) await journal.AddAsync(Guid.NewGuid(), Entry(text, now), cancel);
        return string.Join(' ', code.Words);
    }

    /// <summary>Keeps as many moments over as many days, enough for every figure; answers with the ten words.</summary>
    public static async Task<string> SeedManyAsync(this Site site, int count)
    {
        var cancel = TestContext.Current.CancellationToken;
        var code = JournalCode.Generate();
        var store = site.Services.GetRequiredService<JournalStore>();
        using var journal = (await store.StartAsync(code, form: Guid.NewGuid(), Guid.NewGuid(), Moment(0), SessionTimes.Default, cancel)).Journal!;
        for (var number = 1; number < count; number++) await journal.AddAsync(Guid.NewGuid(), Moment(number), cancel);
        return string.Join(' ', code.Words);

        Entry Moment(int number)
        {
            var written = site.Clock.GetUtcNow().AddDays(number * -3);
            var choices = new Dictionary<string, IReadOnlyList<string>> { ["noticed"] = ["need-alone"], ["before"] = ["good-time"], ["body"] = ["chest"] };
            var ratings = new Dictionary<string, int> { ["strength"] = number % 11, ["pull"] = 10 - (number % 4), ["pull-now"] = number % 7 };
            var practice = Published.Practice((number % 3) switch { 0 => "capture", 1 => "catch-early", _ => "slow-exit" });
            return new Entry(
                new EntryHead(
                    written, Happened: null, practice.Id, practice.Version,
                    choices.Where(pair => practice.Prompts.Any(prompt => prompt.Id == pair.Key)).ToDictionary(),
                    ratings.Where(pair => practice.Prompts.Any(prompt => prompt.Id == pair.Key)).ToDictionary()),
                [new Answer("words", "text", "How would you say it?", [], $"Words of day {number}", Rating: null)]);
        }
    }

    private static Entry Entry(string text, DateTimeOffset written)
    {
        var blank = Published.Practice("blank");
        var prompt = blank.Prompts[0];
        return new Entry(
            new EntryHead(written, Happened: null, blank.Id, blank.Version, new Dictionary<string, IReadOnlyList<string>>(), new Dictionary<string, int>()),
            [new Answer(prompt.Id, "text", prompt.Title, [], text, Rating: null)]);
    }
}
