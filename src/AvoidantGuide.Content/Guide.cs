namespace AvoidantGuide.Content;

/// <summary>Everything the content folder says, parsed, cross-checked and ready to render. Immutable.</summary>
public sealed record Guide
{
    /// <summary>Published pages, in their order; the first 99 orders are the guide's own sequence.</summary>
    public required IReadOnlyList<Page> Pages { get; init; }

    public required IReadOnlyList<Term> Terms { get; init; }

    public required IReadOnlyList<Source> Sources { get; init; }

    /// <summary>Published practices, in their order.</summary>
    public required IReadOnlyList<Practice> Practices { get; init; }

    public required Help Help { get; init; }

    /// <summary>The journal's vocabulary: every item of every <c>signs</c> block, in page order.</summary>
    public required IReadOnlyList<Sign> Signs { get; init; }

    /// <summary>The pages one reads one after the other.</summary>
    public IEnumerable<Page> Sequence => Pages.Where(page => page.Order < 100);

    /// <summary>The page at an address such as <c>/the-switch</c>, or null.</summary>
    public Page? PageAt(string path) => Pages.FirstOrDefault(page => page.Path == path);

    public Practice? PracticeNamed(string? id) => Practices.FirstOrDefault(practice => practice.Id == id);

    /// <summary>The vocabulary a prompt draws on with <c>from=</c>.</summary>
    public IEnumerable<Sign> SignsOf(SignKind kind) => Signs.Where(sign => sign.Kind == kind);
}
