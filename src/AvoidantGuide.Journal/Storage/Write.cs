namespace AvoidantGuide.Journal;

/// <summary>What is special about a write.</summary>
[Flags]
internal enum WriteKind
{
    Plain = 0,

    /// <summary>What was there before must be gone from the write-ahead log as well.</summary>
    Erases = 1,

    /// <summary>May take long: no other write waits for its commit.</summary>
    Alone = 2,

    /// <summary>Whoever asks would rather know at once that it failed.</summary>
    Once = 4,
}

/// <summary>One write on its way through the gate. Whoever gives up before its turn is let go; after that they hear what became of it.</summary>
internal sealed class Write(Func<JournalContext, Task> work, WriteKind kind, CancellationToken cancel)
{
    private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _taken;

    public bool Erases => kind.HasFlag(WriteKind.Erases);

    public bool Alone => kind.HasFlag(WriteKind.Alone);

    /// <summary>Why this one is not among what its commit holds.</summary>
    public Exception? Failure { get; set; }

    public Task RunAsync(JournalContext context) => work(context);

    /// <summary>False when someone was here first: whoever wrote has given up.</summary>
    public bool Take() => Interlocked.Exchange(ref _taken, 1) == 0;

    public void Answer(Exception? failure)
    {
        if ((Failure ?? failure) is { } reason) _answer.TrySetException(reason);
        else _answer.TrySetResult();
    }

    public async Task AnsweredAsync()
    {
        await using (cancel.UnsafeRegister(static (write, token) => ((Write)write!).GiveUp(token), this)) await _answer.Task;
    }

    private void GiveUp(CancellationToken token)
    {
        if (Take()) _answer.TrySetCanceled(token);
    }
}
