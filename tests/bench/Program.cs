using System.Globalization;
using AvoidantGuide.Bench;

switch (args)
{
    // The published site, the folder of its content, and how many rounds.
    case ["journal", var site, var content, .. var rounds]:
        await InFolderAsync(folder => JournalBench.RunAsync(site, content, folder, Rounds(rounds, 25)));
        break;
    case ["saves", var site, var content, .. var rounds]:
        await InFolderAsync(folder => SavesBench.RunAsync(site, content, folder, Rounds(rounds, 9)));
        break;
    case ["content", var site, var content, .. var rounds]:
        await InFolderAsync(folder => ContentBench.RunAsync(site, content, folder, Rounds(rounds, 5)));
        break;
    case ["pages", var site, var content, .. var rounds]:
        await InFolderAsync(folder => PagesBench.RunAsync(site, content, folder, Rounds(rounds, 9)));
        break;
    case [BareServer.Verb, var answer, var url]:
        await BareServer.RunAsync(answer, url);
        break;
    case [LoadedGuide.Verb, var folder]:
        LoadedGuide.Serve(folder, Console.In, Console.Out);
        break;
    default:
        throw new InvalidOperationException("Started by tests/bench/run.sh");
}

static int Rounds(string[] rest, int usual) => rest is [var rounds] ? int.Parse(rounds, CultureInfo.InvariantCulture) : usual;

static async Task InFolderAsync(Func<string, Task> run)
{
    var folder = Directory.CreateTempSubdirectory("avoidantguide-bench-");
    try
    {
        await run(folder.FullName);
    }
    finally
    {
        folder.Delete(recursive: true);
    }
}
