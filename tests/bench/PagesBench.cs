using System.Globalization;

namespace AvoidantGuide.Bench;

/// <summary>A page of the guide beside a bare server and beside nginx, both with the same bytes and headers; the other ways to ask for it; and a guide of many pages.</summary>
internal static class PagesBench
{
    private const string Page = "/the-switch";
    private const int Seconds = 2;

    /// <summary>Where a twentieth is to be told from noise.</summary>
    private const int Longer = 4;
    private const int Usual = 32;
    private const int Few = 100;
    private const int Many = 10_000;
    private static readonly int[] _connections = [Usual, 512];

    public static async Task<IEnumerable<Row>> RunAsync(string site, string content, string folder, int rounds)
    {
        string Place(string name) => Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        await using var ours = await Server.StartAsync(site, content, Place("pages"));
        var answer = await SentPage.OfAsync(new Uri(ours.Address, Page));
        await using var bare = await Server.StartBareAsync(folder, answer);
        await using var nginx = await Server.StartNginxAsync(folder, Page, answer);
        await using var few = await Server.StartAsync(site, SampleGuide.Write(content, Place("few"), Few), Place("few-store"));
        await using var many = await Server.StartAsync(site, SampleGuide.Write(content, Place("many"), Many), Place("many-store"));
        foreach (var large in new[] { few, many }) await SentPage.OfAsync(new Uri(large.Address, Page));

        var cells = new Dictionary<string, Func<Task<(double Rate, double Slow)>>>(StringComparer.Ordinal);
        foreach (var connections in _connections)
            foreach (var (name, server) in new[] { ("ours", ours), ("bare", bare), ("nginx", nginx) }) cells[$"{name} {connections}"] = Get(server, connections, Seconds);
        cells["unchanged"] = Get(ours, Usual, Seconds, $"If-None-Match: {answer.Tag}");
        (cells["few"], cells["many"]) = (Get(few, Usual, Longer), Get(many, Usual, Longer));
        foreach (var head in new[] { false, true }) cells[head ? "head" : "whole"] = async () => (await Load.AskAsync(new Uri(ours.Address, Page), head, Usual, Seconds), 0);

        var seen = cells.Keys.ToDictionary(name => name, _ => new List<(double Rate, double Slow)>(), StringComparer.Ordinal);
        for (var round = -1; round < rounds; round++)
        {
            // Each goes before its neighbour as often as after it.
            foreach (var name in round % 2 == 0 ? cells.Keys : cells.Keys.Reverse())
            {
                var one = await cells[name]();
                if (round >= 0) seen[name].Add(one);
            }
        }

        Say($"Answers of `{Page}` in Brotli, {answer.Body.Length:N0} bytes and headers: median of {rounds} rounds of {Seconds} s, of {Longer} s for `few` and `many` (lowest to highest), after one that does not count.\n");
        Say($"| asked | answers a second | 99 of 100 within ms |\n|---|---|---|");
        foreach (var (name, all) in seen) Say($"| {name} | {new Spread(all.Select(one => one.Rate)).ToText("N0")} | {new Spread(all.Select(one => one.Slow)).ToText("0.00")} |");
        return Rows(seen);

        static Func<Task<(double Rate, double Slow)>> Get(Server server, int connections, int seconds, params string[] headers) =>
            () => Load.GetAsync(new Uri(server.Address, Page), connections, seconds, headers);
    }

    private static IEnumerable<Row> Rows(Dictionary<string, List<(double Rate, double Slow)>> seen)
    {
        foreach (var connections in _connections)
        {
            yield return new Row($"guide page / bare endpoint, {connections} connections", Ratio($"ours {connections}", $"bare {connections}"), "at least 0.95");
            yield return new Row($"99 of 100 answers: guide page / bare endpoint, {connections} connections", Ratio($"ours {connections}", $"bare {connections}", slow: true), "at most 2");
            yield return new Row($"guide page / nginx, {connections} connections", Ratio($"ours {connections}", $"nginx {connections}"), "at least 0.65");
        }

        yield return new Row("304 / 200", Ratio("unchanged", $"ours {Usual}"), "at least 1");
        yield return new Row("HEAD / GET", Ratio("head", "whole"), "at least 1");
        yield return new Row($"guide page among {Many:N0} pages / among {Few}", Ratio("many", "few"), "0.95 to 1.05");

        string Ratio(string one, string other, bool slow = false) =>
            new Spread(seen[one].Zip(seen[other], (left, right) => slow ? left.Slow / right.Slow : left.Rate / right.Rate)).ToText("0.00");
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
