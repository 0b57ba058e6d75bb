using System.Text;
using AvoidantGuide.Content.Files;
using AvoidantGuide.Content.Texts;

namespace AvoidantGuide.Content;

/// <summary>Everything that links, bookmarks and people's entries rely on once it has been published.</summary>
public static class PublishedIds
{
    /// <summary>The code of the warning that the list itself is gone; <c>check --accept</c> writes it anew.</summary>
    public const string Gone = "AG406";

    /// <summary>What is published now and does not stand in these files' published-ids.yml.</summary>
    public static IReadOnlyList<string> NotAccepted(Guide guide, ContentFiles files)
    {
        var accepted = PublishedIdsFile.Read(new SourceText(PublishedIdsFile.Path, files.Saved.GetValueOrDefault(PublishedIdsFile.Path, SavedText.Empty)));
        var now = Lists(guide);
        return [.. PublishedIdsFile.Lists.SelectMany(list => now[list].Except(accepted.GetValueOrDefault(list, []).Select(id => id.Value), StringComparer.Ordinal).Order(StringComparer.Ordinal))];
    }

    /// <summary>The text of published-ids.yml for this guide, as <c>check --accept</c> writes it.</summary>
    public static string Of(Guide guide)
    {
        var text = new StringBuilder("# Every id that was ever published. Written by: check --accept\n");
        var lists = Lists(guide);
        foreach (var list in PublishedIdsFile.Lists)
        {
            text.Append(list).Append(lists[list].Count == 0 ? ": []\n" : ":\n");
            foreach (var id in lists[list].Order(StringComparer.Ordinal))
                text.Append("  - ").Append(id.Contains('#', StringComparison.Ordinal) ? $"\"{id}\"" : id).Append('\n');
        }

        return text.ToString();
    }

    internal static IReadOnlyDictionary<string, IReadOnlyCollection<string>> Lists(Guide guide) =>
        new Dictionary<string, IReadOnlyCollection<string>>(StringComparer.Ordinal)
        {
            ["pages"] = [.. guide.Pages.Select(page => page.Path), .. guide.Pages.SelectMany(page => page.Aliases)],
            ["anchors"] = guide.Pages.SelectMany(Anchors).ToHashSet(StringComparer.Ordinal),
            ["terms"] = [.. guide.Terms.Select(term => term.Id)],
            ["signs"] = [.. guide.Signs.Select(sign => sign.Id)],
            ["practices"] = [.. guide.Practices.Select(practice => practice.Id)],
            ["prompts"] = [.. guide.Practices.SelectMany(practice => practice.Prompts.Select(prompt => $"{practice.Id}/{prompt.Id}"))],
            ["choices"] = [.. guide.Practices.SelectMany(practice => practice.Prompts.SelectMany(prompt => Own(prompt).Select(choice => $"{practice.Id}/{prompt.Id}/{choice.Id}")))],
        };

    /// <summary>Without the guide's own lists, whose signs are listed by themselves, and what is added to every list.</summary>
    private static IEnumerable<Choice> Own(Prompt prompt) =>
        prompt.Choices.Where(choice => choice.Explained is null && choice != Choice.Other && choice != Choice.CannotTell);

    /// <summary>Old anchors too: what was mapped once must stay mapped. Terms, signs and practices have lists of their own, so that their ids may move between pages.</summary>
    private static IEnumerable<string> Anchors(Page page) => page.Places.Concat(page.Anchors.Keys).Select(id => $"{page.Path}#{id}");

    /// <summary>The places on a page that are not those of terms, signs and practices.</summary>
    internal static IEnumerable<string> Places(IReadOnlyList<Block> page) => page.Concat(page.OfType<PracticeBlock>().Where(block => !block.FormOnly).SelectMany(block => block.Practice.Blocks))
        .SelectMany(block => block switch
        {
            Heading heading => [heading.Id],
            Start start => [start.Id],
            SignList signs => [signs.Id],
            Comparison { Id: { } id } => [id],
            Figure figure => [figure.Id],
            Faq faq => faq.Questions.Select(question => question.Id),
            _ => Enumerable.Empty<string>(),
        });
}
