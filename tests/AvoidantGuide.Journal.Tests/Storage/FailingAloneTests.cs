using Microsoft.EntityFrameworkCore;

namespace AvoidantGuide.Journal.Tests.Storage;

/// <summary>Saves that share a commit with every kind that fails, in any order.</summary>
[Trait("Store", "file")]
public sealed class FailingAloneTests
{
    private enum Act
    {
        Save,
        SaveAgain,
        BreakTheRules,
        BeRefused,
        FailHalfway,
        GiveUpBefore,
        GiveUpHalfway,
        GiveUpAfter,
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_fails_or_gives_up_leaves_nothing_and_takes_no_one_along()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, first) = await store.NewJournalAsync();
        var (random, expected) = (new Random(20261122), new List<Guid> { first });
        for (var round = 0; round < 30; round++)
        {
            var acts = Enumerable.Range(0, 1 + random.Next(20)).Select(_ => (Act)random.Next(8)).ToList();
            var gate = await ShutGate.ShutAsync(store.Database);
            var done = acts.ConvertAll(act => DoAsync(act, store.Database, journal, expected));
            var commits = WriteAheadLog.Commits(store);
            await gate.OpenAsync();
            await Task.WhenAll(done);
            // Nobody who kept something had a commit to themselves.
            Assert.InRange(WriteAheadLog.Commits(store) - commits, 0, 1);
            Assert.Equal(expected.Order(), (await journal.ListAsync(Cancel)).Select(entry => entry.Id).Order());
        }
    }

    private static async Task DoAsync(Act act, JournalDatabase database, OpenJournal journal, List<Guid> expected)
    {
        var id = Guid.NewGuid();
        using var giveUp = new CancellationTokenSource();
        switch (act)
        {
            case Act.Save:
                expected.Add(id);
                Assert.Equal(new SaveResult.Kept(1), await journal.AddAsync(id, Sample.Of("kept"), Cancel));
                break;
            case Act.SaveAgain:
                expected.Add(id);
                var results = await Task.WhenAll(journal.AddAsync(id, Sample.Of("twice"), Cancel), journal.AddAsync(id, Sample.Of("twice"), Cancel));
                Assert.All(results, result => Assert.Equal(new SaveResult.Kept(1), result));
                break;
            case Act.BreakTheRules:
                await Assert.ThrowsAsync<JournalStoreException>(() => AddAsync(database, Guid.NewGuid(), id, () => { }, Cancel));
                break;
            case Act.BeRefused:
                Assert.IsType<SaveResult.Conflict>(await journal.AddAsync(expected[0], Sample.Of("other words"), Cancel));
                break;
            case Act.FailHalfway:
                await Assert.ThrowsAsync<InvalidDataException>(() => AddAsync(database, journal.Id, id, () => throw new InvalidDataException(), Cancel));
                break;
            case Act.GiveUpBefore:
                var waiting = AddAsync(database, journal.Id, id, () => { }, giveUp.Token);
                await giveUp.CancelAsync();
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
                break;
            case Act.GiveUpHalfway:
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AddAsync(
                    database,
                    journal.Id,
                    id,
                    () =>
                    {
                        giveUp.Cancel();
                        giveUp.Token.ThrowIfCancellationRequested();
                    },
                    giveUp.Token));
                break;
            case Act.GiveUpAfter:
                expected.Add(id);
                Assert.Equal(2, await AddAsync(database, journal.Id, id, giveUp.Cancel, giveUp.Token));
                break;
        }
    }

    /// <summary>Adds an entry in two steps, with something that happens after them.</summary>
    private static Task<int> AddAsync(JournalDatabase database, Guid journal, Guid id, Action after, CancellationToken cancel) =>
        database.WriteAsync(journal: null,
            async (context, token) =>
            {
                context.Add(new EntryRow { JournalId = journal, Id = id, Revision = 1 });
                var added = await context.SaveChangesAsync(token);
                added += await context.Entries.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Revision, 2), token);
                after();
                return added;
            },
            cancel);
}
