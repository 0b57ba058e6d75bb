using System.CommandLine;
using AvoidantGuide.Journal;

namespace AvoidantGuide.Web.Commands;

/// <summary><c>backup FILE</c>, <c>restore FILE</c> and <c>verify FILE</c>: exit 0 when done, 1 when not, 2 where PostgreSQL's own tools are needed.</summary>
public static class Stores
{
    public static Command Backup(IConfiguration configuration) =>
        WithFile("backup", "Copies the live store to a new file, beside a running server.", configuration, (store, file) => Say(store.Create(file, CancellationToken.None)));

    public static Command Restore(IConfiguration configuration) =>
        WithFile("restore", "Puts a backup in the place of the store, while no server runs.", configuration, (store, file) => Say(store.Restore(file)));

    public static Command Verify(IConfiguration configuration) =>
        WithFile("verify", "Opens a backup and says whether it is sound. Needs no code.", configuration, (_, file) =>
        {
            var verified = Journal.Backup.Verify(file);
            return Say(new BackupResult(verified.Sound, verified.Message));
        });

    private static Command WithFile(string name, string description, IConfiguration configuration, Func<Backup, string, int> run)
    {
        var file = new Argument<string>("FILE") { Description = "The backup." };
        var command = new Command(name, description) { file };
        command.SetAction(parsed =>
        {
            if (configuration["Journal:Provider"] == "postgres")
            {
                Console.Error.WriteLine("This store is PostgreSQL: use pg_dump to back it up and pg_restore to bring it back.");
                return 2;
            }

            if (parsed.GetValue(file) is not { Length: > 0 })
            {
                Console.Error.WriteLine("Name the backup's file.");
                return 1;
            }

            try
            {
                return run(new Backup(Settings.Connection(configuration), TimeProvider.System), Path.GetFullPath(parsed.GetValue(file)!));
            }
            catch (Exception wrong) when (wrong is StartException or JournalSetupException)
            {
                Console.Error.WriteLine(wrong.Message);
                return 1;
            }
        });
        return command;
    }

    private static int Say(BackupResult result)
    {
        (result.Done ? Console.Out : Console.Error).WriteLine(result.Message);
        return result.Done ? 0 : 1;
    }
}
