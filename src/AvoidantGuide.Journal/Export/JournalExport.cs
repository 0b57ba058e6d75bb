namespace AvoidantGuide.Journal;

/// <summary>A person's copy of their journal, written entry by entry: never all of it in memory. Formats: docs/journal-export.md.</summary>
public static class JournalExport
{
    /// <summary>The version of the JSON format.</summary>
    public const int Version = 1;

    /// <summary>All that is kept, for another program.</summary>
    /// <returns>How many entries were written, and how many could not be because they are damaged.</returns>
    /// <exception cref="JournalStoreException" />
    public static async Task<ExportResult> WriteJsonAsync(OpenJournal journal, Stream to, CancellationToken cancel)
    {
        await using var writer = new JsonExport(to, await journal.ReadPreferencesAsync(cancel));
        return await WriteAsync(journal, writer.WriteAsync, writer.EndAsync, cancel);
    }

    /// <summary>The same JSON, encrypted, inside one HTML page that opens it offline with the journal's ten words as they are now.</summary>
    /// <returns>How many entries were written, and how many could not be because they are damaged.</returns>
    /// <exception cref="JournalStoreException" />
    public static async Task<ExportResult> WriteEncryptedAsync(OpenJournal journal, Stream to, CancellationToken cancel)
    {
        await using var file = await EncryptedFile.BeginAsync(journal, to, cancel);
        var result = await WriteJsonAsync(journal, file, cancel);
        await file.EndAsync(cancel);
        return result;
    }

    /// <summary>The same for reading and printing.</summary>
    /// <returns>How many entries were written, and how many could not be because they are damaged.</returns>
    /// <exception cref="JournalStoreException" />
    public static async Task<ExportResult> WriteMarkdownAsync(OpenJournal journal, Stream to, DateTimeOffset now, CancellationToken cancel)
    {
        await using var writer = new MarkdownExport(to, now);
        return await WriteAsync(journal, writer.WriteAsync, writer.EndAsync, cancel);
    }

    private static async Task<ExportResult> WriteAsync(
        OpenJournal journal,
        Func<Guid, Entry, CancellationToken, Task> write,
        Func<int, CancellationToken, Task> end,
        CancellationToken cancel)
    {
        var (written, damaged) = (0, 0);
        foreach (var listed in await journal.ListAsync(cancel))
        {
            switch (await journal.ReadAsync(listed.Id, cancel))
            {
                case ReadResult.Found found:
                    await write(listed.Id, found.Entry, cancel);
                    written++;
                    break;
                case ReadResult.Damaged:
                    damaged++;
                    break;
                default:
                    // Deleted in another tab since the list was read.
                    break;
            }
        }

        await end(damaged, cancel);
        return new ExportResult(written, damaged);
    }
}

public sealed record ExportResult(int Written, int Damaged);
