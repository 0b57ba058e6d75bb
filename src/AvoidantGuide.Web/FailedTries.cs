using System.Collections.Concurrent;
using System.Net;

namespace AvoidantGuide.Web;

/// <summary>
/// Counts refused codes for each network address, in memory and for ten minutes. It only ever refuses tries that failed:
/// a right code always opens, behind the same address too. At 129 bits nobody guesses in; the limit keeps a flood quiet.
/// </summary>
public sealed class FailedTries(TimeProvider clock)
{
    public const int Limit = 20;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private const int MostAddresses = 10_000;

    private readonly ConcurrentDictionary<IPAddress, Count> _counts = new();

    /// <summary>Notes a failed try; true when there were too many.</summary>
    public bool Note(IPAddress? address)
    {
        var now = clock.GetUtcNow();
        if (_counts.Count >= MostAddresses)
            foreach (var (old, count) in _counts)
                if (now - count.Since >= Window) _counts.TryRemove(old, out _);
        var noted = _counts.AddOrUpdate(
            Network(address),
            new Count(now, 1),
            (_, count) => now - count.Since >= Window ? new Count(now, 1) : count with { Tries = count.Tries + 1 });
        return noted.Tries > Limit;
    }

    /// <summary>One household or server has a whole /64 of IPv6.</summary>
    private static IPAddress Network(IPAddress? address)
    {
        if (address is null) return IPAddress.None;
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        if (bytes.Length == 16) bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }

    private sealed record Count(DateTimeOffset Since, int Tries);
}
