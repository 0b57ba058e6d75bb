using AvoidantGuide.Content;
using AvoidantGuide.Content.Search;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AvoidantGuide.Web.Pages;

/// <summary>Finds places of the guide. Nothing of the query is logged or kept.</summary>
public sealed class SearchModel(Guide guide, SearchIndex index) : PageModel
{
    public Guide Guide => guide;

    public string Query { get; private set; } = "";

    public Found Found { get; private set; } = new([], [], Danger: false);

    /// <summary>Below help nobody is told which of their words were found.</summary>
    public IReadOnlyList<SearchResult> WithAll => [.. Found.Results.Where(result => result.HasAll || Found.Danger)];

    public IReadOnlyList<SearchResult> WithMost => [.. Found.Results.Except(WithAll)];

    /// <summary>Below help nothing is counted.</summary>
    public string Summary => (Found.Results.Count, Found.Danger) switch
    {
        (_, true) => "Also in the guide",
        (0, false) => $"Nothing found for “{Query}”",
        (1, false) => "One place",
        (var count, false) => $"{count} places",
    };

    public void OnGet([FromQuery(Name = "q")] string? query, [FromQuery(Name = "exactly")] bool exactly)
    {
        Response.Headers.CacheControl = "no-store";
        Query = SearchIndex.Cut((query ?? "").Trim());
        if (Query.Length > 0) Found = index.Find(guide, Query, exactly);
    }
}
