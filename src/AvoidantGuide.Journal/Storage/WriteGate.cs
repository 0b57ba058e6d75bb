namespace AvoidantGuide.Journal;

/// <summary>
/// Lets everything that writes through in the order it came, on one thread at a time: what waits goes together into one
/// durable commit. SQLite takes one writer anyway, but its waiting is polling and unfair; and 3.50.4 must never see a
/// checkpoint beside a writer.
/// </summary>
/// <param name="commit">Makes what it is given durable; throws when nothing of it is.</param>
internal sealed class WriteGate(Func<IReadOnlyList<Write>, Task> commit)
{
    /// <summary>Writes of one commit. More would make the first of them wait for long, and save next to nothing.</summary>
    public const int Most = 64;

    private readonly Lock _lock = new();
    private readonly Queue<Write> _waiting = new();
    private bool _running;

    /// <summary>Ends when the write is durable, or with the reason why it is not there.</summary>
    public Task WriteAsync(Write write)
    {
        var answered = write.AnsweredAsync();
        lock (_lock)
        {
            _waiting.Enqueue(write);
            if (!_running) Continue();
            _running = true;
        }

        return answered;
    }

    // Behind those who were just answered: whoever of them writes again at once is in the next commit. Unsafe: what the
    // commit does belongs to no single request.
    private void Continue() => ThreadPool.UnsafeQueueUserWorkItem(static gate => _ = gate.RunAsync(), this, preferLocal: false);

    private async Task RunAsync()
    {
        if (Take() is not { Count: > 0 } writes) return;
        Exception? failure = null;
        try
        {
            await commit(writes);
        }
        catch (Exception error)
        {
            failure = error;
        }

        foreach (var write in writes) write.Answer(failure);
        Continue();
    }

    private List<Write> Take()
    {
        var writes = new List<Write>();
        lock (_lock)
        {
            while (writes.Count < Most && _waiting.TryPeek(out var next) && (writes.Count == 0 || !(next.Alone || writes[0].Alone)))
            {
                _waiting.Dequeue();
                if (next.Take()) writes.Add(next);
            }

            _running = writes.Count > 0;
        }

        return writes;
    }
}
