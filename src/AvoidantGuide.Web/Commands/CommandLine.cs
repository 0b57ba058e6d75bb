using System.CommandLine;

namespace AvoidantGuide.Web.Commands;

/// <summary>What the program does besides serving: check, backup, restore, verify, move.</summary>
public static class CommandLine
{
    /// <summary>Any first word that is no setting: a misspelt command must not start the site.</summary>
    public static bool Handles(string[] args) => args is ["--help" or "-h" or "-?" or "--version", ..] || args is [{ Length: > 0 } first, ..] && first[0] is not ('-' or '/') && !first.Contains('=', StringComparison.Ordinal);

    public static Task<int> RunAsync(string[] args)
    {
        // Settings come from the same places as for the server; what the commands define themselves is not among them.
        var configuration = new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .Build();
        var root = new RootCommand("AvoidantGuide. Without a command it serves the site.")
        {
            Check.Command(configuration),
            Stores.Backup(configuration),
            Stores.Restore(configuration),
            Stores.Verify(configuration),
            Moving.Command(configuration),
        };
        return root.Parse(args).InvokeAsync();
    }
}
