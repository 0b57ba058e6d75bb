using System.Diagnostics;
using AvoidantGuide.Bench;

namespace AvoidantGuide.Faults;

/// <summary>
/// Whether the time of a refusal says how near a guess came: codes that share nine words with a journal's, beside codes that
/// share none. Over HTTP, one after the other and in turn, so that what else the machine does falls on both alike.
/// </summary>
internal static class Guessing
{
    /// <summary>In percent of the median.</summary>
    public const double Most = 5;

    /// <summary>Until what runs is what a server runs that has been up for a while: compiled for speed.</summary>
    private const int Warm = 500;

    /// <returns>How far the two medians are apart, in percent; 2,000 tries of each kind are security.md's count.</returns>
    /// <param name="site">The published site.</param>
    /// <param name="folder">For its store.</param>
    public static async Task<double> RunAsync(string site, string content, string folder, int tries)
    {
        var code = (await SampleJournal.MakeAsync(Path.Combine(folder, "journal.db"), content, [1]))[0].Split(' ');
        await using var server = await Server.StartAsync(site, content, folder);
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = server.Address };
        var (near, far) = (new List<double>(tries), new List<double>(tries));
        for (var turn = -Warm; turn < tries; turn++)
        {
            // From the journal's own words, so that both kinds are on the list, and none of the same length every time.
            string[] shared = [.. code[..9], code[(turn + Warm) % 9]];
            string[] apart = [.. Enumerable.Range(0, 10).Select(place => code[(place + 1 + ((turn + Warm) % 8)) % 10])];
            foreach (var (words, times) in turn % 2 == 0 ? [(shared, near), (apart, far)] : new[] { (apart, far), (shared, near) })
            {
                var time = await RefusedAsync(client, words);
                if (turn >= 0) times.Add(time);
            }
        }

        var (one, other) = (new Spread(near).Median, new Spread(far).Median);
        return 100 * Math.Abs(one - other) / Math.Min(one, other);
    }

    private static async Task<double> RefusedAsync(HttpClient client, IEnumerable<string> words)
    {
        using var form = new FormUrlEncodedContent([new("code", string.Join(' ', words))]);
        var begun = Stopwatch.GetTimestamp();
        using var answer = await client.PostAsync("/journal", form);
        var time = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        // 429 after the first twenty: a wrong code costs the same then.
        return (int)answer.StatusCode is 422 or 429 ? time : throw new InvalidOperationException($"A wrong code was answered with {answer.StatusCode}.");
    }
}
