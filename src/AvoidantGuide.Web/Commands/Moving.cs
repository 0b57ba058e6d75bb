using System.CommandLine;
using AvoidantGuide.Journal;

namespace AvoidantGuide.Web.Commands;

/// <summary><c>move TO</c>: exit 0 when everything is in the other store, 1 when nothing is.</summary>
public static class Moving
{
    public static Command Command(IConfiguration configuration)
    {
        var to = new Argument<string>("TO") { Description = "The other store: a PostgreSQL connection string, or with Journal:Provider=postgres \"Data Source=FILE\"." };
        var command = new Command("move", "Copies the store, while no server runs, into an empty one of the other kind: SQLite to PostgreSQL, or back.") { to };
        command.SetAction(async (parsed, cancel) =>
        {
            try
            {
                var provider = Settings.ProviderOf(configuration);
                var other = provider == JournalProvider.Sqlite ? JournalProvider.Postgres : JournalProvider.Sqlite;
                var target = Settings.Connection(other, parsed.GetValue(to)!);
                var result = await StoreMove.RunAsync(provider, Settings.Connection(configuration), target, TimeProvider.System, cancel);
                await (result.Done ? Console.Out : Console.Error).WriteLineAsync(
                    result.Done ? $"{result.Message} Set Journal:Provider to {(other == JournalProvider.Postgres ? "postgres" : "sqlite")} and ConnectionStrings:Journal to it, and start the server. The old store is as it was." : result.Message);
                return result.Done ? 0 : 1;
            }
            catch (Exception wrong) when (wrong is StartException or JournalSetupException or JournalStoreException)
            {
                await Console.Error.WriteLineAsync(wrong.Message);
                return 1;
            }
        });
        return command;
    }
}
