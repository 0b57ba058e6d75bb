namespace AvoidantGuide.Web;

/// <summary>The last of the disk is for those who have a journal already: a flood of new ones, or of files, ends before it.</summary>
/// <param name="disk">Bytes that are free, and of the whole.</param>
public sealed class Room(Func<(long Free, long Whole)> disk)
{
    /// <summary>Or a tenth, on a disk of less than ten of these.</summary>
    private const long Kept = 1L << 30;

    public bool IsShort
    {
        get
        {
            try
            {
                var (free, whole) = disk();
                return free < Math.Min(Kept, whole / 10);
            }
            catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException or ArgumentException)
            {
                // The write itself will say what is wrong with the disk.
                return false;
            }
        }
    }

    /// <summary>On a disk that this program does not see.</summary>
    public static Room Elsewhere { get; } = new(() => (long.MaxValue, long.MaxValue));

    /// <summary>Of the disk that the folder is on.</summary>
    public static Room Of(string folder)
    {
        var drive = new Lazy<DriveInfo>(() => new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(folder)! : folder));
        return new Room(() => (drive.Value.AvailableFreeSpace, drive.Value.TotalSize));
    }
}
