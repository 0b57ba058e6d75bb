using System.Text;

namespace AvoidantGuide.Content.Tests;

/// <summary>A real folder with the sample in it, removed afterwards.</summary>
internal sealed class ContentOnDisk : IDisposable
{
    public ContentOnDisk() => WriteAll(Sample.Texts());

    public string Folder { get; } = Directory.CreateTempSubdirectory("guide-").FullName;

    public void WriteAll(IReadOnlyDictionary<string, string> texts)
    {
        foreach (var (path, text) in texts)
            Write(path, text);
    }

    public void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public void Write(string path, byte[] bytes)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
    }

    public void Delete(string path) => File.Delete(Path.Combine(Folder, path));

    public void Remove() => Directory.Delete(Folder, recursive: true);

    /// <summary>Dates every file into the past, as files are that nobody has just saved.</summary>
    public void Settle()
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
            File.SetLastWriteTimeUtc(file, Sample.Now.UtcDateTime.AddYears(-1));
    }

    public void Dispose()
    {
        if (Directory.Exists(Folder))
            Remove();
    }
}

/// <summary>A clock that moves by hand.</summary>
internal sealed class HandClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
