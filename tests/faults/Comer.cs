using AvoidantGuide.Bench;

namespace AvoidantGuide.Faults;

/// <summary>Someone who comes, begins a journal, locks what is open, and takes every second journal away again; whatever is not answered they do again until it is.</summary>
internal sealed class Comer(Uri address)
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(100);

    /// <summary>For as long a journal stays open: so most who are there when the standby is cut off come to lock next.</summary>
    private static readonly TimeSpan _stay = TimeSpan.FromSeconds(2);

    private readonly List<(string Code, string Text)> _begun = [];
    private readonly List<Poster> _locked = [];
    private readonly List<string> _deleted = [];

    /// <summary>Asked for, perhaps done, and not told: nothing is known of these.</summary>
    private readonly List<string> _deleting = [];

    /// <summary>How many things they were told of.</summary>
    public int Told => _begun.Count + _locked.Count + _deleted.Count;

    /// <summary>Until this is told to stop. Afterwards, and only then, it may be asked what came of it.</summary>
    public async Task ComeAsync(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                var code = await BeginAsync(stop);
                await LockAsync(code, stop);
                if (_begun.Count % 2 == 0) await DeleteAsync(code, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Whatever they were at, nobody told them that it is done.
        }
    }

    /// <summary>How much of what they were told is not so: a journal that is not there, or has not its words; one that is there again; a session that lives again.</summary>
    public async Task<int> WrongAsync(Bed bed)
    {
        var wrong = 0;
        foreach (var (code, text) in _begun)
        {
            if (_deleting.Contains(code)) continue;
            using var kept = Kept.Open(await bed.ConnectAsync(), code);
            if (kept.Texts().Contains(text) == _deleted.Contains(code)) wrong++;
        }

        foreach (var poster in _locked)
        {
            using var form = poster.Form(Guid.NewGuid(), "Sent with a session that was locked.");
            using var answer = await poster.SendAsync(form);
            if (Author.IsKept(answer)) wrong++;
        }

        return wrong;
    }

    private async Task<string> BeginAsync(CancellationToken stop)
    {
        using var browser = new Browser(address);
        var text = $"The first of a journal, {Guid.NewGuid():N}.";
        var offered = await UntilAsync(() => browser.OfferedAsync(text), page => page.Words.Count > 0, stop);
        var asked = await UntilAsync(() => browser.PressAsync(offered, "I have them. Go on"), page => page.Html.Contains("Keep it", StringComparison.Ordinal), stop);
        var (first, second) = (offered.Words[asked.Asked("first") - 1], offered.Words[asked.Asked("second") - 1]);
        // A second time it says that they have made it already.
        await UntilAsync(
            () => browser.PressAsync(asked, "Keep it", ("first", first), ("second", second)),
            page => page.Html.Contains("Kept.", StringComparison.Ordinal) || page.Address.EndsWith("words=made", StringComparison.Ordinal),
            stop);
        var code = string.Join(' ', offered.Words);
        _begun.Add((code, text));
        return code;
    }

    private async Task LockAsync(string code, CancellationToken stop)
    {
        // It sends the cookie of the session whatever it is told.
        var poster = await UntilAsync(() => Poster.OpenAsync(address, code), _ => true, stop);
        await Task.Delay(_stay, stop);
        await UntilAsync(
            async () =>
            {
                using var nothing = new FormUrlEncodedContent([]);
                using var answer = await poster.Client.PostAsync(new Uri(address, "/journal/lock"), nothing, CancellationToken.None);
                return answer.Headers.Location is not null;
            },
            locked => locked,
            stop);
        _locked.Add(poster);
    }

    private async Task DeleteAsync(string code, CancellationToken stop)
    {
        await UntilAsync(
            async () =>
            {
                using var browser = new Browser(address);
                var opened = await browser.UnlockAsync(code);
                // What came of the press before was not told; that there is no such journal any more tells it.
                if (_deleting.Contains(code) && opened.Html.Contains("No journal opens with", StringComparison.Ordinal)) return true;
                var asked = await browser.GetAsync("/journal/delete");
                _deleting.Add(code);
                return (await browser.PressAsync(asked, "Delete everything", ("word", "delete"))).Address == "/journal/gone";
            },
            done => done,
            stop);
        _deleting.RemoveAll(deleting => deleting == code);
        _deleted.Add(code);
    }

    private static async Task<T> UntilAsync<T>(Func<Task<T>> step, Func<T, bool> done, CancellationToken stop)
    {
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            try
            {
                var answer = await step();
                if (done(answer)) return answer;
            }
            // No answer, or a page without what is looked for: it says that it could not be done now.
            catch (Exception gone) when (gone is HttpRequestException or IOException or InvalidOperationException or TaskCanceledException)
            {
                // Once more.
            }

            await Task.Delay(_pause, stop);
        }
    }
}
