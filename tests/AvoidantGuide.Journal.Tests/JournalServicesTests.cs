using Microsoft.Extensions.DependencyInjection;

namespace AvoidantGuide.Journal.Tests;

public sealed class JournalServicesTests
{
    [Fact]
    public async Task What_is_registered_works_together_and_frees_the_store_at_the_end()
    {
        await using var place = TemporaryStore.Closed();
        await place.MakeAsync();
        for (var run = 0; run < 2; run++)
        {
            await using var services = new ServiceCollection().AddJournal(place.ConnectionString, retentionMonths: 12, place.Provider).BuildServiceProvider(validateScopes: true);
            await services.GetRequiredService<JournalDatabase>().OpenAsync(TestContext.Current.CancellationToken);
            var started = await services.GetRequiredService<JournalStore>().StartAsync(
                JournalCode.Generate(), form: Guid.NewGuid(), Guid.NewGuid(), Sample.Of("x"), SessionTimes.Default, TestContext.Current.CancellationToken);
            Assert.IsType<SaveResult.Kept>(started.Save);
            Assert.Equal(new SweepResult(0, 0, null), await services.GetRequiredService<RetentionSweep>().SweepAsync(TimeProvider.System.GetUtcNow(), TestContext.Current.CancellationToken));
        }
    }
}
