using AvoidantGuide.Journal;
using Microsoft.Data.Sqlite;

namespace AvoidantGuide.Faults;

/// <summary>Bits of what is stored flip, and whole ciphertexts are moved to where they do not belong.</summary>
internal static class Damage
{
    private const int Entries = 20;

    public static readonly Promise Promise = new(
        "damage", "damage is noticed, and stays where it is", 300, 1_000, KeepAsync,
        new Removal("each ciphertext's tag is checked", "one", new Edit(
            "AvoidantGuide.Journal/Sealing/Blob.cs",
            "aes.Decrypt(blob.Slice(1, NonceSize), blob[(1 + NonceSize)..^TagSize], blob[^TagSize..], plaintext, associatedData);",
            // The same key stream, and whatever tag comes of it.
            "aes.Encrypt(blob.Slice(1, NonceSize), blob[(1 + NonceSize)..^TagSize], plaintext, new byte[TagSize], associatedData);")),
        new Removal("each ciphertext is bound to its place (AAD)", "two", new Edit(
            "AvoidantGuide.Journal/Sealing/AssociatedData.cs",
            """
                    return bytes;
                }

                private static void Begin
            """,
            """
                    return [];
                }

                private static void Begin
            """)));

    private static async Task<Outcome> KeepAsync(Trial trial)
    {
        var file = Trial.Store(trial.Place("store"));
        using var database = new JournalDatabase($"Data Source={file}", TimeProvider.System);
        await database.OpenAsync(CancellationToken.None);
        Filled[] journals = [await Filled.MakeAsync(database, Entries), await Filled.MakeAsync(database, Entries)];
        await using var store = new SqliteConnection(DataFolder.Plain(file));
        await store.OpenAsync();
        var (clear, wrong, others, moves) = (0, 0, 0, Math.Max(1, trial.Count / 10));
        for (var flip = 0; flip < trial.Count; flip++)
        {
            var (journal, at, part) = Somewhere();
            var whole = Blob(store, journal.Entries[at], part);
            var damaged = whole.ToArray();
            // Behind the version byte, which is no secret: nonce, ciphertext or tag.
            damaged[trial.Random.Next(1, damaged.Length)] ^= (byte)(1 << trial.Random.Next(8));
            await LookAsync(journal, at, part, whole, damaged);
        }

        for (var move = 0; move < moves; move++)
        {
            var (journal, at, part) = Somewhere();
            var from = journals[trial.Random.Next(journals.Length)].Entries.Where(entry => entry != journal.Entries[at]).ElementAt(trial.Random.Next(Entries - 1));
            await LookAsync(journal, at, part, Blob(store, journal.Entries[at], part), Blob(store, from, part));
        }

        return new Outcome(
            Trial.Text($"{trial.Count:N0} flips in heads and bodies, {moves:N0} ciphertexts moved"),
            Trial.Text($"{clear:N0} clear errors, {wrong:N0} read all the same, {others:N0} other entries unreadable"),
            clear == trial.Count + moves && wrong + others == 0);

        (Filled Journal, int At, string Part) Somewhere() => (journals[trial.Random.Next(journals.Length)], trial.Random.Next(Entries), trial.Random.Next(2) == 0 ? "Head" : "Body");

        async Task LookAsync(Filled journal, int at, string part, byte[] whole, byte[] damaged)
        {
            var (entry, other) = (journal.Entries[at], journal.Entries[(at + 1 + trial.Random.Next(Entries - 1)) % Entries]);
            Put(store, entry, part, damaged);
            try
            {
                var (read, listed) = (await journal.Journal.ReadAsync(entry.Entry, CancellationToken.None), await journal.Journal.ListAsync(CancellationToken.None));
                // Only its own page can say that a body is damaged: the list reads heads alone.
                if (read is ReadResult.Damaged && (part == "Body" || listed.Single(one => one.Id == entry.Entry).Head is null)) clear++;
                if (read is ReadResult.Found) wrong++;
                if (listed.Count(one => one.Head is null) > 1 || await journal.Journal.ReadAsync(other.Entry, CancellationToken.None) is not ReadResult.Found found || found.Entry.Answers[0].Text != other.Text) others++;
            }
            catch (Exception unclear) when (unclear is not OutOfMemoryException)
            {
                // Whatever is thrown is no clear error.
            }

            Put(store, entry, part, whole);
        }
    }

    private static byte[] Blob(SqliteConnection store, Acknowledged entry, string part)
    {
        using var command = Command(store, $"SELECT {part} FROM Entries WHERE Id = $id", entry);
        return (byte[])command.ExecuteScalar()!;
    }

    private static void Put(SqliteConnection store, Acknowledged entry, string part, byte[] blob)
    {
        using var command = Command(store, $"UPDATE Entries SET {part} = $blob WHERE Id = $id", entry);
        command.Parameters.AddWithValue("$blob", blob);
        command.ExecuteNonQuery();
    }

    private static SqliteCommand Command(SqliteConnection store, string sql, Acknowledged entry)
    {
        var command = store.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$id", entry.Entry);
        return command;
    }
}
