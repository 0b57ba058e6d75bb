using System.Globalization;
using System.Net;
using AvoidantGuide.Bench;

namespace AvoidantGuide.Faults;

/// <summary>The server is started with a clock that is wrong by a day or by ten years, either way, and then with a right one.</summary>
internal static class Clock
{
    /// <summary>After this a sweep removes what another one marked.</summary>
    private const int MonthLater = 31;

    private static readonly int[] _days = [3_650, 1, -1, -3_650];

    public static readonly Promise Promise = new(
        "clock", "a wrong clock loses nothing", 1, 5, KeepAsync,
        new Removal("a clock that jumped stops the sweeping", "one", new Edit(
            "AvoidantGuide.Journal/Retention/RetentionSweep.cs", "var jumped = !first && (now - last).Duration() > _longestGap;", "var jumped = first && (now - last).Duration() > _longestGap;")),
        new Removal(
            "a session made in the future is dead", "two",
            new Edit("AvoidantGuide.Journal/Sessions/Session.cs", "return row.CreatedAt <= seconds + ClockToleranceSeconds && seconds < row.ExpiresAt", "return seconds < row.ExpiresAt"),
            new Edit("AvoidantGuide.Journal/Sessions/Session.cs", " || row.CreatedAt > seconds + ClockToleranceSeconds)", ")")));

    private static async Task<Outcome> KeepAsync(Trial trial)
    {
        var (wrong, starts) = (new List<string>(), 0);
        trial = trial with { Content = await ReadLongAgoAsync(trial) };
        for (var round = 0; round < trial.Count && wrong.Count == 0; round++)
        {
            var place = trial.Place(Trial.Text($"store-{round}"));
            // Nobody opens the first while the clock is wrong.
            var codes = await trial.NewJournalsAsync(place, 2);
            var kept = new List<Acknowledged>();
            var before = await VisitAsync(0);
            foreach (var days in _days)
            {
                var made = await VisitAsync(days, before);
                if (Math.Abs(days) > MonthLater && wrong.Count == 0) await VisitAsync(days + MonthLater);
                if (wrong.Count > 0) break;
                before = await VisitAsync(0, made);
            }

            // A start, its sweep, a dead session, the open journal and one more entry.
            async Task<HttpClient> VisitAsync(int days, HttpClient? earlier = null)
            {
                starts++;
                await using var server = await StartAsync(trial, place, days);
                using var quiet = Kept.Open(Trial.Store(place), codes[0], live: true);
                if (quiet.Texts() is not [not null]) wrong.Add(Trial.Text($"a journal was swept at {days} days"));
                if (earlier is not null && await IsOpenAsync(server, earlier)) wrong.Add(Trial.Text($"a session lives on at {days} days"));
                try
                {
                    var poster = await Poster.OpenAsync(server.Address, codes[1]);
                    var entry = new Acknowledged(codes[1], Guid.NewGuid(), Trial.Text($"Written at {days} days."));
                    using var form = poster.Form(entry.Entry, entry.Text);
                    using var answer = await poster.SendAsync(form);
                    if (Author.IsKept(answer)) kept.Add(entry);
                    else wrong.Add(Trial.Text($"nothing can be kept at {days} days"));
                    if (Kept.Lost(Trial.Store(place), kept, live: true) is > 0 and var lost) wrong.Add(Trial.Text($"{lost} entries lost at {days} days"));
                    return poster.Client;
                }
                catch (InvalidOperationException)
                {
                    wrong.Add(Trial.Text($"the journal does not open at {days} days"));
                    return new HttpClient();
                }
            }
        }

        return new Outcome(
            Trial.Text($"a day and ten years either way, {starts:N0} starts"),
            wrong.Count == 0 ? "no entry lost, no journal swept, no session from another time alive" : string.Join(", ", wrong.Distinct()),
            wrong.Count == 0);
    }

    /// <summary>The guide with every page read through so long ago that no clock finds it in the future: with such a page no server starts.</summary>
    private static async Task<string> ReadLongAgoAsync(Trial trial)
    {
        var copy = Path.Combine(trial.Folder, "content");
        await Shell.RunAsync("cp", "-r", trial.Content, copy);
        await Shell.RunAsync("find", copy, "-name", "*.md", "-exec", "sed", "-i", "s/^reviewed: { on: [0-9]*/reviewed: { on: 2001/", "{}", "+");
        return copy;
    }

    /// <summary>A server that has swept.</summary>
    private static async Task<Server> StartAsync(Trial trial, string place, int days)
    {
        var swept = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var server = await trial.StartAsync(place, new Launch(Environment: days == 0 ? null : Faked(days), Heard: line =>
        {
            if (line.Contains("Swept: ", StringComparison.Ordinal) || line.Contains("Nothing is swept: ", StringComparison.Ordinal)) swept.TrySetResult();
        }));
        await swept.Task.WaitAsync(TimeSpan.FromSeconds(30));
        using var client = new HttpClient { BaseAddress = server.Address };
        using var answer = await client.GetAsync("/healthz");
        var wanted = TimeProvider.System.GetUtcNow().AddDays(days);
        return (answer.Headers.Date - wanted)?.Duration() < TimeSpan.FromMinutes(1) ? server : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The clock could not be set to {wanted:yyyy-MM-dd}: faketime is not at work."));
    }

    private static Dictionary<string, string> Faked(int days) => new()
    {
        ["LD_PRELOAD"] = Directory.GetDirectories("/usr/lib").Select(folder => Path.Combine(folder, "faketime", "libfaketimeMT.so.1")).First(File.Exists),
        ["FAKETIME"] = Trial.Text($"{days:+0;-0}d"),
        // The time of day alone: what the runtime waits by goes on as it is.
        ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
        ["DONT_FAKE_MONOTONIC"] = "1",
    };

    private static async Task<bool> IsOpenAsync(Server server, HttpClient earlier)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, "/journal/entries"));
        if (!earlier.DefaultRequestHeaders.TryGetValues("Cookie", out var cookies)) return false;
        request.Headers.Add("Cookie", cookies);
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
        using var answer = await client.SendAsync(request);
        return answer.StatusCode == HttpStatusCode.OK;
    }
}
