namespace AvoidantGuide.Journal.Tests.Storage;

/// <summary>A store whose gate is held by a write that lasts: what comes meanwhile waits, and goes on together.</summary>
internal sealed class ShutGate
{
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task<int> _holder;

    private ShutGate(JournalDatabase database, TaskCompletionSource begun) =>
        _holder = database.WriteAsync(
            journal: null,
            async (_, _) =>
            {
                begun.SetResult();
                await _open.Task;
                return 0;
            },
            TestContext.Current.CancellationToken);

    public static async Task<ShutGate> ShutAsync(JournalDatabase database)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var gate = new ShutGate(database, begun);
        await begun.Task;
        return gate;
    }

    public Task OpenAsync()
    {
        _open.SetResult();
        return _holder;
    }
}
