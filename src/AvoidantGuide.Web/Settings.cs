using System.Globalization;
using System.Text.RegularExpressions;
using AvoidantGuide.Journal;
using Microsoft.Data.Sqlite;
using Npgsql;
using Serilog.Events;

namespace AvoidantGuide.Web;

/// <summary>The settings, each checked. Paths are absolute.</summary>
/// <param name="Store">A connection string: SQLite's with an absolute data source, or PostgreSQL's.</param>
/// <param name="DataFolder">Where logs and keys lie: the folder of the database where that is a file, else <c>Journal:DataFolder</c>.</param>
/// <param name="SharedKey">What encrypts the keys that several servers share, 32 bytes; null: one server, which keeps them in its folder.</param>
/// <param name="BackupDays">How long the server's own backups are kept; 0: it makes none.</param>
/// <param name="StartsPerHour">Journals that may begin in an hour.</param>
/// <param name="SavesPerHour">How often one journal may be written to in an hour.</param>
/// <param name="PublicUrl">Scheme and host without a trailing slash; null: the request's own.</param>
public sealed partial record Settings(
    string ContentPath, JournalProvider Provider, string Store, string DataFolder, byte[]? SharedKey, int RetentionMonths, string BackupFolder, int BackupDays, int StartsPerHour, int SavesPerHour, string? PublicUrl, Uri LeaveTo)
{
    public const string DefaultUrl = "http://localhost:5080";

    private const int MostPerHour = 1_000_000_000;

    /// <summary>Paths in settings begin here: the repository's root, or the published program's folder.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <exception cref="StartException">Names the key, the value and what would be right.</exception>
    public static Settings Read(IConfiguration configuration)
    {
        CheckUrls(configuration["Urls"]);
        CheckLevels(configuration.GetSection("Serilog:MinimumLevel"));
        var provider = ProviderOf(configuration);
        var store = Connection(configuration);
        var data = provider == JournalProvider.Sqlite ? Path.GetDirectoryName(new SqliteConnectionStringBuilder(store).DataSource)! : ToWrite("Journal:DataFolder", configuration["Journal:DataFolder"] ?? "data", "a folder for logs, such as data");
        return new Settings(
            Folder(configuration["Guide:ContentPath"] ?? "content"),
            provider,
            store,
            data,
            provider == JournalProvider.Sqlite ? null : Shared(configuration["Journal:SharedKey"]),
            Number(configuration, "Journal:RetentionMonths", "24", 1, 1200, "a whole number of months from 1 to 1200"),
            ToWrite("Journal:BackupFolder", configuration["Journal:BackupFolder"] ?? Path.Combine(data, "backups"), "a folder for backups, such as data/backups (to make none, set Journal:BackupDays to 0)"),
            Number(configuration, "Journal:BackupDays", "7", 0, DailyBackups.MostDays, $"a whole number of days from 1 to {DailyBackups.MostDays}, because people are promised 30, or 0 for no backups"),
            Number(configuration, "Journal:StartsPerHour", "10000", 1, MostPerHour, "a whole number from 1 to 1000000000"),
            Number(configuration, "Journal:SavesPerHour", "1000000", 1, MostPerHour, "a whole number from 1 to 1000000000"),
            PublicOrigin(configuration["Site:PublicUrl"]),
            Leave(configuration["Site:LeaveTo"] ?? "https://www.bbc.co.uk/weather"));
    }

    /// <exception cref="StartException">It is neither.</exception>
    public static JournalProvider ProviderOf(IConfiguration configuration) => (configuration["Journal:Provider"] ?? "sqlite") switch
    {
        "sqlite" => JournalProvider.Sqlite,
        "postgres" => JournalProvider.Postgres,
        var other => throw new StartException("Journal:Provider", other, "sqlite or postgres"),
    };

    /// <summary>The store's connection string; a data source is absolute.</summary>
    /// <exception cref="StartException">It names no file, or no database.</exception>
    public static string Connection(IConfiguration configuration) =>
        Connection(ProviderOf(configuration), configuration.GetConnectionString("Journal") ?? "Data Source=data/journal.db");

    /// <exception cref="StartException">It names no file, or no database.</exception>
    public static string Connection(JournalProvider provider, string connection) => provider == JournalProvider.Sqlite ? File(connection) : Database(connection);

    private static string Database(string connection)
    {
        try
        {
            if (new NpgsqlConnectionStringBuilder(connection) is { Host: not (null or ""), Database: not (null or "") }) return connection;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or NotSupportedException)
        {
            // As for one that names nothing.
        }

        throw new StartException("ConnectionStrings:Journal", WithoutPassword(connection), $"a host and a database, such as {JournalDatabase.ExampleOfPostgres}");
    }

    private static string File(string connection)
    {
        const string right = "\"Data Source=\" and a file, such as Data Source=data/journal.db";
        try
        {
            var builder = new SqliteConnectionStringBuilder(connection);
            if (builder.DataSource is "" or ":memory:" || builder.Mode == SqliteOpenMode.Memory
                || builder.Password != "" || builder.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
                throw new StartException("ConnectionStrings:Journal", WithoutPassword(connection), right);
            builder.DataSource = Path.GetFullPath(builder.DataSource, Root);
            return builder.ToString();
        }
        catch (ArgumentException)
        {
            throw new StartException("ConnectionStrings:Journal", WithoutPassword(connection), right);
        }
    }

    private static string WithoutPassword(string connection) => Password().Replace(connection, "${key}…");

    [GeneratedRegex(@"(?<key>(password|pwd)\s*=)[^;]*", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex Password();

    private static string FindRoot(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "AvoidantGuide.sln"))) return folder.FullName;
        return Path.TrimEndingDirectorySeparator(start);
    }

    private static void CheckUrls(string? urls)
    {
        foreach (var url in (urls ?? DefaultUrl).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // Kestrel's own wildcards are no valid host names.
            var plain = url.Replace("://*", "://localhost").Replace("://+", "://localhost");
            if (!Uri.TryCreate(plain, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.PathAndQuery != "/")
                throw new StartException("Urls", url, $"an address to listen on, such as {DefaultUrl}");
        }
    }

    /// <summary>One for all, or under it <c>Default</c> and <c>Override</c> with namespaces.</summary>
    private static void CheckLevels(IConfigurationSection levels)
    {
        foreach (var (key, level) in levels.AsEnumerable())
            if (level is not null && !Enum.GetNames<LogEventLevel>().Contains(level, StringComparer.OrdinalIgnoreCase))
                throw new StartException(key, level, "Verbose, Debug, Information, Warning, Error or Fatal");
    }

    private static byte[] Shared(string? key)
    {
        const string right = "32 random bytes in base64, the same on every server: `openssl rand -base64 32` makes them";
        if (string.IsNullOrEmpty(key)) throw new StartException("Journal:SharedKey", "", right);
        var bytes = new byte[32];
        // Never the value: it would stand in a terminal and its log.
        return Convert.TryFromBase64String(key, bytes, out var length) && length == bytes.Length ? bytes : throw new StartException("Journal:SharedKey", "…", right);
    }

    private static string Folder(string path) =>
        Directory.Exists(Path.GetFullPath(path, Root))
            ? Path.GetFullPath(path, Root)
            : throw new StartException("Guide:ContentPath", path, $"a folder with the guide's Markdown (looked in {Path.GetFullPath(path, Root)})");

    private static int Number(IConfiguration configuration, string key, string usual, int least, int most, string right)
    {
        var value = configuration[key] ?? usual;
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new StartException(key, value, right);
    }

    /// <summary>It may be missing: it is made then.</summary>
    private static string ToWrite(string key, string folder, string right) =>
        folder.Length > 0 && !folder.Contains('\0') && !System.IO.File.Exists(Path.GetFullPath(folder, Root))
            ? Path.GetFullPath(folder, Root)
            : throw new StartException(key, folder, right);

    private static string? PublicOrigin(string? url) =>
        string.IsNullOrEmpty(url) ? null
        : Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.PathAndQuery == "/" && uri.Fragment == "" && uri.UserInfo == ""
            ? uri.GetLeftPart(UriPartial.Authority)
            : throw new StartException("Site:PublicUrl", url, "the site's address without a path, such as https://guide.example");

    private static Uri Leave(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw new StartException("Site:LeaveTo", url, "a full address elsewhere, such as https://www.bbc.co.uk/weather");
}
