using AvoidantGuide.Bench;

namespace AvoidantGuide.Faults;

/// <summary>The same form is sent by a hundred at once, as an impatient finger or a browser may.</summary>
internal static class Twice
{
    private const int Posts = 100;

    public static readonly Promise Promise = new(
        "twice", "a double submit makes one entry", 5, 100, KeepAsync,
        new Removal("an entry's id comes with its form", "three", new Edit(
            "AvoidantGuide.Journal/Entries/EntryKeeping.cs",
            "if (inserted == 0) return await WhyNotAsync(context, key, row, entry, cancel);",
            "if (inserted == 0) await context.NewEntry.InsertAsync(row = Sealed(key, Guid.NewGuid(), entry), key.Locator, row.Id, cancel);")));

    private static async Task<Outcome> KeepAsync(Trial trial)
    {
        var place = trial.Place("store");
        var codes = await trial.NewJournalsAsync(place, 1);
        await using var server = await trial.StartAsync(place);
        var poster = await Poster.OpenAsync(server.Address, codes[0]);
        var (entries, refused, rounds) = (0, 0, 0);
        for (; rounds < trial.Count && entries == rounds; rounds++)
        {
            var (entry, text) = (Guid.NewGuid(), $"Sent {Posts} times, round {rounds}.");
            var kept = await Task.WhenAll(Enumerable.Range(0, Posts).Select(_ => Task.Run(() => SendAsync(poster, entry, text))));
            refused += kept.Count(one => !one);
            using var journal = Kept.Open(Trial.Store(place), codes[0], live: true);
            entries += journal.Texts().Count(found => found == text);
        }

        return new Outcome(
            Trial.Text($"{Posts} identical posts at once, {rounds:N0} times"),
            Trial.Text($"{entries:N0} entries of {rounds:N0} forms, {refused:N0} posts not answered as kept"),
            entries == rounds && refused == 0);
    }

    private static async Task<bool> SendAsync(Poster poster, Guid entry, string text)
    {
        using var form = poster.Form(entry, text);
        using var answer = await poster.SendAsync(form);
        return Author.IsKept(answer);
    }
}
