namespace AvoidantGuide.Journal.Tests.Storage;

[Trait("Store", "file")]
public sealed class WriteGateTests
{
    private readonly List<List<Write>> _commits = [];
    private readonly TaskCompletionSource _begun = new();
    private readonly TaskCompletionSource _go = new();
    private readonly WriteGate _gate;
    private readonly Task _first;

    /// <summary>A gate whose first commit lasts until it is told to go on.</summary>
    public WriteGateTests()
    {
        _gate = new WriteGate(CommitAsync);
        _first = _gate.WriteAsync(NewWrite());
    }

    [Fact]
    public async Task Writers_come_in_the_order_they_asked_and_share_commits_of_bounded_size()
    {
        await _begun.Task;
        var writes = Enumerable.Range(0, 150).Select(_ => NewWrite()).ToList();
        var waiting = writes.ConvertAll(_gate.WriteAsync);
        Assert.DoesNotContain(waiting, answer => answer.IsCompleted);
        _go.SetResult();
        await Task.WhenAll(waiting);
        Assert.Equal(writes, _commits.Skip(1).SelectMany(commit => commit));
        Assert.Equal([1, 64, 64, 22], _commits.Select(commit => commit.Count));
    }

    [Fact]
    public async Task Something_long_has_a_commit_to_itself_and_keeps_its_place()
    {
        await _begun.Task;
        WriteKind[] kinds = [WriteKind.Plain, WriteKind.Erases, WriteKind.Alone, WriteKind.Alone | WriteKind.Erases, WriteKind.Plain, WriteKind.Plain];
        var writes = Array.ConvertAll(kinds, kind => NewWrite(kind));
        var waiting = Array.ConvertAll(writes, _gate.WriteAsync);
        _go.SetResult();
        await Task.WhenAll(waiting);
        Assert.Equal(writes, _commits.Skip(1).SelectMany(commit => commit));
        Assert.Equal([1, 2, 1, 1, 2], _commits.Select(commit => commit.Count));
    }

    [Fact]
    public async Task One_who_gives_up_before_their_turn_is_let_go_at_once_and_holds_up_no_one()
    {
        await _begun.Task;
        using var giveUp = new CancellationTokenSource();
        var before = _gate.WriteAsync(NewWrite());
        var gone = _gate.WriteAsync(Impatient(giveUp.Token));
        var after = _gate.WriteAsync(NewWrite());
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _gate.WriteAsync(Impatient(giveUp.Token)));
        Assert.False(before.IsCompleted || after.IsCompleted);
        _go.SetResult();
        await Task.WhenAll(_first, before, after);
        Assert.Equal([1, 2], _commits.Select(commit => commit.Count));
    }

    [Fact]
    public async Task One_who_gives_up_when_their_turn_has_come_hears_how_it_went()
    {
        await _begun.Task;
        using var giveUp = new CancellationTokenSource();
        var answer = _gate.WriteAsync(new Write(_ => giveUp.CancelAsync(), WriteKind.Plain, giveUp.Token));
        _go.SetResult();
        await answer;
        Assert.True(giveUp.IsCancellationRequested);
    }

    [Fact]
    public async Task A_commit_that_fails_fails_for_all_it_held_and_for_nobody_else()
    {
        await _begun.Task;
        var failing = new Write(_ => throw new IOException("no"), WriteKind.Plain, CancellationToken.None);
        var waiting = new[] { NewWrite(), failing, NewWrite() }.Select(_gate.WriteAsync).ToList();
        var alone = _gate.WriteAsync(NewWrite(WriteKind.Alone));
        _go.SetResult();
        await Task.WhenAll(_first, alone);
        foreach (var answer in waiting) await Assert.ThrowsAsync<IOException>(() => answer);
        await _gate.WriteAsync(NewWrite());
        Assert.Equal([1, 3, 1, 1], _commits.Select(commit => commit.Count));
    }

    private static Write NewWrite(WriteKind kind = WriteKind.Plain) => new(_ => Task.CompletedTask, kind, CancellationToken.None);

    private static Write Impatient(CancellationToken cancel) => new(_ => Task.CompletedTask, WriteKind.Plain, cancel);

    private async Task CommitAsync(IReadOnlyList<Write> writes)
    {
        _commits.Add([.. writes]);
        _begun.TrySetResult();
        await _go.Task;
        foreach (var write in writes) await write.RunAsync(null!);
    }
}
