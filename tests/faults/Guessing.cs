using System.Diagnostics;
using AvoidantGuide.Bench;

namespace AvoidantGuide.Faults;

/// <summary>
/// Codes that share nine words with a journal's, beside codes that share none: whether the time of a refusal says how near a guess came.
/// Over HTTP, one after the other and in turn, so that what else the machine does falls on both alike.
/// </summary>
internal static class Guessing
{
    /// <summary>In percent of the median.</summary>
    private const double Most = 5;

    /// <summary>Failed tries of one network before a refusal says that there were many.</summary>
    private const int Limit = 20;

    /// <summary>Until what runs is what a server runs that has been up for a while: compiled for speed.</summary>
    private const int Warm = 500;

    public static readonly Promise Promise = new(
        "guessing", "nobody guesses in", 200, 2_000, KeepAsync,
        new Removal("failed tries are counted by the connection, whatever a header says", "web", new Edit(
            "AvoidantGuide.Web/Pages/Journal/UnlockForm.cs",
            "tries.Note(context.Connection.RemoteIpAddress)",
            "tries.Note(System.Net.IPAddress.TryParse(context.Request.Headers[\"X-Forwarded-For\"], out var said) ? said : context.Connection.RemoteIpAddress)")))
    {
        Timed = true,
    };

    private static async Task<Outcome> KeepAsync(Trial trial)
    {
        var place = trial.Place("store");
        var code = (await trial.NewJournalsAsync(place, 1))[0].Split(' ');
        await using var server = await trial.StartAsync(place);
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = server.Address };
        // Each from another address, if the header were believed.
        var unlimited = 0;
        while (unlimited <= Limit && await StatusAsync(client, Apart(code, unlimited), $"198.51.100.{unlimited}") == 422) unlimited++;
        // Times would say no more.
        if (unlimited != Limit) return new Outcome("wrong codes from one address, each with another in its headers", $"{unlimited} answered before the limit of {Limit}", Holds: false);

        var (near, far) = (new List<double>(trial.Count), new List<double>(trial.Count));
        for (var turn = -Warm; turn < trial.Count; turn++)
        {
            // Of the journal's own words, so that both kinds are on the list, and none of the same length every time.
            string[] shared = [.. code[..9], code[(turn + Warm) % 9]];
            var apart = Apart(code, turn + Warm);
            foreach (var (words, times) in turn % 2 == 0 ? [(shared, near), (apart, far)] : new[] { (apart, far), (shared, near) })
            {
                var begun = Stopwatch.GetTimestamp();
                var status = await StatusAsync(client, words);
                if (status is not (422 or 429)) throw new InvalidOperationException(Trial.Text($"A wrong code was answered with {status}."));
                if (turn >= 0) times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }
        }

        var opened = await StatusAsync(client, code);
        var (one, other) = (new Spread(near).Median, new Spread(far).Median);
        var apartBy = 100 * Math.Abs(one - other) / Math.Min(one, other);
        return new Outcome(
            Trial.Text($"{2 * trial.Count + 2 * Warm + unlimited:N0} wrong codes from one address, half of them nine words right, in turn"),
            Trial.Text($"{unlimited} answered before the limit, forged headers or not; medians {apartBy:0.0} % apart; then the right code: {(opened is 302 or 303 ? "opens" : "refused")}"),
            opened is 302 or 303)
        { InTime = apartBy <= Most };
    }

    private static string[] Apart(string[] code, int turn) => [.. Enumerable.Range(0, 10).Select(place => code[(place + 1 + (turn % 8)) % 10])];

    private static async Task<int> StatusAsync(HttpClient client, IEnumerable<string> words, string? from = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/journal") { Content = new FormUrlEncodedContent([new("code", string.Join(' ', words))]) };
        if (from is not null) request.Headers.Add("X-Forwarded-For", from);
        using var answer = await client.SendAsync(request);
        return (int)answer.StatusCode;
    }
}
