using AvoidantGuide.Journal;
using Microsoft.Data.Sqlite;

namespace AvoidantGuide.Bench;

/// <summary>SQLite alone, at its best: one row like an entry's, one durable commit, under the journal's own settings, in a store of its own.</summary>
internal sealed class RawCommits : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _insert;
    private readonly SqliteParameter _id;

    private RawCommits(SqliteConnection connection, object journal, object head, object body)
    {
        _connection = connection;
        _insert = connection.CreateCommand();
        _insert.CommandText = "INSERT INTO Entries (JournalId, Id, Revision, Head, Body) VALUES ($journal, $id, 1, $head, $body)";
        _id = _insert.Parameters.Add("$id", SqliteType.Text);
        _insert.Parameters.AddWithValue("$journal", journal);
        _insert.Parameters.AddWithValue("$head", head);
        _insert.Parameters.AddWithValue("$body", body);
    }

    /// <param name="file">A store that has an entry, and that no server has open.</param>
    public static RawCommits Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        SqlitePragmas.Apply(connection);
        using var first = connection.CreateCommand();
        first.CommandText = "SELECT JournalId, Head, Body FROM Entries LIMIT 1";
        using var row = first.ExecuteReader();
        return row.Read() ? new RawCommits(connection, row.GetValue(0), row.GetValue(1), row.GetValue(2)) : throw new InvalidOperationException("There is no entry.");
    }

    public Task SaveAsync()
    {
        using var transaction = _connection.BeginTransaction();
        _insert.Transaction = transaction;
        _id.Value = Guid.NewGuid().ToString().ToUpperInvariant();
        _insert.ExecuteNonQuery();
        transaction.Commit();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _insert.Dispose();
        _connection.Dispose();
    }
}
