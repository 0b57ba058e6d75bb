namespace AvoidantGuide.Browser.Tests.Writing;

/// <summary>A file that was taken away from a journal, on the person's device until the test is over.</summary>
internal sealed class TakenAway : IDisposable
{
    public const string Encrypted = "An encrypted file";
    public const string Json = "A file for programs";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("avoidantguide-");

    public string Path { get; private set; } = "";

    /// <summary>Takes it from the journal that is open.</summary>
    public static async Task<TakenAway> FromAsync(Visitor keeper, string button)
    {
        await keeper.GoAsync("/journal/export");
        return await ByAsync(keeper, () => keeper.Button(button).ClickAsync());
    }

    /// <param name="step">What makes the browser download it.</param>
    public static async Task<TakenAway> ByAsync(Visitor keeper, Func<Task> step)
    {
        var taken = new TakenAway();
        var download = await keeper.Page.RunAndWaitForDownloadAsync(step);
        taken.Path = System.IO.Path.Combine(taken._folder.FullName, download.SuggestedFilename);
        await download.SaveAsAsync(taken.Path);
        return taken;
    }

    /// <summary>Any other file that a person might have.</summary>
    public static async Task<TakenAway> HoldingAsync(string name, string text)
    {
        var taken = new TakenAway();
        taken.Path = System.IO.Path.Combine(taken._folder.FullName, name);
        await File.WriteAllTextAsync(taken.Path, text, TestContext.Current.CancellationToken);
        return taken;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
