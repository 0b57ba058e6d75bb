using AvoidantGuide.Content.Files;

namespace AvoidantGuide.Content;

/// <summary>Turns a folder of Markdown into a <see cref="Guide"/>, or into problems an editor can mend.</summary>
public static class Compiler
{
    /// <summary>The guide as readers see it at <paramref name="now"/>, and all problems of all files, sorted.</summary>
    public static Compilation Compile(ContentFiles files, DateTimeOffset now) => Compile(files, now, new Earlier());

    internal static Compilation Compile(ContentFiles files, DateTimeOffset now, Earlier earlier) =>
        Amendment.Of(earlier.Last, files, now, earlier) ?? Compile(files, () => now, earlier);

    /// <param name="clock">Asked once, when the files were read.</param>
    internal static Compilation Compile(ContentFiles files, Func<DateTimeOffset> clock, Earlier earlier)
    {
        var all = Assembly.Of(files, clock, earlier);
        var guide = all.Guide();
        // The words of one practice may stand on two pages, and its slip is told once.
        var problems = Sorted(files.Problems.Concat(all.Problems).Distinct());
        all.Rest();
        var broken = problems.Exists(problem => problem.Severity == Severity.Error);
        var compiled = new Compilation(broken ? null : guide, problems) { NextChange = all.NextChange };
        earlier.Last = all.Last(compiled);
        return compiled;
    }

    internal static List<Problem> Sorted(IEnumerable<Problem> problems)
    {
        List<Problem> sorted = [.. problems];
        sorted.Sort(InOrder);
        return sorted;
    }

    private static int InOrder(Problem left, Problem right)
    {
        var order = string.CompareOrdinal(left.File, right.File);
        order = order != 0 ? order : left.Line.CompareTo(right.Line);
        order = order != 0 ? order : left.Column.CompareTo(right.Column);
        return order != 0 ? order : string.CompareOrdinal(left.Code, right.Code);
    }
}

/// <param name="Guide">Null when there is an error.</param>
public sealed record Compilation(Guide? Guide, IReadOnlyList<Problem> Problems)
{
    /// <summary>When the same files make another guide, because a page becomes visible or its review overdue; null where time changes nothing.</summary>
    public DateTimeOffset? NextChange { get; init; }
}
