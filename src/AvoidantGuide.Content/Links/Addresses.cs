namespace AvoidantGuide.Content.Links;

/// <summary>The site's own addresses that have no file of their own, and those that files stand for.</summary>
internal static class Addresses
{
    public const string KeyTerms = "/key-terms";
    public const string Sources = "/sources";
    public const string WhatHelps = "/what-helps";

    /// <summary>May be linked to from text.</summary>
    public static readonly IReadOnlyCollection<string> Own = ["/journal", "/search", "/whole-guide", "/feed.xml"];

    /// <summary>No page may take these, nor anything under them.</summary>
    public static readonly IReadOnlyCollection<string> Taken =
        [.. Own, "/sitemap.xml", "/robots.txt", "/leave", "/healthz", "/readyz", "/favicon.ico", "/favicon.svg", "/error", "/preview"];

    /// <summary>Whether the site itself answers there, in whatever case it is asked.</summary>
    public static bool AreTaken(string path) => Taken.Any(taken =>
        path.Equals(taken, StringComparison.OrdinalIgnoreCase) || path.StartsWith(taken + "/", StringComparison.OrdinalIgnoreCase));
}
