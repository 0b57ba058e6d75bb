using System.Collections.Concurrent;
using System.Text;
using AvoidantGuide.Bench;
using AvoidantGuide.Journal;
using AvoidantGuide.Web.Tests;

namespace AvoidantGuide.Faults;

/// <summary>With every log turned up, people do all that can be done; then everything that a thief could take is searched for what they wrote.</summary>
internal static class Stolen
{
    private static readonly Dictionary<string, string> _loud = new()
    {
        ["Serilog__MinimumLevel__Default"] = "Verbose",
        ["Serilog__MinimumLevel__Override__Microsoft"] = "Verbose",
        ["Serilog__MinimumLevel__Override__System"] = "Verbose",
        ["Serilog__MinimumLevel__Override__Microsoft.Hosting.Lifetime"] = "Verbose",
    };

    /// <summary>Between two looks, so that the people they look at come to do something.</summary>
    private static readonly TimeSpan _breath = TimeSpan.FromMilliseconds(50);

    public static readonly Promise Promise = new(
        "stolen", "a stolen store reveals nothing", 3, 50, KeepAsync,
        new Removal(
            "what is stored is encrypted", "three",
            new Edit("AvoidantGuide.Journal/Sealing/Blob.cs", "aes.Encrypt(nonce, plaintext, blob.AsSpan(1 + NonceSize, plaintext.Length), blob.AsSpan(blob.Length - TagSize), associatedData);", "plaintext.CopyTo(blob.AsSpan(1 + NonceSize));"),
            new Edit("AvoidantGuide.Journal/Sealing/Blob.cs", "aes.Decrypt(blob.Slice(1, NonceSize), blob[(1 + NonceSize)..^TagSize], blob[^TagSize..], plaintext, associatedData);", "blob[(1 + NonceSize)..^TagSize].CopyTo(plaintext);")),
        new Removal("the write-ahead log is emptied after a deletion", "one", new Edit(
            "AvoidantGuide.Journal/Storage/SharedCommit.cs", "if (writes.Any(write => write is { Erases: true, Failure: null })) checkpoint.Run(connection);", "if (writes.Count == 0) checkpoint.Run(connection);")),
        new Removal("what is deleted is overwritten (secure_delete)", "two", new Edit("AvoidantGuide.Journal/Storage/SqlitePragmas.cs", "PRAGMA secure_delete=ON;", "PRAGMA secure_delete=OFF;")),
        new Removal("the framework's log of requests is left out", "web", new Edit("AvoidantGuide.Web/PrivateLogging.cs", ".Filter.ByExcluding(MayHoldARequest)", "")));

    private static async Task<Outcome> KeepAsync(Trial trial)
    {
        var (place, backup) = (trial.Place("store"), Path.Combine(trial.Place("backups"), "backup.db"));
        var (output, temporary, found) = (new ConcurrentQueue<string>(), new ConcurrentQueue<string>(), new HashSet<string>());
        var server = await trial.StartAsync(place, new Launch(Environment: _loud, Heard: output.Enqueue));
        var canaries = new Canaries(trial.Random);
        // The first form makes the key that seals forms, and the framework writes that by way of a temporary file.
        await new Browser(server.Address).OfferedAsync("Nothing yet.");
        using var watcher = new FileSystemWatcher(trial.Temporary) { IncludeSubdirectories = true };
        watcher.Created += (_, created) => temporary.Enqueue(created.Name ?? "");
        watcher.EnableRaisingEvents = true;

        var people = new List<Suspicious>();
        for (var person = 0; person < trial.Count; person++)
        {
            var before = canaries.Texts.Count;
            var doing = Suspicious.WriteAsync(server.Address, canaries);
            // While a request is under way, too.
            do Look(canaries.Texts.Skip(before));
            while (await Task.WhenAny(doing, Task.Delay(_breath)) != doing);
            people.Add(await doing);
        }

        var (done, said) = await trial.CommandAsync(place, "backup", backup);
        if (!done) throw new InvalidOperationException(said);
        Look(canaries.Texts);
        var blocks = Blocks.Of(Trial.Store(place));
        File.Delete(backup);
        foreach (var person in people) await person.DeleteAsync();
        Look(canaries.Texts);
        var left = Blocks.CountIn(blocks, Directory.GetFiles(place, "journal.db*"));
        await server.DisposeAsync();
        Look(canaries.Texts);
        return new Outcome(
            Trial.Text($"{trial.Count:N0} people, {canaries.Codes:N0} codes and {canaries.Texts.Count - canaries.Codes:N0} texts, all logs at Verbose"),
            Trial.Text($"{found.Count:N0} traces{Some(found)}, {temporary.Count:N0} temporary files, {left:N0} of {blocks.Count:N0} pieces of ciphertext left after deletion"),
            found.Count == 0 && temporary.IsEmpty && left == 0);

        void Look(IEnumerable<string> texts)
        {
            try
            {
                found.UnionWith(Traces.Find([place, trial.Temporary, Path.GetDirectoryName(backup)!], [.. texts]));
                found.UnionWith(Traces.FindIn(Encoding.UTF8.GetBytes(string.Join('\n', output)), [.. texts]).Select(trace => $"the console holds {trace}"));
            }
            catch (FileNotFoundException)
            {
                // It went while it was looked for; there is another look.
            }
        }
    }

    private static string Some(HashSet<string> found) => found.Count == 0 ? "" : $" ({found.Order(StringComparer.Ordinal).First()})";
}
