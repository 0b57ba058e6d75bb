using System.Net;
using AvoidantGuide.Journal;

namespace AvoidantGuide.Faults;

/// <summary>The disk fills up while somebody writes, and has room again later.</summary>
internal static class Full
{
    private const int Megabytes = 16;
    private const string NoRoom = "There is no room left on the server";

    public static readonly Promise Promise = new(
        "full", "a full disk loses nothing", 3, 50, KeepAsync,
        new Removal("an error of the store is told from any other", "one", new Edit(
            "AvoidantGuide.Journal/Storage/StoreFaults.cs", "error is SqliteException or DbUpdateException or IOException or UnauthorizedAccessException;", "error is UnauthorizedAccessException;")))
    {
        Mounts = true,
    };

    private static async Task<Outcome> KeepAsync(Trial trial)
    {
        var place = trial.Place("small");
        await Shell.RunAsync("mount", "-t", "tmpfs", "-o", Trial.Text($"size={Megabytes}m"), "tmpfs", place);
        var (rounds, missed) = (0, new List<string>());
        try
        {
            await using var server = await trial.StartAsync(place);
            var browser = new Browser(server.Address);
            var code = await browser.StartJournalAsync("What was there before.");
            for (; rounds < trial.Count && missed.Count == 0; rounds++) missed = await FillAsync(trial, place, server.Address, browser, code);
        }
        finally
        {
            await Shell.RunAsync("umount", place);
        }

        return new Outcome(
            Trial.Text($"a tmpfs of {Megabytes} MB filled {rounds:N0} times, with an entry and a first entry on their way"),
            missed.Count == 0 ? "each time a page with the words, reading went on, and the same forms were kept once there was room" : string.Join(", ", missed),
            missed.Count == 0);
    }

    private static async Task<List<string>> FillAsync(Trial trial, string place, Uri address, Browser browser, string code)
    {
        var missed = new List<string>();
        void Hold(bool holds, string what)
        {
            if (!holds) missed.Add("no " + what);
        }

        var newcomer = new Browser(address);
        var (text, first) = ($"Words that took an hour, {Guid.NewGuid():N}. {new string('x', trial.Random.Next(10_000))}", $"First words, {Guid.NewGuid():N}.");
        var form = await browser.BlankAsync();
        var offered = await newcomer.OfferedAsync(first);
        var filler = Path.Combine(place, "filler");
        Fill(filler);

        var refused = await browser.PressAsync(form, "Keep", ("text-here", text));
        Hold(refused.IsHuman(HttpStatusCode.ServiceUnavailable) && refused.Html.Contains(NoRoom, StringComparison.Ordinal), "page that says why");
        Hold(refused.Written.Contains(text), "words in the form");
        var notBegun = await newcomer.ConfirmAsync(offered);
        Hold(notBegun.IsHuman(HttpStatusCode.ServiceUnavailable) && notBegun.Words.SequenceEqual(offered.Words), "page with the ten words");
        var home = await browser.GetAsync("/journal/entries");
        Hold(home.Status == HttpStatusCode.OK && (await browser.GetAsync("/the-switch")).Status == HttpStatusCode.OK, "reading");
        if (missed.Count > 0) return missed;

        File.Delete(filler);
        var kept = await browser.PressAsync(refused, "Keep");
        var begun = await newcomer.ConfirmAsync(notBegun);
        using var own = Kept.Open(Trial.Store(place), code, live: true);
        using var others = Kept.Open(Trial.Store(place), string.Join(' ', offered.Words), live: true);
        Hold(kept.Status == HttpStatusCode.OK && own.Texts().Count(found => found == text) == 1, "entry from the same form");
        Hold(begun.Status == HttpStatusCode.OK && others.Texts() is [var only] && only == first, "journal from the same form");
        return missed;
    }

    private static void Fill(string filler)
    {
        using var file = new FileStream(filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var page = new byte[4096];
        try
        {
            while (true) file.Write(page);
        }
        catch (IOException)
        {
            // Full.
        }
    }
}
