namespace AvoidantGuide.Web;

/// <summary>
/// A bucket of tokens for each key, in memory: an hour's worth at once, and then one each so often (the generic cell rate
/// algorithm, ITU-T I.371). Only a token that was given is remembered, until the bucket is full again.
/// </summary>
internal sealed class Buckets<TKey>(TimeProvider clock, int perHour) where TKey : notnull
{
    private static readonly TimeSpan _hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan _betweenSweeps = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly long _start = clock.GetTimestamp();
    private readonly TimeSpan _each = _hour / perHour;

    /// <summary>When each bucket is full again. By a clock that nobody sets: one that went back must not refuse anyone for years.</summary>
    private readonly Dictionary<TKey, TimeSpan> _full = [];
    private TimeSpan _swept;

    /// <summary>Buckets that are not full.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _full.Count;
        }
    }

    /// <summary>Takes a token; where there is none, how long until there is one.</summary>
    public TimeSpan? Take(TKey key) => Ask(key, take: true);

    /// <summary>How long until there is a token; null where there is one.</summary>
    public TimeSpan? Wait(TKey key) => Ask(key, take: false);

    private TimeSpan? Ask(TKey key, bool take)
    {
        var now = clock.GetElapsedTime(_start);
        lock (_lock)
        {
            Sweep(now);
            var full = (_full.TryGetValue(key, out var at) && at > now ? at : now) + _each;
            if (full - now > _hour) return full - now - _hour;
            if (take) _full[key] = full;
            return null;
        }
    }

    private void Sweep(TimeSpan now)
    {
        if (now - _swept < _betweenSweeps) return;
        _swept = now;
        foreach (var (key, full) in _full)
            if (full <= now) _full.Remove(key);
    }
}
