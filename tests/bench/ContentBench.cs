using System.Globalization;

namespace AvoidantGuide.Bench;

/// <summary>The guide with ten thousand pages: its load beside Hugo's, an edited file, searches, memory.</summary>
internal static class ContentBench
{
    private const int Small = 100;
    private const int Large = 10_000;
    private const int Edits = 20;
    private const int Searches = 20;
    private const double Megabyte = 1_000_000;

    public static async Task<IEnumerable<Row>> RunAsync(string site, string content, string folder, int rounds)
    {
        var small = SampleGuide.Write(content, Path.Combine(folder, "small"), Small);
        var large = SampleGuide.Write(content, Path.Combine(folder, "large"), Large);
        var hugo = await HugoSite.MakeAsync(large, Path.Combine(folder, "hugo"));
        var beside = await LoadAsync(large, hugo, rounds);
        await using var few = await Server.StartAsync(site, small, Directory.CreateDirectory(Path.Combine(folder, "few")).FullName);
        await using var many = await Server.StartAsync(site, large, Directory.CreateDirectory(Path.Combine(folder, "many")).FullName);
        using var fewPages = new EditedPages(small, few.Address);
        using var manyPages = new EditedPages(large, many.Address);
        var edit = await EditAsync(fewPages, manyPages);
        using var loaded = LoadedGuide.Start(large);
        var memory = await loaded.MemoryAsync();
        var search = await SearchAsync(loaded, manyPages);
        using var shipped = LoadedGuide.Start(content);
        var multiple = SayMemory(large, memory, await shipped.MemoryAsync());
        return
        [
            .. beside is null ? Array.Empty<Row>() : [new("load of 10,000 pages / Hugo's", beside.ToText("0.00"), "at most 1")],
            new("a saved page among 10,000, ms until it is live", edit.ToText(), "at most 100"),
            new("a search among 10,000 pages, ms at the index", search.ToText(), "below 5, none over 15"),
            new("10,000 pages and their search in memory / their Markdown", multiple.ToString("0.00", CultureInfo.InvariantCulture), "at most 3"),
        ];
    }

    private static double SayMemory(string large, GuideMemory memory, GuideMemory shipped)
    {
        double markdown = Directory.EnumerateFiles(large, "*.md", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);
        Say($"\nMemory with {Large:N0} pages and their search, after a full collection. Their Markdown is {markdown / Megabyte:0.0} MB of UTF-8.\n");
        Say($"| what | MB | times the Markdown |\n|---|---|---|");
        Cells("live objects", memory.Managed);
        Cells("what SQLite holds", memory.Sqlite);
        Cells("both", memory.Managed + memory.Sqlite);
        Cells("the process above one with the shipped guide alone", memory.Process - shipped.Process);
        return (memory.Managed + memory.Sqlite) / markdown;

        void Cells(string what, double bytes) => Say($"| {what} | {bytes / Megabyte:0.0} | {bytes / markdown:0.00} |");
    }

    private static async Task<Spread?> LoadAsync(string large, HugoSite? hugo, int rounds)
    {
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = -1; round < rounds; round++)
        {
            var (load, build) = (await LoadedGuide.LoadAsync(large), hugo is null ? 0 : await hugo.BuildAsync());
            if (round < 0) continue;
            ours.Add(load);
            theirs.Add(build);
        }

        Say($"Seconds from the start of a process to its end, over {Large:N0} pages: median of {rounds} rounds (lowest to highest), after one that does not count.\n");
        Say($"| process | seconds |\n|---|---|");
        Say($"| the guide is loaded and its search built, by the library in a process of its own | {new Spread(ours).ToText("0.00")} |");
        if (hugo is null) return null;
        Say($"| `hugo --quiet` into an empty folder ({hugo.Version}) | {new Spread(theirs).ToText("0.00")} |");
        var ratio = new Spread(ours.Zip(theirs, (our, their) => our / their));
        Say($"| ours / Hugo, round by round | {ratio.ToText("0.00")} |");
        return ratio;
    }

    private static async Task<Spread> EditAsync(EditedPages few, EditedPages many)
    {
        var random = new Random(Edits);
        (bool InPlace, EditedPages Pages)[] cells = [(false, few), (false, many), (true, few), (true, many)];
        var times = cells.ToDictionary(cell => cell, _ => new List<double>());
        for (var round = 0; round <= Edits; round++)
        {
            foreach (var ((inPlace, pages), spread) in times)
            {
                // People do not save in step with the server's own looks at the folder.
                await Task.Delay(random.Next(300, 800));
                var time = await pages.SaveAsync((round * 2) + (inPlace ? 1 : 0), inPlace);
                if (round > 0) spread.Add(time);
            }
        }

        Say($"\nMilliseconds from the end of a save, which changed one word of one page, to the last byte of the first answer that has it: median of {Edits} (lowest to highest).\n");
        Say($"| how it was saved | {Small:N0} pages | {Large:N0} pages |\n|---|---|---|");
        Say($"| beside, then renamed | {new Spread(times[(false, few)]).ToText()} | {new Spread(times[(false, many)]).ToText()} |");
        Say($"| in place | {new Spread(times[(true, few)]).ToText()} | {new Spread(times[(true, many)]).ToText()} |");
        return new Spread(times[(false, many)].Concat(times[(true, many)]));
    }

    private static async Task<Spread> SearchAsync(LoadedGuide loaded, EditedPages many)
    {
        var (door, page) = (new List<double>(), new List<double>());
        for (var round = -2; round < Searches; round++)
        {
            var (atDoor, overHttp) = (await loaded.SearchAsync(), await many.SearchAsync());
            if (round < 0) continue;
            door.AddRange(atDoor);
            page.AddRange(overHttp);
        }

        Say($"\nMilliseconds of a search among {Large:N0} pages: {Queries.All.Count} queries in {Searches} rounds, after two that do not count.\n");
        Say($"| asked | median | 99 of 100 | slowest |\n|---|---|---|---|");
        foreach (var (asked, times) in new[] { ("`SearchIndex.Find`", new Spread(door)), ("`/search?q=`, the whole page", new Spread(page)) })
            Say($"| {asked} | {times.Median:0.0} | {times.Percentile(99):0.0} | {times.Worst:0.0} |");
        return new Spread(door);
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
