using System.Globalization;

namespace AvoidantGuide.Faults;

/// <summary>An ext4 file system in a file, mounted on a loop device.</summary>
/// <param name="File">What would be on the disk after a power cut: all that was written to the device. What only stands in the file system's own memory is not in it.</param>
internal sealed record LoopDisk(string File, string Folder) : IAsyncDisposable
{
    private const int Megabytes = 256;

    public static async Task<LoopDisk> MakeAsync(string file, string folder)
    {
        await Shell.RunAsync("truncate", "-s", $"{Megabytes}M", file);
        // Nothing is left to be written later by itself.
        await Shell.RunAsync("mkfs.ext4", "-q", "-F", "-N", "512", "-J", "size=8", "-E", "lazy_itable_init=0,lazy_journal_init=0", file);
        return await MountAsync(file, folder);
    }

    public static async Task<LoopDisk> MountAsync(string file, string folder)
    {
        Directory.CreateDirectory(folder);
        await Shell.RunAsync("mount", "-o", "loop", file, folder);
        return new LoopDisk(file, folder);
    }

    /// <summary>The disk as it is at one moment, if nothing is written to it meanwhile: otherwise once more. Nothing is flushed for it.</summary>
    public async Task CopyAsync(string to)
    {
        var device = Path.GetFileName(await Shell.RunAsync("findmnt", "-n", "-o", "SOURCE", Folder));
        string before;
        do
        {
            before = Written(device);
            await Shell.RunAsync("cp", "--sparse=always", File, to);
        }
        while (Written(device) != before);
    }

    public async ValueTask DisposeAsync()
    {
        await Shell.RunAsync("umount", Folder);
        System.IO.File.Delete(File);
    }

    /// <summary>Writes that the device has finished and those under way (Documentation/block/stat.rst).</summary>
    private static string Written(string device)
    {
        var counts = System.IO.File.ReadAllText($"/sys/block/{device}/stat").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Create(CultureInfo.InvariantCulture, $"{counts[4]} {counts[8]}");
    }
}
