namespace AvoidantGuide.Web.Finished;

/// <summary>How often the finished pages of one route were sent, by method and status.</summary>
internal sealed class Tally(string route)
{
    private long _got;
    private long _headed;
    private long _gotUnchanged;
    private long _headedUnchanged;

    public string Route => route;

    public void Count(bool whole, bool unchanged) =>
        Interlocked.Increment(ref whole ? ref unchanged ? ref _gotUnchanged : ref _got : ref unchanged ? ref _headedUnchanged : ref _headed);

    /// <summary>What was counted since it was last taken, where it was anything.</summary>
    public IEnumerable<(string Method, int Status, long Times)> Take() => new[]
    {
        (HttpMethods.Get, StatusCodes.Status200OK, Interlocked.Exchange(ref _got, 0)),
        (HttpMethods.Get, StatusCodes.Status304NotModified, Interlocked.Exchange(ref _gotUnchanged, 0)),
        (HttpMethods.Head, StatusCodes.Status200OK, Interlocked.Exchange(ref _headed, 0)),
        (HttpMethods.Head, StatusCodes.Status304NotModified, Interlocked.Exchange(ref _headedUnchanged, 0)),
    }.Where(counted => counted.Item3 > 0);
}
