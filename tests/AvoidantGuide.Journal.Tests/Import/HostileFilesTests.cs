using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace AvoidantGuide.Journal.Tests.Import;

/// <summary>A file that was changed is refused clearly, or is taken in whole; never by halves, and never with another failure.</summary>
public sealed class HostileFilesTests
{
    private static readonly string[] _values =
    [
        "null", "true", "[]", "{}", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "-1", "0", "1e400", "99999999999999999999", "2147483648", "\"9999-12-31T23:59:59.9999999Z\"", "\"0001-01-01T00:00:00\"",
        "\"2026-11-22T09:00:00+14:00\"", "\"00000000-0000-0000-0000-000000000000\"", "[null]", "[[[[[[[[]]]]]]]]", "\"../../etc/passwd\"", "{\"a\":null}",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_change_of_bytes_is_taken_in_by_halves(bool encrypted)
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (whole, here) = await JournalsAsync(store);
        var code = encrypted ? whole.Code : null;
        var file = encrypted ? await Files.EncryptedAsync(whole.Journal) : await Files.JsonAsync(whole.Journal);
        // The page around the data may be anything: what counts begins where the data does.
        var from = encrypted ? file.AsSpan().IndexOf(Encoding.ASCII.GetBytes(EncryptedFile.Begin)) : 0;
        await Properties.CheckAsync(Seeds, async seed =>
        {
            var random = new System.Random(seed);
            var changed = Changed(random, file, from);
            var result = await TakeAsync(store, here, changed, code);
            // No byte of what is sealed can be changed and be taken in.
            if (encrypted && result is { } taken) Assert.Equal(new ImportResult(3, 0, 0, 0), taken);
        }, Fuzz.Runs(150));
    }

    [Fact]
    public async Task No_value_of_any_kind_in_any_place_is_taken_in_by_halves()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (whole, here) = await JournalsAsync(store);
        var json = Encoding.UTF8.GetString(await Files.JsonAsync(whole.Journal));
        await Properties.CheckAsync(Seeds, seed => TakeAsync(store, here, Encoding.UTF8.GetBytes(JsonSlips.Changed(new System.Random(seed), json, _values)), code: null), Fuzz.Runs(300));
    }

    private static Arbitrary<int> Seeds { get; } = Arb.From(Gen.Choose(0, int.MaxValue - 1));

    /// <returns>Null when it was refused.</returns>
    private static async Task<ImportResult?> TakeAsync(TemporaryStore store, JournalCode here, byte[] file, JournalCode? code)
    {
        using var journal = (await store.Store.UnlockAsync(here, times: null, Cancel))!;
        var before = await Files.JsonAsync(journal);
        try
        {
            var result = await JournalImport.ReadAsync(journal, new MemoryStream(file), code, store.Time.Now, Cancel);
            // What was taken in can be read, and taken away again.
            await foreach (var (listed, _) in journal.ReadAllAsync(Cancel)) Assert.NotNull(listed.Head);
            Assert.Equal(1 + result.Added + result.Beside, (await journal.ListAsync(Cancel)).Count);
            await Files.JsonAsync(journal);
            foreach (var listed in await journal.ListAsync(Cancel))
                if (!Encoding.UTF8.GetString(before).Contains(listed.Id.ToString(), StringComparison.Ordinal)) await journal.DeleteAsync(listed.Id, Cancel);
            await journal.ChangePreferencesAsync(_ => Preferences.Default, Cancel);
            return result;
        }
        catch (ImportException)
        {
            Assert.Equal(before, await Files.JsonAsync(journal));
            return null;
        }
    }

    private static async Task<((OpenJournal Journal, JournalCode Code) Whole, JournalCode Here)> JournalsAsync(TemporaryStore store)
    {
        var (whole, code, _) = await store.NewJournalAsync("Très \"calme\"\n😀");
        await whole.ChangePreferencesAsync(now => now with { TimeZone = "Europe/Paris", Signs = [new OwnSign(Guid.NewGuid(), "My jaw sets")], People = [new Person(Guid.NewGuid(), "K")] }, Cancel);
        for (var number = 0; number < 2; number++) await whole.AddAsync(Guid.NewGuid(), Sample.Of($"entry {number}"), Cancel);
        var (_, here, _) = await store.NewJournalAsync("as it was");
        return ((whole, code), here);
    }

    private static byte[] Changed(System.Random random, byte[] file, int from)
    {
        var bytes = file.ToList();
        for (var times = random.Next(1, 4); times > 0 && bytes.Count > from + 1; times--)
        {
            var at = random.Next(from, bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 400), bytes.Count - at)));
                    break;
                case 3:
                    bytes.InsertRange(at, "\0\r\n]}\",{["u8.ToArray()[..random.Next(1, 9)]);
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }

        return [.. bytes];
    }
}
