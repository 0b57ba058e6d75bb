namespace AvoidantGuide.Bench;

/// <summary>The journal's pages, by number of entries.</summary>
internal static class JournalBench
{
    public static async Task<IEnumerable<Row>> RunAsync(string site, string content, string folder, int rounds)
    {
        int[] sizes = [10, 1_000, 10_000];
        string[] pages = ["/journal", "/journal/entries", "/journal/noticed"];
        var codes = await SampleJournal.MakeAsync(Path.Combine(folder, "journal.db"), content, sizes);
        await using var server = await Server.StartAsync(site, content, folder);
        var keepers = new List<Keeper>();
        foreach (var (size, code) in sizes.Zip(codes)) keepers.Add(await Keeper.OpenAsync(server.Address, size, code));
        await Rounds.RunAsync(keepers, pages, rounds);
        var before = server.Memory;
        var times = await Rounds.RunAsync(keepers, pages, rounds);
        Table.Print(times, pages, sizes, rounds, before, server.Memory);
        return pages.Select(page => new Row($"`{page}` with {sizes[^1]:N0} entries, ms", new Spread(times[(page, sizes[^1])]).ToText(), "at most 150"));
    }
}
