using System.Text.RegularExpressions;
using AvoidantGuide.Bench;
using Npgsql;

namespace AvoidantGuide.Faults;

/// <summary>Two nodes behind nginx, over two PostgreSQL servers of which the second follows the first: what bed.sh makes.</summary>
internal sealed class Bed : IAsyncDisposable
{
    private readonly string _script;
    private readonly string _folder;

    private Bed(string script, string folder, IReadOnlyList<int> ports)
    {
        (_script, _folder) = (script, folder);
        (Address, Nodes) = (At(ports[0]), [At(ports[1]), At(ports[2])]);
    }

    /// <summary>Of nginx, and through it of either node.</summary>
    public Uri Address { get; }

    public IReadOnlyList<Uri> Nodes { get; }

    /// <param name="connection">Of what the nodes are told of the store, besides where it is.</param>
    public static async Task<Bed> UpAsync(Trial trial, string connection = "")
    {
        // Beside this program, so that it can be one without a protection.
        var (script, folder) = (Path.Combine(AppContext.BaseDirectory, "bed.sh"), Path.Combine(trial.Folder, "bed"));
        int[] ports = [.. Enumerable.Range(0, 5).Select(_ => Server.FreePort())];
        await Shell.RunAsync("env", $"PORTS={string.Join(' ', ports)}", $"CONTENT={trial.Content}", $"CONNECTION={connection}", script, "up", folder, trial.Site);
        return new Bed(script, folder, ports);
    }

    /// <param name="verb">As bed.sh knows them.</param>
    public Task DoAsync(string verb, params IReadOnlyList<string> more) => Shell.RunAsync(_script, [verb, _folder, .. more]);

    /// <summary>A connection of our own to the server that is the primary now.</summary>
    public async Task<NpgsqlConnection> ConnectAsync()
    {
        var store = new NpgsqlConnectionStringBuilder(await File.ReadAllTextAsync(Path.Combine(_folder, "connection"))) { Pooling = false };
        store.Host = store.Host!.Split(',')[int.Parse(await File.ReadAllTextAsync(Path.Combine(_folder, "primary")), System.Globalization.CultureInfo.InvariantCulture) - 1];
        var connection = new NpgsqlConnection(store.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>How many of these entries are not there word for word, and how many others say the same as one that is.</summary>
    public async Task<(int Lost, int Doubled)> WrongAsync(IEnumerable<Acknowledged> acknowledged)
    {
        var (lost, doubled) = (0, 0);
        foreach (var journal in acknowledged.GroupBy(entry => entry.Code))
        {
            using var kept = Kept.Open(await ConnectAsync(), journal.Key);
            lost += journal.Count(entry => kept.Text(entry.Entry) != entry.Text);
            doubled += kept.Texts().OfType<string>().CountBy(text => text).Sum(text => text.Value - 1);
        }

        return (lost, doubled);
    }

    /// <summary>So many people with a journal each, begun through nginx.</summary>
    /// <returns>Their ten words.</returns>
    public async Task<IReadOnlyList<string>> JournalsAsync(int count)
    {
        var codes = new List<string>();
        for (var number = 0; number < count; number++)
        {
            using var browser = new Browser(Address);
            codes.Add(await browser.StartJournalAsync("The first entry."));
        }

        return codes;
    }

    public async ValueTask DisposeAsync() => await DoAsync("down");

    private static Uri At(int port) => new($"http://127.0.0.1:{port}");
}
