namespace AvoidantGuide.Journal.Tests.Storage;

public sealed class WriteGateTests
{
    [Fact]
    public async Task Writers_come_in_the_order_they_asked()
    {
        var gate = new WriteGate();
        var order = new List<int>();
        var first = await gate.EnterAsync(CancellationToken.None);
        var waiting = Enumerable.Range(0, 50).Select(async i =>
        {
            using var pass = await gate.EnterAsync(CancellationToken.None);
            order.Add(i);
        }).ToList();
        first.Dispose();
        await Task.WhenAll(waiting);
        Assert.Equal(Enumerable.Range(0, 50), order);
    }

    [Fact]
    public async Task One_who_gives_up_holds_up_no_one_and_leaving_twice_lets_no_two_in()
    {
        var gate = new WriteGate();
        using var giveUp = new CancellationTokenSource();
        var first = await gate.EnterAsync(CancellationToken.None);
        var gone = gate.EnterAsync(giveUp.Token);
        var second = gate.EnterAsync(CancellationToken.None);
        var third = gate.EnterAsync(CancellationToken.None);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        first.Dispose();
        first.Dispose();
        using (await second) Assert.False(third.IsCompleted);
        (await third).Dispose();
        using var last = await gate.EnterAsync(CancellationToken.None);
    }
}
