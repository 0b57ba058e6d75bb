using System.Net;

namespace AvoidantGuide.Web;

/// <summary>How fast journals may begin, and how fast one may be written to: far above what people do, and below what fills a disk in a day (decision 0015).</summary>
public sealed class Floods(TimeProvider clock, Settings settings)
{
    /// <summary>One network begins no more than this part of all journals.</summary>
    private const int Part = 10;

    private readonly Buckets<int> _starts = new(clock, settings.StartsPerHour);
    private readonly Buckets<IPAddress> _startsOfOne = new(clock, Math.Max(1, settings.StartsPerHour / Part));
    private readonly Buckets<Guid> _saves = new(clock, settings.SavesPerHour);

    /// <summary>Null when a journal may begin now; else how long to wait.</summary>
    /// <param name="from">A proxy on this machine stands for everyone, so only the limit for all of them holds.</param>
    public TimeSpan? Start(IPAddress? from) =>
        from is null || IPAddress.IsLoopback(from) ? _starts.Take(0) : _starts.Wait(0) ?? _startsOfOne.Take(Network.Of(from)) ?? _starts.Take(0);

    /// <summary>Null when the journal may be written to now; else how long to wait.</summary>
    public TimeSpan? Save(Guid journal) => _saves.Take(journal);
}
