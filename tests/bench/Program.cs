using System.Globalization;
using AvoidantGuide.Bench;

// The published site, the folder of its content, and how many rounds.
var (site, content) = (args[0], args[1]);
var rounds = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 25;
int[] sizes = [10, 1_000, 10_000];
string[] pages = ["/journal", "/journal/entries", "/journal/noticed"];

var folder = Directory.CreateTempSubdirectory("avoidantguide-bench-");
try
{
    var codes = await SampleJournal.MakeAsync(Path.Combine(folder.FullName, "journal.db"), content, sizes);
    await using var server = await Server.StartAsync(site, content, folder.FullName);
    var keepers = new List<Keeper>();
    foreach (var (size, code) in sizes.Zip(codes)) keepers.Add(await Keeper.OpenAsync(server.Address, size, code));
    await Rounds.RunAsync(keepers, pages, rounds);
    var before = server.Memory;
    var times = await Rounds.RunAsync(keepers, pages, rounds);
    Table.Print(times, pages, sizes, rounds, before, server.Memory);
}
finally
{
    folder.Delete(recursive: true);
}
