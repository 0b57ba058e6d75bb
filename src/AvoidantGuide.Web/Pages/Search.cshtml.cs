using AvoidantGuide.Content;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AvoidantGuide.Web.Pages;

/// <summary>Finds the sections of the guide that hold all words of a query. Nothing of the query is logged or kept.</summary>
public sealed class SearchModel(Guide guide) : PageModel
{
    private const int Longest = 200;

    public Guide Guide => guide;

    public string Query { get; private set; } = "";

    public IReadOnlyList<SearchResult> Results { get; private set; } = [];

    public string Summary => Results.Count switch
    {
        0 => "Nothing found",
        1 => "One place",
        var count => $"{count} places",
    };

    public void OnGet([FromQuery(Name = "q")] string? query)
    {
        Response.Headers.CacheControl = "no-store";
        Query = (query ?? "").Trim();
        if (Query.Length > Longest) Query = Query[..Longest];
        if (Query.Length > 0) Results = GuideSearch.Find(guide, Query);
    }
}
