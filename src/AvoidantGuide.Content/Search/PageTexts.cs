using System.Buffers.Binary;
using System.Text;

namespace AvoidantGuide.Content.Search;

/// <summary>
/// The places of one page as the search reads them, in one piece of UTF-8: a query ranks a few hundred places, too many to make
/// their pages' blocks for it. Each part is its length in four bytes, and its bytes.
/// </summary>
internal readonly struct PageTexts
{
    private readonly byte[] _bytes;

    private PageTexts(byte[] bytes) => _bytes = bytes;

    public static PageTexts Of(string title, string summary, IReadOnlyList<Block> blocks)
    {
        using var bytes = new MemoryStream();
        foreach (var place in PlaceText.Of(title, summary, blocks))
        {
            using var parts = new MemoryStream();
            parts.WriteByte((byte)place.Kind);
            foreach (var part in (IEnumerable<string>)[place.Anchor, place.Title, place.Text, .. place.Names])
                Write(parts, Encoding.UTF8.GetBytes(part));
            Write(bytes, parts.GetBuffer().AsSpan(0, (int)parts.Length));
        }

        return new PageTexts(bytes.ToArray());
    }

    public int Count
    {
        get
        {
            var count = 0;
            for (ReadOnlySpan<byte> left = _bytes; left.Length > 0; count++)
                Part(ref left);
            return count;
        }
    }

    public PlaceText this[int index]
    {
        get
        {
            ReadOnlySpan<byte> left = _bytes;
            for (; index > 0; index--)
                Part(ref left);
            var place = Part(ref left);
            var kind = (PlaceKind)place[0];
            place = place[1..];
            var (anchor, title, text) = (Text(ref place), Text(ref place), Text(ref place));
            var names = new List<string>();
            while (place.Length > 0)
                names.Add(Text(ref place));
            return new PlaceText(kind, anchor, title, names, text);
        }
    }

    private static void Write(MemoryStream to, ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, part.Length);
        to.Write(length);
        to.Write(part);
    }

    private static string Text(ref ReadOnlySpan<byte> left) => Encoding.UTF8.GetString(Part(ref left));

    private static ReadOnlySpan<byte> Part(ref ReadOnlySpan<byte> left)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(left);
        var part = left.Slice(sizeof(int), length);
        left = left[(sizeof(int) + length)..];
        return part;
    }
}
