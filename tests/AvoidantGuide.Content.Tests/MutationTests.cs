using System.Text;
using System.Text.RegularExpressions;

namespace AvoidantGuide.Content.Tests;

public sealed partial class MutationTests
{
    private const int Seed = 20261122;
    private const int Slips = 1000;

    private static readonly string[] _marks =
        ["\0", "\uFEFF", "---\n", ":::", ":::signs {", "{#", "}", "](", "[", "```", "<!--", "<svg", "&#x", "\r", "\t", "- ", "> ", "\"", "'", "&a", "*a", "|", ": ", "\n\n", "\u2028", "\ud83d\ude00"];

    [Fact]
    public void No_change_of_bytes_makes_the_compiler_throw()
    {
        var random = new Random(Seed);
        for (var run = 0; run < 600; run++)
        {
            var texts = Sample.Texts();
            var path = texts.Keys.Order(StringComparer.Ordinal).ElementAt(random.Next(texts.Count));
            texts[path] = Encoding.UTF8.GetString(Mutated(random, Encoding.UTF8.GetBytes(texts[path])));

            var compiled = Compiler.Compile(new ContentFiles(texts), Sample.Now);

            Assert.Equal(compiled.Guide is null, compiled.Problems.Any(problem => problem.Severity == Severity.Error));
            Assert.All(compiled.Problems, problem => Assert.True(problem is { Line: >= 1, Column: >= 1 } && texts.ContainsKey(problem.File)));
        }
    }

    internal static byte[] Mutated(Random random, byte[] bytes)
    {
        var changed = bytes.ToList();
        for (var times = random.Next(1, 6); times > 0; times--)
        {
            var at = random.Next(changed.Count);
            switch (random.Next(4))
            {
                case 0:
                    changed[at] = (byte)random.Next(256);
                    break;
                case 1:
                    changed.RemoveRange(at, Math.Min(random.Next(1, 30), changed.Count - at));
                    break;
                case 2:
                    changed.InsertRange(at, Encoding.UTF8.GetBytes(_marks[random.Next(_marks.Length)]));
                    break;
                default:
                    changed.InsertRange(at, changed.GetRange(at, Math.Min(random.Next(1, 60), changed.Count - at)));
                    break;
            }

            if (changed.Count == 0)
                changed.Add((byte)'x');
        }

        return [.. changed];
    }

    [Fact]
    public async Task No_slip_in_the_shipped_files_is_published_without_a_named_problem()
    {
        using var content = new ShippedCopy();
        var paths = content.Paths;
        var library = GuideLibrary.Open(content.Folder, new HandClock(Sample.Now), _ => { });
        var before = Frame.Of(library.Current);
        var random = new Random(Seed);
        var (silent, named) = (0, 0);
        for (var run = 0; run < Slips; run++)
        {
            var path = paths[random.Next(paths.Count)];
            var bytes = content.Read(path);
            var (slip, changed) = Slip(random, bytes);
            content.Write(path, changed);

            var guide = await Task.Run(library.Refresh, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

            if (library.Problems.Count > 0)
                named++;
            else
                Assert.True(Frame.Of(guide) == before, $"{slip} in {path}, run {run}, was published and nothing was said.");
            silent += library.Problems.Count == 0 ? 1 : 0;
            content.Write(path, bytes);
        }

        Assert.Same(library.Refresh(), library.Current);
        Assert.Empty(library.Problems);
        Assert.True(named > Slips / 4 && silent > 0, $"{named} named, {silent} silent");
    }

    /// <summary>As hands slip: a byte lost, a line pasted twice, a fence deleted, a key misspelt.</summary>
    private static (string Slip, byte[] Changed) Slip(Random random, byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var lines = text.Split('\n').ToList();
        var fences = Enumerable.Range(0, lines.Count).Where(i => lines[i].StartsWith(":::", StringComparison.Ordinal) || lines[i] == "---").ToList();
        var keys = Keys().Matches(text);
        switch (random.Next(4))
        {
            case 1:
                var at = random.Next(lines.Count);
                lines.Insert(at, lines[at]);
                return ($"line {at + 1} doubled", Encoding.UTF8.GetBytes(string.Join('\n', lines)));
            case 2 when fences.Count > 0:
                var fence = fences[random.Next(fences.Count)];
                lines.RemoveAt(fence);
                return ($"fence on line {fence + 1} removed", Encoding.UTF8.GetBytes(string.Join('\n', lines)));
            case 3 when keys.Count > 0:
                var key = keys[random.Next(keys.Count)].Groups["key"];
                var letter = key.Index + random.Next(key.Length);
                return ($"key {key.Value} misspelt", Encoding.UTF8.GetBytes(text[..letter] + (text[letter] == 'q' ? 'x' : 'q') + text[(letter + 1)..]));
            default:
                var lost = random.Next(bytes.Length);
                return ($"byte {lost} dropped", [.. bytes[..lost], .. bytes[(lost + 1)..]]);
        }
    }

    [GeneratedRegex(@"(?:^|[ {,])(?<key>[a-z][a-z-]*)(?:: |=)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Keys();
}
