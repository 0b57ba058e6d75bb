using System.Globalization;

namespace AvoidantGuide.Bench;

/// <summary>The start and the memory of the site, with its guide and an empty store, beside Microsoft's template for Razor Pages, published the same way.</summary>
internal static class StartBench
{
    private const int Connections = 32;
    private const int Minute = 60;

    public static async Task<IEnumerable<Row>> RunAsync(string site, string content, string template, string folder, int rounds)
    {
        var (ours, its) = (new List<double>(), new List<double>());
        for (var round = -1; round < rounds; round++)
        {
            // Each goes first as often as the other.
            var (our, their) = round % 2 == 0 ? (await OursAsync(round), await TheirsAsync()) : default;
            if (round % 2 != 0) (their, our) = (await TheirsAsync(), await OursAsync(round));
            if (round < 0) continue;
            ours.Add(our);
            its.Add(their);
        }

        var (memory, itsMemory) = (await MemoryAsync(await StartAsync(rounds)), await MemoryAsync(await Server.StartTemplateAsync(template)));
        Say($"From the start of the process to the end of the first answer of `/`, and memory after a minute at {Connections} connections.\n");
        Say($"| | seconds: median of {rounds} rounds (lowest to highest), after one that does not count | MB |\n|---|---|---|");
        Say($"| the site | {new Spread(ours).ToText("0.00")} | {memory:0} |\n| the template | {new Spread(its).ToText("0.00")} | {itsMemory:0} |");
        return
        [
            new("start to the first answer / the template's", new Spread(ours.Zip(its, (our, their) => our / their)).ToText("0.00"), "at most 1.5"),
            new("memory after a minute's load / the template's", (memory / itsMemory).ToString("0.00", CultureInfo.InvariantCulture), "at most 1.5"),
        ];

        Task<Server> StartAsync(int round) => Server.StartAsync(site, content, Directory.CreateDirectory(Path.Combine(folder, $"start{round}")).FullName, "/");

        async Task<double> OursAsync(int round)
        {
            await using var server = await StartAsync(round);
            return server.Start.TotalSeconds;
        }

        async Task<double> TheirsAsync()
        {
            await using var server = await Server.StartTemplateAsync(template);
            return server.Start.TotalSeconds;
        }
    }

    private static async Task<double> MemoryAsync(Server server)
    {
        await using (server)
        {
            await Load.GetAsync(server.Address, Connections, Minute);
            return server.Memory / 1024.0 / 1024;
        }
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
