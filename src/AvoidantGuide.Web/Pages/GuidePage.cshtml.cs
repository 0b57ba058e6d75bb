using AvoidantGuide.Content;
using AvoidantGuide.Web.Finished;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AvoidantGuide.Web.Pages;

/// <summary>Every page that a Markdown file describes, at its address.</summary>
[SameForEveryone]
public sealed class GuidePageModel(Guide guide) : PageModel
{
    public Guide Guide => guide;

    public Content.Page Shown { get; private set; } = null!;

    /// <summary>Where every source stands, none is said again; a page with forms has no room for them, and its text names author and year.</summary>
    public IReadOnlyList<Source> Cited =>
        Shown.Id == "sources" || Shown.Blocks.Any(block => block is PracticeBlock) ? [] : [.. guide.SourcesOn(Shown.Path)];

    public Content.Page? Previous { get; private set; }

    public Content.Page? Next { get; private set; }

    public IActionResult OnGet()
    {
        var path = Request.Path.Value ?? "/";
        if ((guide.PageAt(path) ?? (HttpContext.RequestServices.GetService<Preview>() is null ? null : Preview.Draft(guide, path))) is not { } page)
            return guide.PageOnceAt(path) is { } target ? new RedirectResult(target.Path + Request.QueryString, permanent: true) : NotFound();

        Shown = page;
        var sequence = guide.Sequence.ToList();
        var place = sequence.IndexOf(page);
        if (place >= 0) (Previous, Next) = (sequence.ElementAtOrDefault(place - 1), sequence.ElementAtOrDefault(place + 1));
        return Page();
    }
}
