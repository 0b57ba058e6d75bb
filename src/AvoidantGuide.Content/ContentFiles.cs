using System.Text;
using AvoidantGuide.Content.Files;

namespace AvoidantGuide.Content;

/// <summary>The texts of a content folder, by path relative to it, as they were at one moment.</summary>
public sealed record ContentFiles(IReadOnlyDictionary<string, string> Texts)
{
    private const int Largest = 1024 * 1024;

    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What kept a file from being read as text. Such a file is not among the texts.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>Reads every file the guide is made of; a file that cannot be read becomes a problem.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public static ContentFiles Read(string folder)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var problems = new List<Problem>();
        foreach (var (path, file) in ContentFolder.Files(folder))
        {
            try
            {
                using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                if (stream.Length > Largest)
                {
                    problems.Add(Whole(path, "AG104", $"The file is larger than {Largest / 1024} KiB. Split it."));
                    continue;
                }

                var bytes = new byte[stream.Length];
                var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
                if (Text(path, bytes.AsSpan(0, length), problems) is { } text)
                    texts[path] = text;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                problems.Add(Whole(path, "AG104", "The file cannot be opened. Look at its permissions."));
            }
        }

        return new ContentFiles(texts) { Problems = problems };
    }

    /// <summary>These files, with the good text of every file that has an error; a new file that has one is left out.</summary>
    internal ContentFiles PutBack(ContentFiles good, IEnumerable<Problem> problems)
    {
        var texts = new Dictionary<string, string>(Texts, StringComparer.Ordinal);
        foreach (var path in problems.Where(problem => problem.Severity == Severity.Error).Select(problem => problem.File).Distinct(StringComparer.Ordinal))
        {
            if (good.Texts.TryGetValue(path, out var text))
                texts[path] = text;
            else
                texts.Remove(path);
        }

        return new ContentFiles(texts);
    }

    private static string? Text(string path, ReadOnlySpan<byte> bytes, List<Problem> problems)
    {
        try
        {
            return _strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            var good = System.Text.Unicode.Utf8.IsValid(bytes) ? bytes.Length : Valid(bytes);
            var before = _strict.GetString(bytes[..good]);
            var line = before.AsSpan().Count('\n') + 1;
            var start = before.LastIndexOf('\n') + 1;
            problems.Add(new Problem(path, line, before.Length - start + 1, Severity.Error, "AG101",
                "The file is not UTF-8 from here on. Save it as \"UTF-8\".", before[start..]));
            return null;
        }
    }

    /// <summary>How many bytes from the start are well-formed.</summary>
    private static int Valid(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes[at..], out _, out var used) == System.Buffers.OperationStatus.Done)
            at += used;
        return at;
    }

    private static Problem Whole(string path, string code, string message) => new(path, 1, 1, Severity.Error, code, message, "");
}
