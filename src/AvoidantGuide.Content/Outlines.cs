using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AvoidantGuide.Content.Files;
using AvoidantGuide.Content.Texts;
using static AvoidantGuide.Content.Texts.Patterns;

namespace AvoidantGuide.Content;

/// <summary>
/// What each file makes readers see apart from its words: blocks, ids, what links lead to, order, names in menus. A slip of
/// one character can change any of these and still be good Markdown, so what was accepted once is written down.
/// </summary>
public static partial class Outlines
{
    /// <summary>The code of the warning that <c>check --accept</c> answers.</summary>
    public const string Changed = "AG405";

    /// <summary>The text of outlines.yml for this guide, as <c>check --accept</c> writes it.</summary>
    public static string Of(Guide guide)
    {
        var text = new StringBuilder("# What each file makes readers see, apart from its words, as it was last accepted. Written by: check --accept\n");
        foreach (var (file, lines) in Files(guide).OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            text.Append(file).Append(":\n");
            foreach (var line in lines)
                text.Append("  - \"").Append(line.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append("\"\n");
        }

        return text.ToString();
    }

    /// <summary>The files whose outline is not what these files' outlines.yml holds.</summary>
    public static IReadOnlyList<string> NotAccepted(Guide guide, ContentFiles files)
    {
        var accepted = OutlinesFile.Read(new SourceText(OutlinesFile.Path, files.Saved.GetValueOrDefault(OutlinesFile.Path, SavedText.Empty)));
        return [.. Files(guide).Where(file => !(accepted.TryGetValue(file.Key, out var lines) && lines.Select(line => line.Value).SequenceEqual(file.Value)))
            .Select(file => file.Key).Order(StringComparer.Ordinal)];
    }

    /// <summary>By file, in the order it is read.</summary>
    private static Dictionary<string, IReadOnlyList<string>> Files(Guide guide)
    {
        var files = Rest(guide);
        foreach (var page in guide.Pages)
            files[page.File] = Page(page);
        return files;
    }

    /// <summary>Of every file that is no page's.</summary>
    internal static Dictionary<string, IReadOnlyList<string>> Rest(Guide guide)
    {
        var files = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            [GlossaryFile.Path] = [.. guide.Terms.Select(term => $"{term.Id} {term.Strength}{Leads(term.DefinitionHtml + term.MoreHtml)}")],
            [SourcesFile.Path] = [.. guide.Sources.Select(source => $"{source.Id} {source.Year} -> {source.Address}")],
            [HelpFile.Path] = [.. guide.Help.Countries.SelectMany(country => country.Services
                .Select(service => $"{country.Id} {string.Join(' ', service.Who)} -> {service.Phone} {service.Text} {service.Web}").Prepend($"{country.Id} -> {country.Emergency}"))],
        };
        foreach (var practice in guide.Practices)
            files[practice.File] = [Front(practice), .. practice.Blocks.Select(Block), .. practice.Prompts.Select(Prompt)];
        return files;
    }

    /// <summary>What stands for an outline where it is only compared.</summary>
    internal static UInt128 Digest(IEnumerable<string> outline) =>
        BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', outline))));

    internal static IReadOnlyList<string> Page(Page page) => [Front(page), .. page.Blocks.Select(Block)];

    private static string Front(Page page) => string.Join(", ",
    [
        string.Create(CultureInfo.InvariantCulture, $"{page.Path} {page.Order}"), page.Nav,
        .. page.Notices.Select(notice => $"notice {notice}"),
        .. page.Aliases.Select(alias => $"alias {alias}"),
        .. page.Anchors.Select(moved => $"anchor {moved.Key}={moved.Value}"),
        .. new[] { page.Author, page.ClinicalReviewer, page.Publish?.ToString("u", CultureInfo.InvariantCulture) }.OfType<string>(),
    ]);

    private static string Front(Practice practice) => string.Create(CultureInfo.InvariantCulture,
        $"{practice.Id} {practice.Order}, version {practice.Version}, {(practice.AsksSafety ? "asks" : "does not ask")}, rests after {practice.Rest?.After}");

    private static string Prompt(Prompt prompt) =>
        $"{prompt.Id} {prompt.Kind}{(prompt.Needed ? " needed" : "")}{(prompt.Later ? " later" : "")}{(prompt.LooksAgain ? " looks" : "")}{(prompt.SuggestsSmaller ? " smaller" : "")}{(prompt.KeepsSign ? " keeps" : "")} {prompt.From}: "
        + string.Join(' ', prompt.Choices.Where(choice => choice.Explained is null).Select(choice => $"{choice.Id}{choice.Wait?.TotalMinutes.ToString(" 0 min", CultureInfo.InvariantCulture)}{(choice.LeadsToHelp ? " help" : "")}"));

    private static string Block(Block block) => block switch
    {
        Heading heading => $"{new string('#', heading.Level)} {heading.Id}{Leads(heading.Html)}",
        InShort inShort => $"short of {inShort.SentencesHtml.Count}{Leads(string.Concat(inShort.SentencesHtml))}",
        Start start => $"start {start.Id}{Leads(string.Concat(start.WaysHtml))}",
        TermList => "terms",
        SignList list => $"signs {list.Id} {list.Of}: {string.Join(", ", list.Items.Select(sign => sign.Id + Leads(sign.Html)))}",
        Comparison both => $"comparison {both.Id}{Leads(both.Left.Html)} |{Leads(both.Right.Html)}",
        PracticeBlock practice => $"practice {practice.Practice.Id}{(practice.FormOnly ? " form" : "")}",
        Quote quote => $"quote{(quote.By is null ? "" : " by someone")}{Leads(quote.Html)}",
        Claim claim => $"claim {claim.Strength}{Leads(claim.Html)}",
        Care care => $"care{Leads(care.Html ?? "")}",
        Figure figure => $"figure {figure.Id}{Leads(figure.DescriptionHtml)}",
        Faq faq => $"faq: {string.Join(", ", faq.Questions.Select(question => question.Id + Leads(question.AnswerHtml)))}",
        Prose prose => $"text{Leads(prose.Html)}",
        _ => block.GetType().Name,
    };

    private static string Leads(string html)
    {
        var links = Links().Matches(html);
        return links.Count == 0 ? "" : $" -> {string.Join(' ', links.Select(link => link.Groups["to"].Value))}";
    }

    [GeneratedRegex("<a href=\"(?<to>[^\"]*)\"", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Links();
}
