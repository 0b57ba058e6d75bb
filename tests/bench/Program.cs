using System.Globalization;
using AvoidantGuide.Bench;

// Started by run.sh, and by itself for the servers and the loads that it measures.
switch (args)
{
    case [BareServer.Verb, var answer, var url]:
        await BareServer.RunAsync(answer, url);
        break;
    case [LoadedGuide.Verb, var folder]:
        LoadedGuide.Serve(folder, Console.In, Console.Out);
        break;
    // The parts, the published site, its content, the published template, and how many rounds.
    case [var parts, var site, var content, var template, .. var rounds]:
        List<Row> rows = [];
        foreach (var part in parts.Split(' '))
            rows.AddRange(await InFolderAsync(folder => part switch
            {
                "pages" => PagesBench.RunAsync(site, content, folder, Rounds(rounds, 15)),
                "start" => StartBench.RunAsync(site, content, template, folder, Rounds(rounds, 9)),
                "journal" => JournalBench.RunAsync(site, content, folder, Rounds(rounds, 25)),
                "saves" => SavesBench.RunAsync(site, content, folder, Rounds(rounds, 9)),
                "engines" => EnginesBench.RunAsync(site, content, folder, Rounds(rounds, 9)),
                "content" => ContentBench.RunAsync(site, content, folder, Rounds(rounds, 5)),
                _ => throw new InvalidOperationException("Started by tests/bench/run.sh"),
            }));
        Row.Print(rows);
        break;
    default:
        throw new InvalidOperationException("Started by tests/bench/run.sh");
}

static int Rounds(string[] rest, int usual) => rest is [var rounds] ? int.Parse(rounds, CultureInfo.InvariantCulture) : usual;

static async Task<IEnumerable<Row>> InFolderAsync(Func<string, Task<IEnumerable<Row>>> run)
{
    var folder = Directory.CreateTempSubdirectory("avoidantguide-bench-");
    try
    {
        return await run(folder.FullName);
    }
    finally
    {
        folder.Delete(recursive: true);
    }
}
