namespace AvoidantGuide.Web.Finished;

/// <summary>The guide answers first: whatever else is done at start stands back until the server has made a page.</summary>
public sealed class FirstPage
{
    private readonly TaskCompletionSource _made = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends whether or not it could be made.</summary>
    public Task Made => _made.Task;

    internal void Tell() => _made.TrySetResult();
}
