using System.Text;

namespace AvoidantGuide.Content.Tests;

public sealed class MutationTests
{
    private const int Seed = 20261122;

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

    private static byte[] Mutated(Random random, byte[] bytes)
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
}
