using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace AvoidantGuide.Content.Search;

/// <summary>SQLite's FTS5 in memory: which rows hold which words. Contentless, so the text is not kept a second time. Not for two threads at once.</summary>
internal sealed class FullText : IDisposable
{
    // Where a word stands in a text is not needed, so `detail=none`: what is asked for is single words only.
    // Headings are in both: a word that every page has would otherwise be looked through for the few headings that have it.
    // Many pages at once are written in pieces of four megabytes: smaller ones are more to merge, and a single one would be merged
    // whole with the first sixteen saves after it, a second in which nothing is found.
    private const string Schema =
        """
        CREATE VIRTUAL TABLE place USING fts5(text, content='', contentless_delete=1, detail=none, tokenize="porter unicode61 remove_diacritics 2");
        CREATE VIRTUAL TABLE heading USING fts5(text, content='', contentless_delete=1, detail=none, tokenize="porter unicode61 remove_diacritics 2");
        INSERT INTO place(place, rank) VALUES ('hashsize', 4194304);
        """;

    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly SqliteCommand _add;
    private readonly SqliteCommand _addHeading;
    private readonly SqliteCommand _remove;
    private readonly SqliteCommand _removeHeading;
    private readonly SqliteCommand _find;
    private readonly SqliteCommand _findHeading;

    public FullText()
    {
        _connection.Open();
        using (var schema = _connection.CreateCommand())
        {
            schema.CommandText = Schema;
            schema.ExecuteNonQuery();
        }

        _add = Command("INSERT INTO place(rowid, text) VALUES ($row, $text)", "$row", "$text");
        _addHeading = Command("INSERT INTO heading(rowid, text) VALUES ($row, $text)", "$row", "$text");
        _remove = Command("DELETE FROM place WHERE rowid = $row", "$row");
        _removeHeading = Command("DELETE FROM heading WHERE rowid = $row", "$row");
        _find = Command("SELECT rowid FROM place WHERE place MATCH $words ORDER BY rowid LIMIT $limit", "$words", "$limit");
        _findHeading = Command("SELECT rowid FROM heading WHERE heading MATCH $words ORDER BY rowid LIMIT $limit", "$words", "$limit");
    }

    private IEnumerable<SqliteCommand> Commands => [_add, _addHeading, _remove, _removeHeading, _find, _findHeading];

    /// <summary>Everything in one commit.</summary>
    public void Change(Action change)
    {
        using var transaction = _connection.BeginTransaction();
        foreach (var command in Commands)
            command.Transaction = transaction;
        change();
        transaction.Commit();
        foreach (var command in Commands)
            command.Transaction = null;
    }

    public void Add(long row, string heading, string text)
    {
        Run(_add, row, text);
        Run(_addHeading, row, heading);
    }

    public void Remove(long row)
    {
        Run(_remove, row);
        Run(_removeHeading, row);
    }

    /// <summary>After many changes: one tree of words instead of several, and no room left where they were.</summary>
    public void Merge()
    {
        using var merge = _connection.CreateCommand();
        merge.CommandText = "INSERT INTO place(place) VALUES ('optimize'); INSERT INTO heading(heading) VALUES ('optimize'); VACUUM";
        merge.ExecuteNonQuery();
    }

    /// <param name="words">An expression of FTS5: quoted words that are one token each, AND, OR.</param>
    public List<long> Find(string words, int limit) => Rows(_find, words, limit);

    /// <summary>The same, of what stands in headings and names alone.</summary>
    public List<long> FindHeadings(string words, int limit) => Rows(_findHeading, words, limit);

    private static List<long> Rows(SqliteCommand find, string words, int limit)
    {
        var rows = new List<long>();
        (find.Parameters[0].Value, find.Parameters[1].Value) = (words, limit);
        using var reader = find.ExecuteReader();
        while (reader.Read())
            rows.Add(reader.GetInt64(0));
        return rows;
    }

    public void Dispose()
    {
        foreach (var command in Commands)
            command.Dispose();
        _connection.Dispose();
    }

    private SqliteCommand Command([ConstantExpected] string text, params ReadOnlySpan<string> parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = text;
        foreach (var parameter in parameters)
            command.Parameters.Add(new SqliteParameter { ParameterName = parameter });
        command.Prepare();
        return command;
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }
}
