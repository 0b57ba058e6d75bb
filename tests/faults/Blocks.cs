using System.Runtime.InteropServices;
using AvoidantGuide.Journal;
using Microsoft.Data.Sqlite;

namespace AvoidantGuide.Faults;

/// <summary>Pieces of what is stored, sixteen bytes each, to be looked for anywhere in a file.</summary>
internal static class Blocks
{
    private const int Size = 16;

    /// <summary>Of every blob in the store but the version byte that all begin with.</summary>
    public static HashSet<UInt128> Of(string store)
    {
        var blocks = new HashSet<UInt128>();
        using var connection = new SqliteConnection(DataFolder.ReadOnly(store));
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Head FROM Entries UNION ALL SELECT Body FROM Entries UNION ALL SELECT WrappedKey FROM Journals UNION ALL SELECT Preferences FROM Journals WHERE Preferences IS NOT NULL";
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            var blob = row.GetFieldValue<byte[]>(0);
            for (var at = 1; at + Size <= blob.Length; at += Size) blocks.Add(At(blob, at));
        }

        return blocks;
    }

    /// <summary>How many of them are still somewhere in the files.</summary>
    public static int CountIn(HashSet<UInt128> blocks, IEnumerable<string> files)
    {
        var found = new HashSet<UInt128>();
        foreach (var file in files)
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            for (var at = 0; at + Size <= bytes.Length; at++)
                if (blocks.Contains(At(bytes, at))) found.Add(At(bytes, at));
        }

        return found.Count;
    }

    private static UInt128 At(byte[] bytes, int at) => MemoryMarshal.Read<UInt128>(bytes.AsSpan(at, Size));
}
