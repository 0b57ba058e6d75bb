using System.Collections;
using AvoidantGuide.Content.Links;
using AvoidantGuide.Content.Texts;

namespace AvoidantGuide.Content.Files;

/// <summary>
/// A page's blocks, made from its text again when they are asked for and nobody holds them any more. What its links found is
/// kept, so they are the same blocks whatever other files say meanwhile.
/// </summary>
internal sealed class PageBlocks : IReadOnlyList<Block>
{
    private readonly PageFile _file;
    private readonly PageShape _shape;
    private readonly bool _visible;
    private readonly Looked[] _looks;
    private readonly WeakReference<IReadOnlyList<Block>> _made;

    public PageBlocks(PageFile file, PageShape shape, bool visible, Looked[] looks, IReadOnlyList<Block> made)
    {
        (_file, _shape, _visible, _looks) = (file, shape, visible, looks);
        _made = new WeakReference<IReadOnlyList<Block>>(made);
    }

    public int Count => Made.Count;

    public Block this[int index] => Made[index];

    public IEnumerator<Block> GetEnumerator() => Made.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IReadOnlyList<Block> Made
    {
        get
        {
            if (_made.TryGetTarget(out var blocks))
                return blocks;
            // Names of terms bring problems alone, and those were told.
            var file = PageFile.Read(new SourceText(_file.File.Path, _file.File.Saved));
            blocks = file.Blocks(file.Linker(Linking.Of(_looks), _shape, _visible));
            _made.SetTarget(blocks);
            return blocks;
        }
    }
}
