using AvoidantGuide.Bench;

namespace AvoidantGuide.Faults;

/// <summary>What one node gave out comes back to the other, there and back in turn: forms of three kinds, and the sessions they need.</summary>
internal static class Nodes
{
    public static readonly Promise Promise = new(
        "nodes", "nodes are interchangeable", 50, 1_000, KeepAsync,
        new Removal("the keys that seal forms are one ring for all", "web", new Edit("AvoidantGuide.Web/PagesSetup.cs", "if (settings.SharedKey is { } key)", "if (settings.SharedKey is { Length: 0 } key)")));

    private static async Task<Outcome> KeepAsync(Trial trial)
    {
        await using var bed = await Bed.UpAsync(trial);
        // On one node: what is begun through nginx goes back and forth already.
        using var first = new Browser(bed.Nodes[0]);
        var code = await first.StartJournalAsync("The first entry.");
        var (taken, alive, texts) = (0, 0, new List<(string Code, string Text)>());
        for (var number = 0; number < trial.Count; number++)
        {
            var (one, other) = (bed.Nodes[number % 2], bed.Nodes[1 - number % 2]);
            var text = Trial.Text($"Made on one node and sent to the other: form {number}.");
            string? journal;
            if (number / 2 % 3 == 2)
            {
                (var locked, journal) = await LockedAsync(code, one, other, text);
                if (!locked) alive++;
            }
            else journal = number / 2 % 3 == 0 ? await OpenAsync(code, one, other, text) : await FirstAsync(one, other, text);

            if (journal is null) continue;
            taken++;
            texts.Add((journal, text));
        }

        var wrong = 0;
        foreach (var written in texts.GroupBy(form => form.Code))
        {
            using var kept = Kept.Open(await bed.ConnectAsync(), written.Key);
            var found = kept.Texts();
            wrong += written.Count(form => found.Count(text => text == form.Text) != 1);
        }

        return new Outcome(
            Trial.Text($"{trial.Count:N0} forms made on one node and posted to the other, of a journal that is open, of none yet, and of one that was locked meanwhile"),
            Trial.Text($"{taken:N0} taken, {wrong:N0} of them not there once, {alive:N0} sessions locked on one node and alive on the other"),
            taken == trial.Count && wrong + alive == 0);
    }

    /// <summary>A form and its token, in a session that was begun on the node that did not make the form.</summary>
    /// <returns>The journal that has the words now; null when the form was not taken.</returns>
    private static async Task<string?> OpenAsync(string code, Uri one, Uri other, string text)
    {
        using var there = new Browser(other);
        await there.UnlockAsync(code);
        using var here = there.At(one);
        var form = await here.BlankAsync();
        return HasButton(form, "Keep") && IsKept(await there.PressAsync(form, "Keep", ("text-here", text))) ? code : null;
    }

    /// <summary>The ten words and the first entry travel sealed, from node to node.</summary>
    private static async Task<string?> FirstAsync(Uri one, Uri other, string text)
    {
        using var here = new Browser(one);
        using var there = here.At(other);
        var offered = await here.OfferedAsync(text);
        var asked = await there.PressAsync(offered, "I have them. Go on");
        if (!HasButton(asked, "Keep it")) return null;
        var kept = await here.PressAsync(asked, "Keep it", ("first", offered.Words[asked.Asked("first") - 1]), ("second", offered.Words[asked.Asked("second") - 1]));
        return IsKept(kept) ? string.Join(' ', offered.Words) : null;
    }

    /// <summary>Someone writes on one node and is locked out on the other: the words come back sealed, and are opened where they were not sealed.</summary>
    private static async Task<(bool Locked, string? Journal)> LockedAsync(string code, Uri one, Uri other, string text)
    {
        // It sends the cookie of the session whatever it is told.
        var writer = await Poster.OpenAsync(one, code);
        using (var nothing = new FormUrlEncodedContent([]))
        using (await writer.Client.PostAsync(new Uri(other, "/journal/lock"), nothing))
        using (var form = writer.Form(Guid.NewGuid(), text))
        using (var answer = await writer.SendAsync(form))
        {
            if (Author.IsKept(answer)) return (false, null);
            var sealedUp = new Page("/journal/write", answer.StatusCode, await answer.Content.ReadAsStringAsync());
            using var there = new Browser(other);
            return (true, IsKept(await there.PressAsync(sealedUp, "Open", ("code", code))) ? code : null);
        }
    }

    private static bool IsKept(Page page) => page.Html.Contains("Kept.", StringComparison.Ordinal);

    private static bool HasButton(Page page, string text) => page.Html.Contains($">{text}</button>", StringComparison.Ordinal);
}
