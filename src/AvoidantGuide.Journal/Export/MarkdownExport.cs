using System.Text;

namespace AvoidantGuide.Journal;

internal sealed class MarkdownExport : IAsyncDisposable
{
    private readonly StreamWriter _text;

    public MarkdownExport(Stream to, DateTimeOffset now)
    {
        _text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 64 * 1024, leaveOpen: true) { NewLine = "\n" };
        _text.WriteLine($"# Notes, {now.UtcDateTime:yyyy-MM-dd}");
    }

    public async Task WriteAsync(Guid id, Entry entry, CancellationToken cancel)
    {
        var happened = entry.Head.Happened is { } when ? $", about {when:yyyy-MM-dd HH:mm}" : "";
        var page = new StringBuilder($"\n## {entry.Head.Written.UtcDateTime:yyyy-MM-dd HH:mm} UTC{happened}\n");
        foreach (var answer in entry.Answers) Append(page, answer);
        await _text.WriteAsync(page, cancel);
        await _text.FlushAsync(cancel);
    }

    public async Task EndAsync(int damaged, CancellationToken cancel)
    {
        if (damaged > 0) await _text.WriteAsync($"\n---\n\nDamaged and not here: {damaged}.\n".AsMemory(), cancel);
        await _text.FlushAsync(cancel);
    }

    public ValueTask DisposeAsync() => _text.DisposeAsync();

    private static void Append(StringBuilder page, Answer answer)
    {
        if (answer.Chosen.Count == 0 && answer.Rating is null && answer.Text.Length == 0) return;
        page.Append($"\n### {OneLine(answer.Asked)}\n");
        if (answer.Chosen.Count > 0) page.Append('\n');
        foreach (var chosen in answer.Chosen) page.Append($"- {OneLine(chosen.Label)}\n");
        if (answer.Rating is { } rating) page.Append($"\n{rating} of 10\n");
        if (answer.Text.Length == 0) return;
        page.Append('\n');
        // A person's words stay as they are, inside a quotation that none of their lines can end.
        foreach (var line in answer.Text.ReplaceLineEndings("\n").Split('\n')) page.Append($"> {line}".TrimEnd()).Append('\n');
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
