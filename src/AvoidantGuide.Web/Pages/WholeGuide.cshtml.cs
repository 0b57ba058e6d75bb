using AvoidantGuide.Content;
using AvoidantGuide.Web.Finished;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AvoidantGuide.Web.Pages;

/// <summary>The guide's pages one after the other.</summary>
[SameForEveryone]
public sealed class WholeGuideModel(Guide guide) : PageModel
{
    public Guide Guide => guide;

    /// <summary>Those that any of its pages shows, each once.</summary>
    public IReadOnlyList<Term> Terms { get; } = [.. guide.Sequence.SelectMany(page => page.Terms).DistinctBy(term => term.Id)];

    public IReadOnlyList<Source> Cited { get; } =
        [.. guide.Sequence.SelectMany(page => guide.SourcesOn(page.Path)).Distinct().OrderBy(source => source.Authors, StringComparer.InvariantCulture).ThenBy(source => source.Year)];

    /// <summary>The terms that stand on it with all their words.</summary>
    public IReadOnlyCollection<string> Listed { get; } =
        [.. guide.Sequence.SelectMany(page => page.Blocks).OfType<TermList>().SelectMany(list => list.Terms).Select(term => term.Id)];
}
