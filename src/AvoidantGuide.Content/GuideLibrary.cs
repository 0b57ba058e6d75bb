using AvoidantGuide.Content.Files;

namespace AvoidantGuide.Content;

/// <summary>
/// The guide that readers see. A saved file shows on the next call; a broken save keeps the last good version
/// of that file, and its problems are reported once.
/// </summary>
public sealed class GuideLibrary
{
    private readonly Lock _looking = new();
    private readonly string _folder;
    private readonly TimeProvider _clock;
    private readonly Action<IReadOnlyList<Problem>> _report;
    private readonly ParsedFiles _parsed = new();
    private FolderStamp? _stamp;
    private ContentFiles _disk;
    private ContentFiles _good;
    private DateTimeOffset? _nextPublish;
    private IReadOnlyList<Problem> _reported = [];
    private volatile Guide _guide;

    private GuideLibrary(string folder, TimeProvider clock, Action<IReadOnlyList<Problem>> report)
    {
        (_folder, _clock, _report) = (folder, clock, report);
        _stamp = FolderStamp.Of(folder);
        _good = _disk = ContentFiles.Read(folder);
        var first = Compiler.Compile(_disk, clock.GetUtcNow(), _parsed);
        _guide = first.Guide ?? throw new BrokenContentException(first.Problems);
        _nextPublish = first.NextPublish;
        Report(first.Problems);
    }

    /// <exception cref="BrokenContentException">The folder holds errors at start, when there is no good version yet.</exception>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public static GuideLibrary Open(string folder, TimeProvider clock, Action<IReadOnlyList<Problem>> report) => new(folder, clock, report);

    /// <summary>The newest good guide: looks at the folder first.</summary>
    public Guide Current
    {
        get
        {
            // One looks, and the others go on reading what there is.
            if (_looking.TryEnter())
            {
                try
                {
                    Look();
                }
                finally
                {
                    _looking.Exit();
                }
            }

            return _guide;
        }
    }

    private void Look()
    {
        var now = _clock.GetUtcNow();
        try
        {
            // Before the files are read: a file saved in between is then seen on the next call.
            var stamp = FolderStamp.Of(_folder);
            var disk = stamp.Equals(_stamp) ? _disk : ContentFiles.Read(_folder);
            _stamp = stamp;
            if (!Same(disk, _disk) || _nextPublish <= now || _reported is [{ File: "." }, ..])
                Adopt(disk, now);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _stamp = null;
            Report([new Problem(".", 1, 1, Severity.Error, "AG104", "The content folder cannot be read. Readers keep the last good guide.", "")]);
        }
    }

    private void Adopt(ContentFiles disk, DateTimeOffset now)
    {
        _disk = disk;
        var compiled = Compiler.Compile(disk, now, _parsed);
        Report(compiled.Problems);
        var files = disk;
        if (compiled.Guide is null)
        {
            files = disk.PutBack(_good, compiled.Problems);
            compiled = Compiler.Compile(files, now, _parsed);
        }

        // Still broken: the last good texts as a whole, which change only as their publish times pass.
        if (compiled.Guide is null)
        {
            files = _good;
            compiled = Compiler.Compile(files, now, _parsed);
        }

        _nextPublish = compiled.NextPublish;
        if (compiled.Guide is { } guide)
            (_guide, _good) = (guide, files);
    }

    private void Report(IReadOnlyList<Problem> problems)
    {
        if (problems.SequenceEqual(_reported))
            return;
        _reported = problems;
        _report(problems);
    }

    private static bool Same(ContentFiles left, ContentFiles right) =>
        ReferenceEquals(left, right)
        || (left.Texts.Count == right.Texts.Count && left.Problems.SequenceEqual(right.Problems)
        && left.Texts.All(file => right.Texts.TryGetValue(file.Key, out var text) && text == file.Value));
}

public sealed class BrokenContentException(IReadOnlyList<Problem> problems) : Exception("The content has errors.")
{
    public IReadOnlyList<Problem> Problems { get; } = problems;
}
