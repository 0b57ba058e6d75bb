namespace AvoidantGuide.Web.Components.Site;

/// <summary>One line of the menu.</summary>
/// <param name="Path">The page's address, such as <c>/the-switch</c>.</param>
/// <param name="Title">Its short name.</param>
public sealed record NavLink(string Path, string Title);
