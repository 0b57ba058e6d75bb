using AvoidantGuide.Content.Files;

namespace AvoidantGuide.Content;

/// <summary>
/// The guide that readers see. A broken save keeps the last good version of that file, and its problems are reported once.
/// </summary>
public sealed class GuideLibrary
{
    private readonly Lock _looking = new();
    private readonly FolderReader _folder;
    private readonly Func<TimeProvider> _clock;
    private readonly Action<IReadOnlyList<Problem>> _report;
    private readonly Earlier _earlier = new();
    private ContentFiles _disk;
    private ContentFiles _good;
    private DateTimeOffset? _nextChange;
    private volatile IReadOnlyList<Problem> _problems = [];
    private volatile Guide _guide;
    private volatile int _version;

    private GuideLibrary(string folder, Func<TimeProvider> clock, Action<IReadOnlyList<Problem>> report)
    {
        (_folder, _clock, _report) = (new FolderReader(folder), clock, report);
        _good = _disk = _folder.Read();
        var first = Compiler.Compile(_disk, () => clock().GetUtcNow(), _earlier);
        _guide = first.Guide ?? throw new BrokenContentException(first.Problems);
        _nextChange = first.NextChange;
        Report(first.Problems);
    }

    /// <exception cref="BrokenContentException">The folder holds errors at start, when there is no good version yet.</exception>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public static GuideLibrary Open(string folder, TimeProvider clock, Action<IReadOnlyList<Problem>> report) => Open(folder, () => clock, report);

    /// <param name="clock">Asked for when the files were read: whoever has none yet may take until then to get it.</param>
    /// <inheritdoc cref="Open(string, TimeProvider, Action{IReadOnlyList{Problem}})" />
    public static GuideLibrary Open(string folder, Func<TimeProvider> clock, Action<IReadOnlyList<Problem>> report) => new(folder, clock, report);

    /// <summary>The newest good guide there was when the folder was last looked at.</summary>
    public Guide Current => _guide;

    /// <summary>All that the newest look at the folder found, sorted.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>Goes up from 0 with every change of the files or of what was found in them.</summary>
    public int Version => _version;

    /// <summary>Raised after <see cref="Version"/> went up, by whoever looked.</summary>
    public event EventHandler? Changed;

    /// <summary>Looks at the folder and at the clock.</summary>
    /// <returns>The newest good guide, the same object while readers see the same.</returns>
    public Guide Refresh() => Refresh(null);

    /// <summary>Looks at these files alone, and at the clock.</summary>
    /// <param name="saved">Paths relative to the folder, with forward slashes; null for the whole folder.</param>
    public Guide Refresh(IReadOnlyCollection<string>? saved)
    {
        lock (_looking)
        {
            var (now, problems) = (_clock().GetUtcNow(), _problems);
            try
            {
                var disk = saved is null ? _folder.Read() : _folder.Read(saved);
                if (!ReferenceEquals(disk, _disk) || _nextChange <= now || _problems is [{ File: "." }, ..])
                {
                    Adopt(disk, now);
                    Change();
                }
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // A mistake of this program's own must not take the site down: readers keep what they have, and its kind is named.
                var what = e is IOException or UnauthorizedAccessException ? "" : $" This is no mistake of yours but one of the program ({e.GetType().Name}).";
                Report([new Problem(".", 1, 1, Severity.Error, "AG104", $"The content folder cannot be read.{what} Readers keep the last good guide.", "")]);
                if (!ReferenceEquals(problems, _problems))
                    Change();
            }

            return _guide;
        }
    }

    private void Adopt(ContentFiles disk, DateTimeOffset now)
    {
        _disk = disk;
        var compiled = Compiler.Compile(disk, now, _earlier);
        var (problems, next) = (compiled.Problems, compiled.NextChange);
        var files = disk;
        if (compiled.Guide is null)
        {
            files = disk.PutBack(_good, compiled.Problems);
            compiled = Compiler.Compile(files, now, _earlier);
        }

        // Still broken: the last good texts as a whole, which change only as time passes.
        if (compiled.Guide is null)
        {
            files = _good;
            compiled = Compiler.Compile(files, now, _earlier);
        }

        // What is broken may become good as time passes.
        _nextChange = next < compiled.NextChange ? next : compiled.NextChange ?? next;
        if (compiled.Guide is { } guide)
            (_guide, _good) = (guide, files);
        Report(problems);
    }

    private void Change()
    {
        _version++;
        Changed?.Invoke(this, EventArgs.Empty);
    }

    private void Report(IReadOnlyList<Problem> problems)
    {
        if (problems.SequenceEqual(_problems))
            return;
        _problems = problems;
        _report(problems);
    }
}

public sealed class BrokenContentException(IReadOnlyList<Problem> problems) : Exception("The content has errors.")
{
    public IReadOnlyList<Problem> Problems { get; } = problems;
}
