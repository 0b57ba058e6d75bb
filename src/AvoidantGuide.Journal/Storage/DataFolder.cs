using Microsoft.Data.Sqlite;

namespace AvoidantGuide.Journal;

/// <summary>Where the store's files are, for this account's eyes only.</summary>
internal sealed class DataFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly SqliteConnectionStringBuilder _settings;

    /// <exception cref="JournalSetupException">The connection string names no file.</exception>
    public DataFolder(string connectionString)
    {
        try
        {
            _settings = new SqliteConnectionStringBuilder(connectionString);
        }
        catch (ArgumentException error)
        {
            throw new JournalSetupException("ConnectionStrings:Journal cannot be read: write it as `Data Source=data/journal.db`.", error);
        }

        if (_settings.DataSource is "" or ":memory:" || _settings.Mode == SqliteOpenMode.Memory
            || _settings.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            throw new JournalSetupException("ConnectionStrings:Journal names no file: write it as `Data Source=data/journal.db`.");
        }

        Database = Path.GetFullPath(_settings.DataSource);
    }

    public string Database { get; }

    public string Folder => Path.GetDirectoryName(Database)!;

    public string LockFile => Path.Combine(Folder, "journal.lock");

    /// <summary>For the server: the file exists already, so that its mode is ours.</summary>
    public string Live => new SqliteConnectionStringBuilder(_settings.ConnectionString)
    {
        DataSource = Database,
        Mode = SqliteOpenMode.ReadWrite,
        Cache = SqliteCacheMode.Default,
        ForeignKeys = true,
        Pooling = true,
        // EF polls for this long after busy_timeout has passed.
        DefaultTimeout = 5,
    }.ConnectionString;

    /// <summary>For a look at a file that must not change.</summary>
    public static string ReadOnly(string file) => Plain(file, SqliteOpenMode.ReadOnly);

    public static string Plain(string file, SqliteOpenMode mode = SqliteOpenMode.ReadWrite) =>
        new SqliteConnectionStringBuilder { DataSource = Path.GetFullPath(file), Mode = mode, Pooling = false, DefaultTimeout = 5 }
            .ConnectionString;

    /// <summary>Makes the folder (700) where there is none.</summary>
    public static void Prepare(string folder)
    {
        if (Directory.Exists(folder)) return;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
    }

    /// <summary>Makes the folder and the empty database file (600) where there are none.</summary>
    public void Prepare()
    {
        Prepare(Folder);
        using (Open(Database, FileMode.OpenOrCreate, FileShare.ReadWrite))
        {
        }

        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Database, OwnerOnly);
    }

    /// <summary>Null while another server holds it. It is freed with the process, however that ends.</summary>
    public FileStream? TryLock()
    {
        try
        {
            return Open(LockFile, FileMode.OpenOrCreate, FileShare.None);
        }
        catch (IOException error) when (error is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException))
        {
            return null;
        }
    }

    public static FileStream Open(string path, FileMode mode, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        return new FileStream(path, options);
    }
}
