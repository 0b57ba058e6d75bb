using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace AvoidantGuide.Journal;

/// <summary>The lines of a file, none longer than a piece of an encrypted one can be.</summary>
internal sealed class Lines(PipeReader pipe)
{
    private const int Longest = 2 * EncryptedFile.Piece;

    /// <summary>Null at the end.</summary>
    /// <exception cref="ImportException">The line is longer than any that an export writes.</exception>
    public async Task<string?> ReadAsync(CancellationToken cancel)
    {
        while (true)
        {
            var read = await pipe.ReadAsync(cancel);
            var buffer = read.Buffer;
            if (buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = Text(buffer.Slice(0, end));
                pipe.AdvanceTo(buffer.GetPosition(1, end));
                return line;
            }

            if (buffer.Length > Longest) throw new ImportException(ImportFault.NotNotes);
            if (read.IsCompleted)
            {
                var rest = buffer.IsEmpty ? null : Text(buffer);
                pipe.AdvanceTo(buffer.End);
                return rest;
            }

            pipe.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    private static string Text(ReadOnlySequence<byte> line) => Encoding.UTF8.GetString(line).TrimEnd('\r');
}
