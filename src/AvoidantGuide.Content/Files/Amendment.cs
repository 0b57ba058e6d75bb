using AvoidantGuide.Content.Links;
using AvoidantGuide.Content.Texts;
using AvoidantGuide.Content.Yaml;

namespace AvoidantGuide.Content.Files;

/// <summary>A compilation, and what it was made from.</summary>
internal sealed record Last(
    ContentFiles Files, DateTimeOffset Now, Compilation Compiled, Linking All, IReadOnlyDictionary<string, IReadOnlyList<YamlText>> Outlines, bool EveryTermLinked);

/// <summary>
/// What most saves are: other words on one page, and nothing that another file could see. Among thousands of pages the guide
/// is then the one before with this page in its place. Null wherever anything else may follow from the save.
/// </summary>
internal static class Amendment
{
    public static Compilation? Of(Last? last, ContentFiles files, DateTimeOffset now, Earlier earlier)
    {
        if (last?.Compiled.Guide is not { } guide || now < last.Now || last.Compiled.NextChange <= now || !files.Problems.SequenceEqual(last.Files.Problems) || files.Problems.Any(problem => problem.Severity == Severity.Error)
            || Changed(last.Files.Saved, files.Saved) is not { } path || earlier.PageOf(path) is not { } before)
            return null;

        var (source, page) = earlier.Parsed.Read(path, files.Saved[path], before.File.File.Names, PageFile.Read);
        if (!Same(before.File, page) || !before.Shape.Ids.AsSpan().SequenceEqual(page.Ids))
            return null;

        var (visible, overdue) = (page.Visible(now), page.Overdue(now));
        var links = page.Linker(last.All, before.Shape, visible);
        var linked = new Linked((page, visible, overdue), page.Finish(links, before.Shape, visible, overdue, last.All.Catalog), links.Problems, links.Uses, links.Looks);
        List<Problem> found = [.. source.Found, .. linked.Problems];
        if (found.Exists(problem => problem.Severity == Severity.Error) || !linked.Uses.SequenceEqual(before.Linked.Uses) || !last.EveryTermLinked || !TermsOf(linked).SetEquals(TermsOf(before.Linked)))
            return null;

        var result = (Page)linked.Result;
        if (visible && overdue)
            found.Add(Assembly.Overdue(page));
        if (visible && OutlinesFile.Compare(last.Outlines, source, result) is { } problem)
            found.Add(problem);
        var compiled = last.Compiled with
        {
            Guide = guide with { Pages = Replace(guide.Pages, before.Linked.Result, result), Drafts = Replace(guide.Drafts, before.Linked.Result, result) },
            Problems = Compiler.Sorted(last.Compiled.Problems.Where(known => known.File != path).Concat(found)),
        };
        page.Rest();
        source.Rest();
        earlier.Amend(path, page, linked, last with { Files = files, Compiled = compiled });
        return compiled;
    }

    /// <summary>The one page whose text is another; null where there is none, more, or where a file is new or gone.</summary>
    private static string? Changed(IReadOnlyDictionary<string, SavedText> before, IReadOnlyDictionary<string, SavedText> now)
    {
        string? changed = null;
        foreach (var (path, text) in now)
        {
            if (!before.TryGetValue(path, out var known))
                return null;
            if (known.Equals(text))
                continue;
            if (changed is not null)
                return null;
            changed = path;
        }

        return before.Count == now.Count ? changed : null;
    }

    /// <summary>Whether other files, lists and times see the same page.</summary>
    private static bool Same(PageFile before, PageFile now) =>
        before.Guests.Length + now.Guests.Length + before.Signs.Length + now.Signs.Length + before.File.Silencings.Count + now.File.Silencings.Count == 0
        && before.Path is not (Addresses.KeyTerms or Addresses.Sources or Addresses.WhatHelps)
        && (before.Id, before.Path, before.Nav, before.Order, before.Draft, before.Publish, before.ReviewedOn, before.ReviewedNext) == (now.Id, now.Path, now.Nav, now.Order, now.Draft, now.Publish, now.ReviewedOn, now.ReviewedNext)
        && before.Aliases.Select(alias => alias.Address).SequenceEqual(now.Aliases.Select(alias => alias.Address), StringComparer.Ordinal)
        && before.MovedAnchors.Select(moved => (moved.Old, moved.New)).SequenceEqual(now.MovedAnchors.Select(moved => (moved.Old, moved.New)));

    private static HashSet<string> TermsOf(Linked linked) =>
        linked.Looks.Where(look => look.What == Look.Term).Select(look => look.Name).ToHashSet(StringComparer.Ordinal);

    private static IReadOnlyList<Page> Replace(IReadOnlyList<Page> pages, object before, Page now)
    {
        for (var i = 0; i < pages.Count; i++)
        {
            if (ReferenceEquals(pages[i], before))
                return [.. pages.Take(i), now, .. pages.Skip(i + 1)];
        }

        return pages;
    }
}
