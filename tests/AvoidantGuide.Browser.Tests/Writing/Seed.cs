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

    private static Entry Entry(string text, DateTimeOffset written)
    {
        var blank = Published.Practice("blank");
        var prompt = blank.Prompts[0];
        return new Entry(
            new EntryHead(written, Happened: null, blank.Id, blank.Version, new Dictionary<string, IReadOnlyList<string>>(), new Dictionary<string, int>()),
            [new Answer(prompt.Id, "text", prompt.Title, [], text, Rating: null)]);
    }
}
