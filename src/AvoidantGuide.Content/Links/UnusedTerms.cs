using AvoidantGuide.Content.Files;
using AvoidantGuide.Content.Texts;

namespace AvoidantGuide.Content.Links;

/// <summary>Terms that nothing links to and no text names: nobody would come to look for them.</summary>
internal static class UnusedTerms
{
    /// <param name="linked">The ids that pages and practices link to.</param>
    /// <param name="texts">The files of pages and practices.</param>
    public static IEnumerable<Problem> Find(SourceText glossary, IReadOnlyCollection<TermDraft> terms, IReadOnlySet<string> linked, IEnumerable<SourceText> texts, TermNames names)
    {
        var left = terms.Where(term => !linked.Contains(term.Id) && !terms.Any(other => other != term && other.LinksTo(term.Id))).ToList();
        if (left.Count == 0)
            return [];
        var named = texts.SelectMany(file => file.Named).ToHashSet(StringComparer.Ordinal);
        return left.Where(term => !named.Contains(term.Id) && !terms.Any(other => other != term && Names(other, term))).Select(term =>
            glossary.Problem(term.Anchor.Line, term.Anchor.Column, Severity.Warning, "AG310",
                $"Nothing links to \"{term.Id}\", and no text uses \"{term.Name}\". Link to it with term:{term.Id}, or take it out."));

        bool Names(TermDraft other, TermDraft term) =>
            names.In($"{other.Name}\n{other.Definition.Text}\n{other.More.Text}".ReplaceLineEndings(" ")).Any(name => name.Id == term.Id);
    }
}
