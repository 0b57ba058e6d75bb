using System.Data.Common;
using AvoidantGuide.Journal;
using Microsoft.Data.Sqlite;

namespace AvoidantGuide.Faults;

/// <summary>What a store holds of one journal, decrypted past every door of the program.</summary>
internal sealed class Kept : IDisposable
{
    private readonly DbConnection _connection;
    private readonly JournalKey? _key;

    private Kept(DbConnection connection, JournalKey? key) => (_connection, _key) = (connection, key);

    /// <param name="live">Whether a server has the file open: then it is only read.</param>
    public static Kept Open(string file, string code, bool live)
    {
        var connection = new SqliteConnection(live ? DataFolder.ReadOnly(file) : DataFolder.Plain(file));
        connection.Open();
        return Open(connection, code);
    }

    /// <param name="connection">Ours from now on.</param>
    public static Kept Open(DbConnection connection, string code)
    {
        var read = ((CodeReading.Ten)JournalCode.Read(code)).Code;
        using var command = connection.CreateCommand();
        command.CommandText = """SELECT "Id", "WrappedKey" FROM "Journals" WHERE "Locator" = @locator""";
        Add(command, "locator", KeyDerivation.Locator(read));
        using var row = command.ExecuteReader();
        return new Kept(connection, row.Read() ? JournalKey.Unwrap(new JournalRow { Id = row.GetGuid(0), Locator = [], WrappedKey = row.GetFieldValue<byte[]>(1) }, read) : null);
    }

    /// <summary>How many of these entries are not there, or not word for word.</summary>
    public static int Lost(string file, IEnumerable<Acknowledged> acknowledged, bool live = false) => Lost(code => Open(file, code, live), acknowledged);

    /// <param name="open">The journal of ten words.</param>
    public static int Lost(Func<string, Kept> open, IEnumerable<Acknowledged> acknowledged) => acknowledged.GroupBy(entry => entry.Code).Sum(journal =>
    {
        try
        {
            using var kept = open(journal.Key);
            return journal.Count(entry => kept.Text(entry.Entry) != entry.Text);
        }
        // A store that cannot be read has lost everything.
        catch (Exception unreadable) when (unreadable is DbException or JournalStoreException)
        {
            return journal.Count();
        }
    });

    /// <summary>The words of an entry on the blank page; null when it is not there or does not decrypt.</summary>
    public string? Text(Guid entry) => Entries(entry).Select(Words).FirstOrDefault();

    /// <summary>The words of every entry; null for one that does not decrypt.</summary>
    public IReadOnlyList<string?> Texts() => [.. Entries(only: null).Select(Words)];

    public void Dispose()
    {
        _key?.Dispose();
        _connection.Dispose();
    }

    private static string? Words(Entry? entry) => entry is null ? null : string.Concat(entry.Answers.Select(answer => answer.Text));

    private List<Entry?> Entries(Guid? only)
    {
        var entries = new List<Entry?>();
        if (_key is null) return entries;
        using var command = _connection.CreateCommand();
        command.CommandText = """SELECT "Id", "Revision", "Head", "Body" FROM "Entries" WHERE "JournalId" = @journal""" + (only is null ? "" : """ AND "Id" = @entry""");
        Add(command, "journal", _key.Journal);
        if (only is { } id) Add(command, "entry", id);
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            var found = new EntryRow { JournalId = _key.Journal, Id = row.GetGuid(0), Revision = row.GetInt64(1), Head = row.GetFieldValue<byte[]>(2), Body = row.GetFieldValue<byte[]>(3) };
            entries.Add(EntrySeal.Open(found, _key.DataKey));
        }

        return entries;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
