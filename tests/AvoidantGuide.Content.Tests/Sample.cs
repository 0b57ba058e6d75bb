using System.Globalization;

namespace AvoidantGuide.Content.Tests;

/// <summary>A small valid folder, so that a test shows only what it is about.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    public const string FrontMatter =
        """
        ---
        id: the-switch
        title: "The switch"
        summary: "One sentence."
        order: 4
        status: published
        reviewed: { on: 2026-11-20, next: 2027-11-20 }
        ---

        """;

    /// <summary>The number of the line that a page's body begins on.</summary>
    public const int Body = 9;

    public const string PracticeFrontMatter =
        """
        ---
        id: catch-early
        title: "Notice it sooner"
        summary: "One sentence."
        order: 1
        version: 1
        safety: none
        status: published
        ending: "Enough."
        ---

        """;

    /// <summary>The number of the line that a practice's words begin on.</summary>
    public const int PracticeBody = 11;

    public const string Help =
        """
        care: "If you are afraid, trust that."
        safety:
          question: "Would you be punished?"
          person: "Would they punish you?"
          leave: "If you need to leave, go."
        countries:
          - id: uk
            name: "United Kingdom"
            emergency: "999"
            services:
              - name: "A helpline"
                for: "Anyone"
                who: [everyone, abuse]
                phone: "116 123"
                checked: 2026-11-20
        """;

    public const string Glossary =
        """
        ## Deactivation {#deactivation strength=mixed}
        Also: shutting down, going numb

        Turning a need down.

        It shows in short replies.
        """;

    public const string Sources =
        """
        - id: stanton-2017
          authors: "Stanton, S."
          year: 2017
          title: "Good moments"
          doi: 10.1000/182
        """;

    public const string Drawing = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path id="a" d="M0 0h10"/><use href="#a"/></svg>""";

    public const string Page = FrontMatter +
        """
        See [the source](src:stanton-2017) and [the term](term:deactivation).

        ## A place {#a-place}

        :::signs {#inside of=sign}
        - Gone off them {#gone-off}
          Yesterday it was different.
        :::
        """;

    public const string Practice = PracticeFrontMatter +
        """
        Some words.

        ## What did you notice? {#noticed kind=one-of need=yes from=sign}
        A line of help.
        - Nothing {#nothing}
        """;

    public static Dictionary<string, string> Texts() => new(StringComparer.Ordinal)
    {
        ["guide/the-switch.md"] = Page,
        ["practices/catch-early.md"] = Practice,
        ["figures/two-lines.svg"] = Drawing,
        ["glossary.md"] = Glossary,
        ["sources.yml"] = Sources,
        ["help.yml"] = Help,
    };

    public static Compilation Compile(params (string Path, string Text)[] changed)
    {
        var texts = Texts();
        foreach (var (path, text) in changed)
            texts[path] = text;
        return Compiler.Compile(new ContentFiles(texts), Now);
    }

    /// <summary>Compiles with one more page, <c>guide/page.md</c>, that holds this body.</summary>
    public static Compilation WithPage(string body, string id = "page") => Compile(($"guide/{id}.md", PageNamed(id) + body));

    public static string PageNamed(string id) => FrontMatter.Replace("id: the-switch", $"id: {id}", StringComparison.Ordinal);

    /// <summary>The blocks of a page that holds this body and nothing wrong.</summary>
    public static IReadOnlyList<Block> Blocks(string body)
    {
        var compiled = WithPage(body);
        Assert.Empty(Errors(compiled));
        return compiled.Guide!.PageAt("/page")!.Blocks;
    }

    /// <summary>"AG201 3:1", with lines counted from the body of <c>guide/page.md</c>.</summary>
    public static IEnumerable<string> InBody(Compilation compiled, string file = "guide/page.md", int body = Body) =>
        compiled.Problems.Where(problem => problem.File == file)
            .Select(problem => string.Create(CultureInfo.InvariantCulture, $"{problem.Code} {problem.Line - body + 1}:{problem.Column}"));

    public static IEnumerable<string> Errors(Compilation compiled) =>
        compiled.Problems.Where(problem => problem.Severity == Severity.Error).Select(problem => problem.Format("content"));
}
