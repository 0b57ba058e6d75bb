using System.Runtime.InteropServices;
using System.Text;

namespace AvoidantGuide.Web.Tests;

/// <summary>Finds a text in files however it may have been written: UTF-8, UTF-16, or base64 in each of its three alignments.</summary>
internal static class Traces
{
    /// <summary>Bytes by which a form is known: a number of 64 bits.</summary>
    private const int Shortest = sizeof(ulong);

    /// <summary>The files that hold one of the texts, with the place of the text in the list: never the text itself.</summary>
    public static IEnumerable<string> Find(IEnumerable<string> folders, IReadOnlyList<string> texts)
    {
        // An empty file holds nothing, and the lock of a running server, which is one, cannot be opened.
        foreach (var file in folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)).Where(file => new FileInfo(file).Length > 0))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            foreach (var found in FindIn(bytes, texts)) yield return $"{Path.GetFileName(file)} holds {found}";
        }
    }

    /// <summary>All texts in one pass: by how their forms begin.</summary>
    public static IEnumerable<string> FindIn(byte[] bytes, IReadOnlyList<string> texts)
    {
        var forms = texts.SelectMany((text, number) => Forms(text).Select(form => (Says: $"text {number} as {form.Name}", form.Bytes))).ToList();
        var begun = forms.Where(form => form.Bytes.Length >= Shortest).ToLookup(form => MemoryMarshal.Read<ulong>(form.Bytes));
        var begins = begun.Select(group => group.Key).ToHashSet();
        var found = forms.Where(form => form.Bytes.Length < Shortest && bytes.AsSpan().IndexOf(form.Bytes) >= 0).Select(form => form.Says).ToHashSet();
        for (var at = 0; at + Shortest <= bytes.Length; at++)
        {
            var here = MemoryMarshal.Read<ulong>(bytes.AsSpan(at));
            if (begins.Contains(here)) found.UnionWith(begun[here].Where(form => bytes.AsSpan(at).StartsWith(form.Bytes)).Select(form => form.Says));
        }

        return found;
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Forms(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        yield return ("UTF-8", utf8);
        yield return ("UTF-16", Encoding.Unicode.GetBytes(text));
        foreach (var plain in new[] { utf8, Encoding.Unicode.GetBytes(text) })
            for (var shift = 0; shift < 3; shift++)
            {
                // Only the characters that depend on this text alone and on nothing beside it.
                var encoded = Convert.ToBase64String([.. new byte[shift], .. plain]);
                var start = shift == 0 ? 0 : shift + 1;
                var whole = encoded[start..((shift + plain.Length) / 3 * 4)];
                if (whole.Length < Shortest) continue;
                yield return ($"base64 +{shift}", Encoding.ASCII.GetBytes(whole));
                yield return ($"base64url +{shift}", Encoding.ASCII.GetBytes(whole.Replace('+', '-').Replace('/', '_')));
            }
    }
}
