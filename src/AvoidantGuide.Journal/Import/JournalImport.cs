using System.Buffers;
using System.IO.Pipelines;
using System.Security.Cryptography;
using System.Text.Json;

namespace AvoidantGuide.Journal;

/// <summary>
/// Takes an exported file into an open journal: all of it or nothing. It is read as it arrives and held in memory only
/// encrypted, as it will be stored; a slow sender holds up nobody who writes.
/// </summary>
public static class JournalImport
{
    /// <summary>Bytes of a file.</summary>
    public const int Bytes = 64 * 1024 * 1024;

    /// <summary>Entries of a file: ten a day for thirteen years.</summary>
    public const int Most = 50_000;

    private const int MostNamed = 2_000;
    private const int LongestNamed = 500;

    /// <param name="file">The JSON, or the page that holds it encrypted.</param>
    /// <param name="code">The ten words an encrypted file was made with; null: those of this journal.</param>
    /// <exception cref="ImportException">Nothing was changed.</exception>
    /// <exception cref="JournalStoreException">Nothing was changed.</exception>
    public static async Task<ImportResult> ReadAsync(OpenJournal journal, Stream file, JournalCode? code, DateTimeOffset now, CancellationToken cancel)
    {
        var pipe = PipeReader.Create(file, new StreamPipeReaderOptions(leaveOpen: true));
        if (await FirstAsync(pipe, cancel) != (byte)'<') return await ReadAsync(journal, new JsonImport(pipe), now, cancel);
        await using var opened = await EncryptedFileReader.OpenAsync(journal, pipe, code, cancel);
        return await ReadAsync(journal, new JsonImport(PipeReader.Create(opened)), now, cancel);
    }

    private static async Task<ImportResult> ReadAsync(OpenJournal journal, JsonImport import, DateTimeOffset now, CancellationToken cancel)
    {
        var rows = new List<EntryRow>();
        var taken = (await journal.IdsAsync(cancel)).ToHashSet();
        var (number, same, beside) = (0, 0, 0);
        await foreach (var entry in import.ReadAsync(cancel))
        {
            if (++number > Most) throw new ImportException(ImportFault.TooMany);
            var read = Checked(entry, number, journal, now);
            var id = entry.Id;
            if (!taken.Add(id))
            {
                if (await journal.ReadAsync(id, cancel) is ReadResult.Found kept && kept.Entry.Head.Written == read.Head.Written && EntryContent.AreSame(kept.Entry, read))
                {
                    same++;
                    continue;
                }

                // Changed since, here or there: both stay.
                id = Beside(id, read, journal.Key.DataKey);
                if (!taken.Add(id))
                {
                    same++;
                    continue;
                }

                beside++;
            }

            var row = new EntryRow { JournalId = journal.Id, Id = id, Revision = 1 };
            EntrySeal.Seal(row, read, journal.Key.DataKey);
            rows.Add(row);
        }

        CheckNames(import);
        var added = await journal.AddAllAsync(rows, kept => Joined(kept, import), CancellationToken.None);
        // What another tab took in meanwhile is there already.
        return new ImportResult(Math.Max(0, added - beside), same + rows.Count - added, beside, import.Damaged ?? 0);
    }

    /// <summary>The same each time the same file is taken in; to whoever has not the key it is random.</summary>
    private static Guid Beside(Guid id, Entry entry, byte[] dataKey)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(entry.Answers, JournalJson.Plain.IReadOnlyListAnswer);
        var head = JsonSerializer.SerializeToUtf8Bytes(entry.Head, JournalJson.Plain.EntryHead);
        byte[] all = [.. id.ToByteArray(), .. head, .. text];
        var bytes = HMACSHA256.HashData(dataKey, all).AsSpan(0, 16);
        (bytes[6], bytes[8]) = ((byte)((bytes[6] & 0x0F) | 0x40), (byte)((bytes[8] & 0x3F) | 0x80)); // A random UUID, as every other.
        return new Guid(bytes, bigEndian: true);
    }

    private static Entry Checked(ExportedEntry entry, int number, OpenJournal journal, DateTimeOffset now)
    {
        if (!entry.IsSound()) throw new ImportException(ImportFault.Damaged, number);
        if (!entry.IsPossible(now)) throw new ImportException(ImportFault.ImpossibleDate, number);
        var read = entry.ToEntry();
        return EntryKeeping.Refusal(read, journal.Key.Locator) switch
        {
            null => read,
            SaveResult.HoldsCode => throw new ImportException(ImportFault.HoldsCode, number),
            _ => throw new ImportException(ImportFault.TooLong, number),
        };
    }

    private static void CheckNames(JsonImport import)
    {
        if (import.Signs.Count > MostNamed || import.People.Count > MostNamed) throw new ImportException(ImportFault.TooMany);
        if (import.Signs.Any(sign => sign is not { Words.Length: > 0 and <= LongestNamed }) || import.People.Any(person => person is not { Alias.Length: > 0 and <= LongestNamed }))
            throw new ImportException(ImportFault.Damaged);
    }

    /// <summary>What the person has here stays; what they had there is added. Settings come along only where none were made here.</summary>
    private static Preferences Joined(Preferences kept, JsonImport import)
    {
        var bare = kept with { Signs = Preferences.Default.Signs, People = Preferences.Default.People } == Preferences.Default;
        var settled = bare && import.Settings is { } settings
            ? kept with
            {
                Times = settings.Times,
                Spellcheck = settings.Spellcheck,
                TimeZone = settings.TimeZone is { } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out _) ? name : null,
            }
            : kept;
        return settled with
        {
            Signs = [.. kept.Signs.Concat(import.Signs).DistinctBy(sign => sign.Id)],
            People = [.. kept.People.Concat(import.People).DistinctBy(person => person.Id)],
        };
    }

    /// <summary>Looks at the first byte that is no white space, and takes nothing.</summary>
    private static async Task<byte?> FirstAsync(PipeReader pipe, CancellationToken cancel)
    {
        while (true)
        {
            var read = await pipe.ReadAsync(cancel);
            var reader = new SequenceReader<byte>(read.Buffer);
            // A byte order mark, as some editors leave behind, would stop the reader of JSON.
            reader.IsNext([0xEF, 0xBB, 0xBF], advancePast: true);
            reader.AdvancePastAny(" \t\r\n"u8);
            var found = reader.TryPeek(out var first);
            pipe.AdvanceTo(found ? reader.Position : read.Buffer.Start, found ? reader.Position : read.Buffer.End);
            if (found) return first;
            if (read.IsCompleted) return null;
        }
    }
}

/// <param name="Added">Entries that are new here.</param>
/// <param name="Same">Entries that were here already, word for word.</param>
/// <param name="Beside">Entries that are different here: both are kept.</param>
/// <param name="Damaged">Entries that could not be read when the file was made.</param>
public sealed record ImportResult(int Added, int Same, int Beside, int Damaged);
