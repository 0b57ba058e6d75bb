using System.Globalization;
using AvoidantGuide.Content;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AvoidantGuide.Web.Pages;

/// <summary>The editor's list of everything there is, in Development alone.</summary>
public sealed class PreviewModel(Guide guide, GuideLibrary library) : PageModel
{
    public IReadOnlyList<PreviewRow> Rows { get; private set; } = [];

    public void OnGet()
    {
        Response.Headers.CacheControl = "no-store";
        var problems = library.Problems.ToLookup(problem => problem.File);
        var pages = guide.Pages.Concat(guide.Drafts).OrderBy(page => page.Order).ThenBy(page => page.Id, StringComparer.Ordinal).ToList();
        var practices = guide.Practices.Select(practice => new PreviewRow(practice.File, null, "Practice, published", "", [.. problems[practice.File]])).ToList();
        var rows = pages.Select(page => new PreviewRow(page.File, page, State(page), Review(page), [.. problems[page.File]])).Concat(practices).ToList();
        var others = problems.Select(file => file.Key).Except(rows.Select(row => row.File), StringComparer.Ordinal);
        Rows = [.. others.Select(file => new PreviewRow(file, null, "", "", [.. problems[file]])), .. rows];
    }

    private static string State(Content.Page page) => page switch
    {
        { Draft: false } => "Published",
        { Publish: { } time } => $"Waits until {time.UtcDateTime.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture)} UTC",
        _ => "Draft",
    };

    private static string Review(Content.Page page) =>
        page.ReviewedNext.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) + (page.Overdue ? ", overdue" : "");
}

/// <param name="Page">Null where the file is no page of the guide.</param>
public sealed record PreviewRow(string File, Content.Page? Page, string State, string Review, IReadOnlyList<Problem> Problems);
