namespace AvoidantGuide.Journal.Tests.Import;

internal static class Files
{
    public static Task<byte[]> JsonAsync(OpenJournal journal) => WrittenAsync(to => JournalExport.WriteJsonAsync(journal, to, TestContext.Current.CancellationToken));

    public static Task<byte[]> EncryptedAsync(OpenJournal journal) => WrittenAsync(to => JournalExport.WriteEncryptedAsync(journal, to, TestContext.Current.CancellationToken));

    private static async Task<byte[]> WrittenAsync(Func<Stream, Task> write)
    {
        using var to = new MemoryStream();
        await write(to);
        return to.ToArray();
    }
}

/// <summary>As a slow line delivers: cut at every place there is.</summary>
internal sealed class OneByteAtATime(byte[] bytes) : MemoryStream(bytes)
{
    private int _read;

    // Every place in the first ten thousand bytes; afterwards in larger steps, to be done this year.
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Read(buffer.Span[..Math.Min(buffer.Length, _read++ < 10_000 ? 1 : 4_093)]));
}
