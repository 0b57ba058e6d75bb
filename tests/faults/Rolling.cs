using AvoidantGuide.Bench;

namespace AvoidantGuide.Faults;

/// <summary>One node after the other is told to stop and started anew, while people write and read through nginx.</summary>
internal static class Rolling
{
    private const int Writers = 16;

    private static readonly string[] _pages = ["/the-switch", "/journal", "/readyz"];

    public static readonly Promise Promise = new(
        "rolling", "nodes can be restarted one after the other", 3, 50, KeepAsync,
        new Removal("what one node refuses the other is asked", "nginx", new Edit("../docs/server/nginx.conf", "proxy_next_upstream error timeout http_503 non_idempotent;", "proxy_next_upstream off;")));

    private static async Task<Outcome> KeepAsync(Trial trial)
    {
        await using var bed = await Bed.UpAsync(trial);
        var codes = await bed.JournalsAsync(Writers);
        using var authors = await Authors.OpenAsync(bed.Address, codes);
        authors.Begin();
        using var stop = new CancellationTokenSource();
        var reading = ReadAsync(bed.Address, stop.Token);
        for (var turn = 0; turn < trial.Count; turn++)
        {
            foreach (var node in (string[])["1", "2"])
            {
                await authors.MoreAsync(trial.Random.Next(Writers, 8 * Writers));
                await bed.DoAsync("restart", node);
            }
        }

        await stop.CancelAsync();
        var (read, refused) = await reading;
        await authors.EndedAsync();
        var (lost, doubled) = await bed.WrongAsync(authors.Acknowledged);
        var unanswered = authors.CutAfter(long.MaxValue);
        return new Outcome(
            Trial.Text($"{Writers} writers and a reader through nginx, both nodes restarted {trial.Count:N0} times, one after the other"),
            Trial.Text($"{lost:N0} of {authors.Acknowledged.Count:N0} lost, {doubled:N0} doubled, answers that were not \"kept\": {authors.Otherwise}; {refused:N0} of {read:N0} pages refused"),
            lost + doubled + unanswered + authors.Refused + refused == 0);
    }

    /// <returns>How many pages were asked for, and how many did not come.</returns>
    private static async Task<(int Read, int Refused)> ReadAsync(Uri address, CancellationToken stop)
    {
        using var client = new HttpClient { BaseAddress = address };
        var (read, refused) = (0, 0);
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var answer = await client.GetAsync(_pages[read++ % _pages.Length], CancellationToken.None);
                if (!answer.IsSuccessStatusCode) refused++;
            }
            catch (HttpRequestException)
            {
                refused++;
            }
        }

        return (read, refused);
    }
}
