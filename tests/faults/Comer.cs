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
        // A second time it says that they have made it already.
        await UntilAsync(() => browser.ConfirmAsync(offered), page => page.Html.Contains("Kept.", StringComparison.Ordinal) || page.Address.EndsWith("words=made", StringComparison.Ordinal), stop);
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
        using var browser = new Browser(address);
        await UntilAsync(
            async () =>
            {
                var opened = await browser.UnlockAsync(code);
                // What came of the press before was not told; that there is no such journal any more tells it.
                if (opened.Html.Contains("No journal opens with", StringComparison.Ordinal)) return opened with { Address = "/journal/gone" };
                return await browser.PressAsync(await browser.GetAsync("/journal/delete"), "Delete everything", ("word", "delete"));
            },
            page => page.Address == "/journal/gone",
            stop);
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
