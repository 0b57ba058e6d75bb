namespace AvoidantGuide.Web.Finished;

/// <summary>The guide answers first: whatever else is done at start stands back until the server has made a page.</summary>
public sealed class FirstPage
{
    private readonly TaskCompletionSource _made = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Waits until it was made, or could not be, and the server listens.</summary>
    /// <returns>False when the server is stopping, perhaps before it began.</returns>
    public async Task<bool> MadeAsync(CancellationToken stop)
    {
        await _made.Task.WaitAsync(stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !stop.IsCancellationRequested;
    }

    internal void Tell() => _made.TrySetResult();
}
