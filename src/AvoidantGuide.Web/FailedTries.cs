using System.Net;

namespace AvoidantGuide.Web;

/// <summary>
/// Counts refused codes for each network, in memory and for ten minutes. It only ever refuses tries that failed:
/// a right code always opens, behind the same address too. At 129 bits nobody guesses in; the limit keeps a flood quiet.
/// </summary>
public sealed class FailedTries(TimeProvider clock)
{
    public const int Limit = 20;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    /// <summary>
    /// However many networks someone has, there are no more counts than these. Networks that share one share its limit, and all
    /// that a limit does is to say of a wrong code that there were many.
    /// </summary>
    private const int Places = 1 << 16;
    private const int BitsOfTries = 16;

    // Each the second of its first try, and how many there were since.
    private readonly long[] _counts = new long[Places];
    private readonly long _start = clock.GetTimestamp();

    /// <summary>Notes a failed try; true when there were too many.</summary>
    public bool Note(IPAddress? address)
    {
        // The hash has a seed of this process: nobody chooses whom they share a count with.
        ref var count = ref _counts[(uint)Network.Of(address).GetHashCode() % Places];
        var now = (long)clock.GetElapsedTime(_start).TotalSeconds;
        while (true)
        {
            var found = Volatile.Read(ref count);
            var (since, tries) = (found >> BitsOfTries, found & ((1 << BitsOfTries) - 1));
            var (from, noted) = tries == 0 || now - since >= Window.TotalSeconds ? (now, 1) : (since, Math.Min(tries + 1, Limit + 1));
            if (Interlocked.CompareExchange(ref count, (from << BitsOfTries) | noted, found) == found) return noted > Limit;
        }
    }
}
