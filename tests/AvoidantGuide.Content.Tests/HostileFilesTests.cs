using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace AvoidantGuide.Content.Tests;

/// <summary>Whatever stands in a file, the loader comes to an end soon, and what it says is wrong has a place in that file.</summary>
public sealed class HostileFilesTests
{
    private static readonly TimeSpan _soon = TimeSpan.FromSeconds(5);

    /// <summary>What pages are made of, and what they should not be made of, in pieces that can stand anywhere.</summary>
    private static readonly string[] _pieces =
    [
        "---\n", "id: the-switch\n", "id: [a, b]\n", "status: published\n", "status: draft\n", "reviewed: { on: 2026-11-20, next: 1027-11-20 }\n", "reviewed: {\n", "order: 99999999999999999999\n",
        "publish: 0000-00-00\n", "aliases: [/a, /a, //b, /the-switch]\n", "anchors: { a: b, b: a }\n", "notice: &a [*a]\n", "author: !!binary AAAA\n", "? [complex]: key\n", "title: |\n  two\n  lines\n",
        ":::short\n", ":::terms\n", ":::signs {#inside of=sign}\n", ":::comparison\n", ":::practice {ref=catch-early}\n", ":::quote\n", ":::claim {strength=mixed}\n", ":::care\n", ":::figure {src=two-lines.svg}\n", ":::faq\n", ":::practise\n", "::::\n", ":::\n", "::: {#a #b .c onclick=x}\n",
        "# One\n", "## Two {#two}\n", "## Two {#two}\n", "### Three {#a,b}\n", "####### Seven\n", "Setext\n===\n", "- item {#item}\n", "  - inner {#inner}\n", "      - deep\n", "1. one\n", "- [ ] task\n", "> quote\n", ">>>>>>>> deep\n", "| a | b |\n|:-|-:|\n| c | d |\n",
        "[a](term:deactivation)", "[a](term:)", "[a](src:stanton-2017)", "[a](the-switch.md#a-place)", "[a](javascript:alert(1))", "[a](../../../etc/passwd)", "![a](two-lines.svg)", "![a](http://x/y.png)", "[a][b]", "[b]: /c\n", "<https://x>", "[[[[[[[[", "](((((((",
        "<script>x</script>", "<!--", "<b>", "&#0;", "&#x110000;", "`", "```\n", "~~~ {#x}\n", "*", "**", "_", "\\", "{#x}", "{", "}", "\0", "\r", "\r\n", "\n", "\n\n", "\t", "\u2028", "\u202e", "\ufeff", "\ud83d\ude00", "\ufffd", "e\u0301", "words ", " ", "    ", "kind=one-of", "need=yes", "from=sign",
        "## What? {#what kind=one-of need=yes from=sign}\n", "## Scale {#scale kind=scale look=again}\n", "## Pause {#pause kind=pause wait=10}\n", "- Two minutes {#two wait=99999999999}\n",
    ];

    private static readonly string[] _places = ["guide/the-switch.md", "guide/other.md", "practices/catch-early.md", "practices/other.md", "glossary.md", "sources.yml", "help.yml", "search.yml", "figures/two-lines.svg"];

    [Fact]
    public void Files_made_of_pieces_are_read_to_an_end() => Check(
        Arb.From(Texts(), Shorter),
        made =>
        {
            var texts = Sample.Texts();
            texts[made.Path] = made.Text;
            AssertSound(texts);
        },
        Fuzz.Runs(400));

    [Theory]
    [InlineData("- ")]
    [InlineData("> ")]
    [InlineData("[")]
    [InlineData("![")]
    [InlineData("*a ")]
    [InlineData("`")]
    [InlineData("<!--")]
    [InlineData("&")]
    [InlineData("\\")]
    [InlineData(":::")]
    [InlineData("[a](")]
    [InlineData("| ")]
    [InlineData("{#")]
    [InlineData("a: [")]
    [InlineData("a: {")]
    [InlineData("# a\n")]
    [InlineData("- a {#a}\n")]
    [InlineData(":::short\n")]
    [InlineData("## A {#a}\n")]
    [InlineData("<svg>")]
    public void The_same_thing_a_thousand_times_is_read_to_an_end(string piece)
    {
        foreach (var path in _places)
        {
            var texts = Sample.Texts();
            texts[path] = (path.EndsWith(".md", StringComparison.Ordinal) ? texts.GetValueOrDefault(path, Sample.PageNamed("other")) : "") + string.Concat(Enumerable.Repeat(piece, 1_000));
            AssertSound(texts);
        }
    }

    [Fact]
    public void Shipped_files_with_bytes_changed_are_read_to_an_end()
    {
        using var content = new ShippedCopy();
        // A file that is no text any more is none that the guide is made of, and still one that something is wrong with.
        var paths = content.Paths;
        var library = GuideLibrary.Open(content.Folder, new HandClock(Sample.Now), _ => { });
        Check(
            Arb.From(Gen.Choose(0, int.MaxValue - 1)),
            seed =>
            {
                var random = new System.Random(seed);
                var path = paths[random.Next(paths.Count)];
                var bytes = content.Read(path);
                content.Write(path, MutationTests.Mutated(random, bytes));
                var begun = Stopwatch.GetTimestamp();
                library.Refresh();
                Assert.True(Stopwatch.GetElapsedTime(begun) < _soon, $"{path} took {Stopwatch.GetElapsedTime(begun)}.");
                var files = paths.ToDictionary(file => file, file => Encoding.UTF8.GetString(content.Read(file)));
                Assert.All(library.Problems, problem => AssertInside(problem, files));
                content.Write(path, bytes);
            },
            Fuzz.Runs(100));
    }

    private static void AssertSound(Dictionary<string, string> texts)
    {
        var begun = Stopwatch.GetTimestamp();
        var compiled = Compiler.Compile(new ContentFiles(texts), Sample.Now);
        Assert.True(Stopwatch.GetElapsedTime(begun) < _soon, $"It took {Stopwatch.GetElapsedTime(begun)}.");
        Assert.Equal(compiled.Guide is null, compiled.Problems.Any(problem => problem.Severity == Severity.Error));
        Assert.All(compiled.Problems, problem => AssertInside(problem, texts));
    }

    private static void AssertInside(Problem problem, Dictionary<string, string> texts)
    {
        Assert.Matches("^AG[1-6][0-9][0-9]$", problem.Code);
        Assert.True(texts.TryGetValue(problem.File, out var text), $"{problem.Code} is about {problem.File}.");
        Assert.InRange(problem.Line, 1, text.ReplaceLineEndings("\n").Count(letter => letter == '\n') + 1);
        Assert.True(problem.Column >= 1);
        Assert.NotEqual("", problem.Message);
    }

    private static Gen<Made> Texts() =>
        from path in Gen.Elements(_places)
        from begins in Gen.Elements("", path.StartsWith("practices", StringComparison.Ordinal) ? Sample.PracticeFrontMatter : Sample.FrontMatter)
        from pieces in Gen.ListOf(Gen.Elements(_pieces))
        select new Made(path, begins, [.. pieces]);

    private static IEnumerable<Made> Shorter(Made made) =>
        Enumerable.Range(0, made.Pieces.Count).Select(left => made with { Pieces = [.. made.Pieces.Where((_, place) => place != left)] });

    private static void Check<T>(Arbitrary<T> values, Action<T> holds, int runs) =>
        Prop.ForAll(values, holds).Check(Config.QuickThrowOnFailure.WithReplay(20261123, 1).WithMaxTest(runs).WithStartSize(5).WithEndSize(60).WithQuietOnSuccess(true));

    private sealed record Made(string Path, string Begins, IReadOnlyList<string> Pieces)
    {
        public string Text => Begins + string.Concat(Pieces);

        // As a failure prints it.
        public override string ToString() => $"{Path}: {Text}";
    }
}
