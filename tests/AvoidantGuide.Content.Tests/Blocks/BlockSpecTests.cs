using System.Text;
using System.Text.RegularExpressions;

namespace AvoidantGuide.Content.Tests.Blocks;

/// <summary>Each file of Specs/ shows what one block is written like, and what it becomes.</summary>
public sealed partial class BlockSpecTests
{
    public static TheoryData<string, string, string> Examples()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var file in Directory.EnumerateFiles(Repository.Folder("tests/AvoidantGuide.Content.Tests/Blocks/Specs"), "*.md").Order(StringComparer.Ordinal))
        {
            foreach (Match example in Example().Matches(File.ReadAllText(file)))
                data.Add(Path.GetFileName(file), example.Groups["input"].Value, example.Groups["output"].Value);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_block_becomes_what_its_spec_says(string file, string input, string output)
    {
        Assert.NotEmpty(file);
        Assert.Equal(output, Shown(Sample.Blocks(input)), ignoreLineEndingDifferences: true);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_id_that_is_written_is_among_the_published_ones(string file, string input, string output)
    {
        Assert.NotEmpty(file + output);
        var published = PublishedIds.Of(Sample.WithPage(input).Guide!);

        Assert.All(Given().Matches(input).Select(match => match.Groups["id"].Value), id => Assert.Matches($"[#/ ]{id}\"?\n", published));
    }

    private static string Shown(IEnumerable<Block> blocks)
    {
        var text = new StringBuilder();
        foreach (var block in blocks)
            text.Append(Shown(block)).Append('\n');
        return text.ToString();
    }

    private static string Shown(Block block) => block switch
    {
        Prose prose => $"prose\n{prose.Html.TrimEnd()}",
        Heading heading => $"heading {heading.Level} #{heading.Id}\n{heading.Html}\n{heading.Text}",
        InShort inShort => "short\n" + string.Join('\n', inShort.SentencesHtml),
        Start start => $"start #{start.Id}\n" + string.Join('\n', start.WaysHtml),
        TermList terms => "terms\n" + string.Join('\n', terms.Terms.Select(term =>
            $"#{term.Id} {term.Name} ({term.Strength}; {string.Join(" | ", term.Also)})\n{term.DefinitionHtml}{term.Definition}\n{term.MoreHtml.TrimEnd()}")),
        SignList signs => $"signs #{signs.Id} of {signs.Of}\n" + string.Join('\n', signs.Items.Select(sign => $"{sign.Path}#{sign.Id} {sign.Label}\n{sign.Html.TrimEnd()}").Select(item => item.TrimEnd())),
        Comparison comparison => $"comparison #{comparison.Id}\n{comparison.Left.Title}\n{comparison.Left.Html}{comparison.Right.Title}\n{comparison.Right.Html.TrimEnd()}",
        PracticeBlock practice => $"practice {practice.Practice.Id}\n{Shown(practice.Practice.Blocks).TrimEnd()}",
        Quote quote => $"quote by {quote.By ?? "nobody"}\n{quote.Html.TrimEnd()}",
        Claim claim => $"claim {claim.Strength}\n{claim.Html.TrimEnd()}",
        Care care => $"care\n{care.Html}{care.NoteHtml.TrimEnd()}",
        Figure figure => $"figure #{figure.Id}\n{figure.Title}\n{figure.DescriptionHtml}{figure.Svg}",
        Faq faq => "faq\n" + string.Join('\n', faq.Questions.Select(question => $"#{question.Id} {question.Title}\n{question.AnswerHtml}{question.Text}")),
        _ => "unknown",
    };

    [GeneratedRegex(@"^~~~markdown\n(?<input>.*?)\n~~~\n+^~~~blocks\n(?<output>.*?)^~~~$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Example();

    [GeneratedRegex(@"\{#(?<id>[a-z0-9-]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Given();
}
