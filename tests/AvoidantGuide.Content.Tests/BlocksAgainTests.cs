using System.Runtime.CompilerServices;

namespace AvoidantGuide.Content.Tests;

/// <summary>Blocks that nobody holds any more are let go, and made again. That must never show.</summary>
public sealed class BlocksAgainTests
{
    [Fact]
    public void Blocks_that_nobody_holds_are_let_go_and_come_again_as_they_were()
    {
        var guide = Compiler.Compile(ContentFiles.Read(Repository.Folder("content")), TimeProvider.System.GetUtcNow()).Guide!;
        var (before, held) = Shown(guide);

        GC.Collect();

        Assert.True(held.Count > 10);
        Assert.DoesNotContain(held, block => block.TryGetTarget(out _));
        Assert.Equal(before, Shown(guide).Pages);
    }

    [Fact]
    public void A_page_of_an_earlier_guide_says_what_it_said_whatever_other_files_say_now()
    {
        using var content = new ContentOnDisk();
        foreach (var (path, text) in RepeatedEditsTests.More())
            content.Write(path, text);
        var library = GuideLibrary.Open(content.Folder, new HandClock(Sample.Now), _ => { });
        var earlier = library.Current;
        var (before, _) = Shown(earlier);

        content.Write("figures/two-lines.svg", Sample.Drawing.Replace("0 0 10 10", "0 0 20 20", StringComparison.Ordinal));
        content.Write("glossary.md", Sample.Glossary.Replace("Turning a need down", "Another thing", StringComparison.Ordinal));
        content.Write("practices/catch-early.md", Sample.Practice.Replace("Some words.", "Some other words.", StringComparison.Ordinal));
        content.Write("help.yml", Sample.Help.Replace("If you are afraid, trust that.", "Trust that.", StringComparison.Ordinal));
        var (after, _) = Shown(library.Refresh());
        GC.Collect();

        Assert.Empty(library.Problems);
        foreach (var page in (string[])["/other", "/key-terms", "/what-helps"])
            Assert.NotEqual(before[page], after[page]);
        Assert.Equal(before, Shown(earlier).Pages);
    }

    /// <summary>Apart, so that nothing of it is left on the stack.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (SortedDictionary<string, string> Pages, List<WeakReference<Block>> Held) Shown(Guide guide)
    {
        var pages = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var page in guide.Pages)
            pages.Add(page.Path, RepeatedEditsTests.Shown(page.Blocks));
        // Terms and signs are the guide's own, and stay with it.
        return (pages, [.. guide.Pages.Select(page => new WeakReference<Block>(page.Blocks[0]))]);
    }
}
