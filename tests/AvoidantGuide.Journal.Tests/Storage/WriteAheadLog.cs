using System.Buffers.Binary;

namespace AvoidantGuide.Journal.Tests.Storage;

/// <summary>The log beside a store, as https://sqlite.org/fileformat2.html#the_write_ahead_log lays it out.</summary>
internal static class WriteAheadLog
{
    private const int Header = 32;
    private const int FrameHeader = 24;

    public static long Length(TemporaryStore store) => new FileInfo(store.File + "-wal").Length;

    /// <summary>How many commits the log holds: frames that name the size of the database after them.</summary>
    public static int Commits(TemporaryStore store)
    {
        using var file = new FileStream(store.File + "-wal", FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var log = new byte[file.Length];
        file.ReadExactly(log);
        if (log.Length == 0) return 0;
        var page = (int)BinaryPrimitives.ReadUInt32BigEndian(log.AsSpan(8));
        var salts = log.AsSpan(16, 8).ToArray();
        return Enumerable.Range(0, (log.Length - Header) / (FrameHeader + page))
            .Select(frame => log.AsSpan(Header + (frame * (FrameHeader + page)), FrameHeader).ToArray())
            .Count(frame => frame.AsSpan(8, 8).SequenceEqual(salts) && BinaryPrimitives.ReadUInt32BigEndian(frame.AsSpan(4)) != 0);
    }
}
