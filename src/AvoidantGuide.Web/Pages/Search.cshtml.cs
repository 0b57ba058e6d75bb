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

    public IReadOnlyList<SearchResult> WithAll => [.. Found.Results.Where(result => result.HasAll)];

    public IReadOnlyList<SearchResult> WithMost => [.. Found.Results.Except(WithAll)];

    /// <summary>Below help stands help alone: words of love and patience, found by the word "partner", are no answer to "my partner hit me".</summary>
    public IReadOnlyList<SearchResult> OfHelp => [.. Found.Results.Where(result => result.Address.StartsWith("/get-help", StringComparison.Ordinal))];

    /// <summary>Folded away, for who meant something else.</summary>
    public IReadOnlyList<SearchResult> Others => [.. Found.Results.Except(OfHelp)];

    public string Summary => Found.Results.Count switch
    {
        0 => $"Nothing found for “{Query}”",
        1 => "One place",
        var count => $"{count} places",
    };

    public void OnGet([FromQuery(Name = "q")] string? query, [FromQuery(Name = "exactly")] bool exactly)
    {
        Response.Headers.CacheControl = "no-store";
        Query = SearchIndex.Cut((query ?? "").Trim());
        if (Query.Length > 0) Found = index.Find(guide, Query, exactly);
    }
}
