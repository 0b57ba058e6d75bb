using System.Collections;
using System.Reflection;
using System.Text;

namespace AvoidantGuide.Content.Tests;

/// <summary>What a library keeps from one look to the next must never show.</summary>
public sealed class RepeatedEditsTests
{
    private const int Seed = 20261122;

    /// <summary>Each changes what other files see: words, ids, links, titles, status, times, vocabulary, terms, sources, drawings.</summary>
    private static readonly (string Path, string Old, string New)[] _edits =
    [
        ("guide/the-switch.md", "See [", "Do see ["),
        ("guide/the-switch.md", "and [the term]", "so [the term]"),
        ("guide/the-switch.md", "Yesterday it was different.", "Yesterday it was all different, and a cure."),
        ("guide/the-switch.md", "See [the source]", "Deactivation is old: see [the source]"),
        ("guide/plain.md", "Some words.", "Some other words, and a cure."),
        ("guide/plain.md", "a sentence", "a very long sentence"),
        ("guide/other.md", "See [it]", "Look at [it]"),
        ("guide/other.md", "and [numbness](term:deactivation)", "and numbness"),
        ("guide/other.md", "### Lines\nTwo.", "### Lines\nThree, and one."),
        ("guide/other.md", "title: \"The switch\"", "title: \"Other\""),
        ("guide/other.md", "summary: \"One sentence.\"", "summary: \"One more sentence.\""),
        ("guide/the-switch.md", "{#a-place}", "{#another-place}"),
        ("guide/the-switch.md", "title: \"The switch\"", "title: \"The turn\""),
        ("guide/the-switch.md", "status: published", "status: draft"),
        ("guide/the-switch.md", "Gone off them", "Gone off you"),
        ("guide/the-switch.md", "{#gone-off}", "{#gone-away}"),
        ("guide/the-switch.md", "order: 4", "order: 40"),
        ("guide/other.md", "the-switch.md#a-place", "the-switch.md#inside"),
        ("guide/other.md", "status: published", "status: published\npublish: 2026-11-22T09:30Z"),
        ("guide/other.md", "next: 2027-11-20", "next: 2026-11-22"),
        ("guide/key-terms.md", "title: \"The switch\"", "title: \"Terms\""),
        ("guide/what-helps.md", "Words.", "More words, [there](other.md)."),
        ("practices/catch-early.md", "Some words.", "Some words, and [one](term:deactivation)."),
        ("practices/catch-early.md", "{#nothing}", "{#nothing-much}"),
        ("practices/catch-early.md", "status: published", "status: draft"),
        ("glossary.md", "Turning a need down.", "Turning a need [down](other.md)."),
        ("glossary.md", "## Deactivation {#deactivation", "## Numbness {#numbness"),
        ("sources.yml", "year: 2017", "year: 2018"),
        ("sources.yml", "- id: stanton-2017", "- id: stanton-2018"),
        ("help.yml", "If you are afraid, trust that.", "Trust that."),
        ("figures/two-lines.svg", "0 0 10 10", "0 0 20 20"),
    ];

    [Fact]
    public void A_library_that_saw_many_edits_answers_as_a_new_one_does()
    {
        using var content = new ContentOnDisk();
        foreach (var (path, text) in More())
            content.Write(path, text);
        var clock = new HandClock(Sample.Now);
        var kept = GuideLibrary.Open(content.Folder, clock, _ => { });
        var (random, made) = (new Random(Seed), new HashSet<int>());
        var (compared, broken) = (0, 0);
        for (var run = 0; run < 400; run++)
        {
            Edit(content, random, made);
            clock.Now = Sample.Now.AddHours(random.Next(48));

            var guide = kept.Refresh();
            var fresh = Compiler.Compile(ContentFiles.Read(content.Folder), clock.Now);

            Assert.Equal(fresh.Problems, kept.Problems);
            if (fresh.Guide is null)
            {
                broken++;
                continue;
            }

            compared++;
            Assert.Equal(Shown(fresh.Guide), Shown(guide));
        }

        Assert.True(compared > 40 && broken > 40, $"{compared} compared, {broken} broken");
    }

    internal static Dictionary<string, string> More() => new(StringComparer.Ordinal)
    {
        ["guide/other.md"] = Sample.PageNamed("other") + "See [it](the-switch.md#a-place) and [numbness](term:deactivation).\n\n:::figure {#lines src=two-lines.svg}\n### Lines\nTwo.\n:::\n\n:::care\n:::\n",
        ["guide/key-terms.md"] = Sample.PageNamed("key-terms") + ":::terms\n:::\n",
        ["guide/what-helps.md"] = Sample.PageNamed("what-helps") + "Words.\n\n:::practice {ref=catch-early}\n:::\n",
        ["guide/plain.md"] = Sample.PageNamed("plain") + "Some words. It is a sentence about [numbness](term:deactivation).\n\n## Here\n\nDeactivation.\n",
        ["guide/sources.md"] = Sample.PageNamed("sources") + "From [it](#stanton-2017).\n",
    };

    /// <summary>Makes one of the edits, or takes one back.</summary>
    private static void Edit(ContentOnDisk content, Random random, HashSet<int> made)
    {
        var edit = made.Count > 0 && random.Next(3) > 0 ? made.ElementAt(random.Next(made.Count)) : random.Next(_edits.Length);
        var (path, old, changed) = _edits[edit];
        if (!made.Remove(edit))
            made.Add(edit);
        else
            (old, changed) = (changed, old);
        content.Write(path, File.ReadAllText(Path.Combine(content.Folder, path)).Replace(old, changed, StringComparison.Ordinal));
    }

    /// <summary>Everything a guide says, as text.</summary>
    internal static string Shown(object guide)
    {
        var text = new StringBuilder();
        Show(guide, 0);
        return text.ToString();

        void Show(object? value, int depth)
        {
            Assert.True(depth < 20);
            switch (value)
            {
                case null or string or Enum or IFormattable or bool:
                    text.Append(value).Append('\n');
                    break;
                case IEnumerable items:
                    text.Append("[\n");
                    foreach (var item in items)
                        Show(item, depth + 1);
                    text.Append("]\n");
                    break;
                default:
                    text.Append(value.GetType().Name).Append('\n');
                    foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0))
                    {
                        text.Append(property.Name).Append(' ');
                        Show(property.GetValue(value), depth + 1);
                    }

                    break;
            }
        }
    }
}
