using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AvoidantGuide.Journal;

/// <summary>The statement that keeps a new entry, past the change tracker and made once for all who share a commit: nothing is written as often (decision 0012).</summary>
internal sealed class NewEntry(JournalContext context) : IDisposable
{
    // With the words changed or the journal deleted meanwhile, our key would make an entry that nobody can read. What nearly always is so is asked and done at once.
    public const string Text = """
        INSERT INTO "Entries" ("JournalId", "Id", "Revision", "Head", "Body")
        SELECT @journal, @id, @revision, @head, @body
        WHERE EXISTS (SELECT 1 FROM "Journals" WHERE "Id" = @journal AND "Locator" = @locator)
            AND NOT EXISTS (SELECT 1 FROM "Entries" WHERE "JournalId" = @journal AND "Id" = @id)
            AND NOT EXISTS (SELECT 1 FROM "Spent" WHERE "Id" IN (@id, @form))
        """;

    private readonly DbCommand _command = Make(context.Database.GetDbConnection());

    /// <param name="locator">Of the journal as its key knows it.</param>
    /// <returns>0 when the journal is gone or has other words, or when the entry or the form is known.</returns>
    public Task<int> InsertAsync(EntryRow row, byte[] locator, Guid form, CancellationToken cancel)
    {
        _command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        object[] values = [row.JournalId, row.Id, row.Revision, row.Head, row.Body, locator, form];
        for (var i = 0; i < values.Length; i++) _command.Parameters[i].Value = values[i];
        return _command.ExecuteNonQueryAsync(cancel);
    }

    public void Dispose() => _command.Dispose();

    private static DbCommand Make(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = Text;
        foreach (var name in (string[])["journal", "id", "revision", "head", "body", "locator", "form"])
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
