using Microsoft.Data.Sqlite;

namespace AvoidantGuide.Content.Search;

/// <summary>The stems of words by SQLite's own rules, so that what is marked is what was found. Not for two threads at once.</summary>
internal sealed class Stemmer : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly SqliteCommand _add;
    private readonly SqliteCommand _read;
    private readonly SqliteCommand _clear;

    public Stemmer()
    {
        _connection.Open();
        using (var schema = _connection.CreateCommand())
        {
            schema.CommandText =
                """
                CREATE VIRTUAL TABLE word USING fts5(form, content='', tokenize="porter unicode61 remove_diacritics 2");
                CREATE VIRTUAL TABLE stem USING fts5vocab(word, instance);
                """;
            schema.ExecuteNonQuery();
        }

        (_add, _read, _clear) = (_connection.CreateCommand(), _connection.CreateCommand(), _connection.CreateCommand());
        _add.CommandText = "INSERT INTO word(rowid, form) VALUES ($row, $word)";
        _add.Parameters.Add(new SqliteParameter { ParameterName = "$row" });
        _add.Parameters.Add(new SqliteParameter { ParameterName = "$word" });
        _read.CommandText = "SELECT doc, term FROM stem";
        _clear.CommandText = "INSERT INTO word(word) VALUES ('delete-all')";
    }

    /// <summary>The stem of each word; null for what SQLite does not take for exactly one word.</summary>
    public string?[] Stems(IReadOnlyList<string> words)
    {
        var stems = new string?[words.Count];
        if (words.Count == 0)
            return stems;
        var counts = new int[words.Count];
        using var transaction = _connection.BeginTransaction();
        (_add.Transaction, _read.Transaction, _clear.Transaction) = (transaction, transaction, transaction);
        for (var i = 0; i < words.Count; i++)
        {
            (_add.Parameters[0].Value, _add.Parameters[1].Value) = ((long)i, words[i]);
            _add.ExecuteNonQuery();
        }

        using (var reader = _read.ExecuteReader())
        {
            while (reader.Read())
            {
                var row = reader.GetInt32(0);
                stems[row] = ++counts[row] == 1 ? reader.GetString(1) : null;
            }
        }

        _clear.ExecuteNonQuery();
        transaction.Commit();
        return stems;
    }

    public void Dispose()
    {
        _add.Dispose();
        _read.Dispose();
        _clear.Dispose();
        _connection.Dispose();
    }
}
