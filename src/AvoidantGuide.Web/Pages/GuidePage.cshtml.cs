using AvoidantGuide.Content;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AvoidantGuide.Web.Pages;

/// <summary>Every page that a Markdown file describes, at its address.</summary>
public sealed class GuidePageModel(Guide guide) : PageModel
{
    private static readonly StringComparison _anyCase = StringComparison.OrdinalIgnoreCase;

    public Guide Guide => guide;

    public Content.Page Shown { get; private set; } = null!;

    /// <summary>Whether a practice can be tried on the page itself.</summary>
    public bool HasForms => Shown.Blocks.Any(block => block is PracticeBlock);

    public Content.Page? Previous { get; private set; }

    public Content.Page? Next { get; private set; }

    public IActionResult OnGet()
    {
        var path = Request.Path.Value ?? "/";
        if (guide.PageAt(path) is not { } page)
            return Elsewhere(path.Length > 1 ? path.TrimEnd('/') : path) is { } target ? new RedirectResult(target, permanent: true) : NotFound();

        Shown = page;
        var sequence = guide.Sequence.ToList();
        var place = sequence.IndexOf(page);
        if (place >= 0) (Previous, Next) = (sequence.ElementAtOrDefault(place - 1), sequence.ElementAtOrDefault(place + 1));
        return Page();
    }

    /// <summary>An address the page had before, or the same with another case or a slash at its end.</summary>
    private string? Elsewhere(string path) =>
        guide.Pages.FirstOrDefault(page => page.Path.Equals(path, _anyCase) || page.Aliases.Any(alias => alias.Equals(path, _anyCase)))?.Path;
}
