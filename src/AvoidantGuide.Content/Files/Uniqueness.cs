using AvoidantGuide.Content.Blocks;
using AvoidantGuide.Content.Links;
using AvoidantGuide.Content.Texts;

namespace AvoidantGuide.Content.Files;

/// <summary>Ids and addresses that must be one of a kind over the whole guide.</summary>
internal static class Uniqueness
{
    /// <param name="accepted">Whether a file of this path was accepted once: of two that hold the same id, the other is the copy.</param>
    public static void Check(IReadOnlyList<PageFile> pages, IReadOnlyList<PracticeFile> practices, Catalog catalog, Func<string, bool> accepted, List<Problem> problems)
    {
        var ids = new Seen(problems, accepted, "AG403", "The id \"{0}\" belongs to {1} already.", "Choose another.", "Change this copy's id.");
        // Readers are answered whatever the case is that they type.
        var addresses = new Seen(problems, accepted, "AG404", "The address {0} belongs to {1} already.", "Choose another.", "Change this copy's id, or its slug or alias.", StringComparer.OrdinalIgnoreCase);
        var signs = new Seen(problems, accepted, "AG403", "The sign \"{0}\" stands in {1} already, and sign ids are unique over the whole guide: people's entries hold them.", "Choose another.", "Change this copy's id.");
        foreach (var page in pages)
        {
            ids.Add(page.Id, page.File, page.Named);
            addresses.Add(page.Path, page.File, page.Named);
            foreach (var sign in page.Signs)
                signs.Add(sign.Id, page.File, (sign.Line, sign.Column));
            Shown(page, catalog, problems);
            Moved(page, catalog, problems);
        }

        SameWords(pages, problems);
        foreach (var page in pages)
        {
            foreach (var (address, line, column) in page.Aliases)
                addresses.Add(address, page.File, (line, column));
        }

        var named = new Seen(problems, accepted, "AG403", "The practice \"{0}\" stands in {1} already.", "Choose another id.", "Change this copy's id.");
        var listed = pages.SelectMany(page => page.Signs).ToLookup(sign => sign.Kind, sign => sign.Id);
        foreach (var practice in practices)
        {
            named.Add(practice.Id, practice.File, practice.Named);
            Choices(practice, listed, problems);
        }
    }

    /// <summary>The journal offers all signs of a kind in one list, where nobody could tell these apart.</summary>
    private static void SameWords(IReadOnlyList<PageFile> pages, List<Problem> problems)
    {
        var first = new Dictionary<(SignKind, string), (SourceText File, SignDraft Sign)>();
        foreach (var (file, sign) in pages.SelectMany(page => page.Signs.Select(sign => (page.File, Sign: sign))))
        {
            var key = (sign.Kind, sign.Label.ToUpperInvariant());
            if (!first.TryAdd(key, (file, sign)) && first[key].Sign.Id != sign.Id)
            {
                problems.Add(file.Problem(sign.Line, 1, Severity.Warning, "AG225",
                    $"The words \"{sign.Label}\" stand on line {first[key].Sign.Line} of {first[key].File.Path} already, in the same list of the journal. Say what is different, or take one out."));
            }
        }
    }

    /// <summary>Terms and practices bring their ids to the page that shows them.</summary>
    private static void Shown(PageFile page, Catalog catalog, List<Problem> problems)
    {
        if (page.Guests.Length == 0)
            return;
        var here = page.Ids.ToHashSet(StringComparer.Ordinal);
        foreach (var anchor in page.Guests.SelectMany(draft => Catalog.Shown(draft, catalog.Terms.Values, catalog.Practices)).Where(anchor => !here.Add(anchor.Id)))
        {
            problems.Add(page.File.Problem(anchor.Line, anchor.Column, Severity.Error, "AG403",
                $"This block brings the id \"{anchor.Id}\", which stands on this page already. Give the other one another id."));
        }
    }

    private static void Moved(PageFile page, Catalog catalog, List<Problem> problems)
    {
        if (page.MovedAnchors.Length == 0)
            return;
        var shape = catalog.Pages[page.File.Path["guide/".Length..]];
        foreach (var still in page.MovedAnchors.Where(moved => shape.Has(moved.Old)))
        {
            problems.Add(page.File.Problem(still.Line, still.Column, Severity.Error, "AG403",
                $"The id \"{still.Old}\" still stands on this page, so links to it end there. Take it out of \"anchors\", or give the other one another id."));
        }

        foreach (var moved in page.MovedAnchors.Where(moved => !shape.Has(moved.New)))
        {
            problems.Add(page.File.Problem(moved.Line, moved.Column, Severity.Error, "AG303",
                $"This page has no place called \"{moved.New}\".{Nearest.Hint(moved.New, shape.Ids)} Name a heading's id that stands on it."));
        }
    }

    private static void Choices(PracticeFile practice, ILookup<SignKind, string> listed, List<Problem> problems)
    {
        foreach (var prompt in practice.Prompts.Where(prompt => prompt.HasChoices && prompt.From is not null))
        {
            var own = prompt.Choices.Select(choice => choice.Id).ToHashSet(StringComparer.Ordinal);
            foreach (var sign in listed[prompt.From!.Value].Where(own.Contains))
            {
                problems.Add(practice.File.Problem(prompt.Line, 1, Severity.Error, "AG403",
                    $"The choice \"{sign}\" of this list is also an id of the guide's own list. Choose another."));
            }
        }
    }

    private sealed class Seen(List<Problem> problems, Func<string, bool> accepted, string code, string message, string choose, string copied, StringComparer? comparer = null)
    {
        private readonly Dictionary<string, (SourceText File, (int Line, int Column) At)> _first = new(comparer ?? StringComparer.Ordinal);

        public void Add(string id, SourceText file, (int Line, int Column) at)
        {
            if (id.Length == 0 || _first.TryAdd(id, (file, at)))
                return;
            var (original, copy) = (_first[id], (File: file, At: at));
            var one = accepted(original.File.Path) != accepted(file.Path);
            if (one && accepted(file.Path))
                (original, copy) = (copy, original);
            _first[id] = original;
            var said = string.Format(System.Globalization.CultureInfo.InvariantCulture, message, id, original.File.Path);
            problems.Add(copy.File.Problem(copy.At.Line, copy.At.Column, Severity.Error, code, $"{said} {(one ? copied : choose)}"));
        }
    }
}
