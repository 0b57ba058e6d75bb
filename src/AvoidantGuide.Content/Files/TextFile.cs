using System.Text;
using System.Text.Unicode;

namespace AvoidantGuide.Content.Files;

/// <summary>A file's text, or what kept it from being read as text.</summary>
internal readonly record struct TextFile(SavedText? Text, Problem? Problem)
{
    private const int Largest = 1024 * 1024;

    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static TextFile Read(ListedFile listed)
    {
        if (listed.IsUnread)
            return Wrong(listed, ContentFolder.Unread(listed.Path), Severity.Warning);
        if (listed.IsElsewhere)
            return Wrong(listed, "This is a link that leads out of the content folder, or nowhere, so it is not read. Put what it leads to in its place.");
        // Nothing to read; and a pipe, which says of itself that it is empty, would never answer.
        if (listed.Length == 0)
            return new TextFile(SavedText.Empty, null);
        try
        {
            using var stream = new FileStream(listed.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            if (stream.Length > Largest)
                return Wrong(listed, $"The file is larger than {Largest / 1024} KiB. Split it.");
            var bytes = new byte[stream.Length];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return Decode(listed.Path, bytes.AsSpan(0, length));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Wrong(listed, "The file cannot be opened. Look at its permissions.");
        }
    }

    private static TextFile Decode(string path, ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
            return new TextFile(new SavedText(bytes), null);
        var before = _strict.GetString(bytes[..Valid(bytes)]);
        var line = before.AsSpan().Count('\n') + 1;
        var start = before.LastIndexOf('\n') + 1;
        return new TextFile(null, new Problem(path, line, before.Length - start + 1, Severity.Error, "AG101", "The file is not UTF-8 from here on. Save it as \"UTF-8\".", before[start..]));
    }

    /// <summary>How many bytes from the start are well-formed.</summary>
    private static int Valid(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes[at..], out _, out var used) == System.Buffers.OperationStatus.Done)
            at += used;
        return at;
    }

    private static TextFile Wrong(ListedFile listed, string message, Severity severity = Severity.Error) => new(null, new Problem(listed.Path, 1, 1, severity, "AG104", message, ""));
}
