using System.Diagnostics;

namespace AvoidantGuide.Bench;

/// <summary>An editor and a reader at a server over a folder of so many pages.</summary>
internal sealed class EditedPages(string folder, Uri address) : IDisposable
{
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(60);
    private readonly HttpClient _client = new() { BaseAddress = address };

    public void Dispose() => _client.Dispose();

    /// <summary>Changes one word of a page that was not changed before, and asks for the page until the word is there.</summary>
    /// <param name="number">The page's.</param>
    /// <param name="inPlace">Otherwise it is written beside, then renamed.</param>
    /// <returns>Milliseconds from the end of the save to the last byte of the first good answer.</returns>
    public async Task<double> SaveAsync(int number, bool inPlace)
    {
        var morning = SampleGuide.Evening.Replace("evening", "morning", StringComparison.Ordinal);
        var file = SampleGuide.PageFile(folder, number);
        var text = (await File.ReadAllTextAsync(file)).Replace(SampleGuide.Evening, morning, StringComparison.Ordinal);
        await _client.GetStringAsync($"/page-{number}");
        await File.WriteAllTextAsync(inPlace ? file : file + ".new", text);
        if (!inPlace) File.Move(file + ".new", file, overwrite: true);

        var saved = Stopwatch.GetTimestamp();
        while (!(await _client.GetStringAsync($"/page-{number}")).Contains(morning, StringComparison.Ordinal))
        {
            if (Stopwatch.GetElapsedTime(saved) > _longest) throw new TimeoutException("The saved page was never shown.");
            await Task.Delay(1);
        }

        return Stopwatch.GetElapsedTime(saved).TotalMilliseconds;
    }

    /// <returns>Milliseconds of each query, asked once, to the last byte of its page.</returns>
    public async Task<IReadOnlyList<double>> SearchAsync()
    {
        var times = new List<double>();
        foreach (var query in Queries.All)
        {
            var begun = Stopwatch.GetTimestamp();
            await _client.GetStringAsync($"/search?q={Uri.EscapeDataString(query)}");
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        return times;
    }
}
