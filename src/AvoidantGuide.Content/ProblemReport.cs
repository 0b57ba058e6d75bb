using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AvoidantGuide.Content;

/// <summary>Problems as the <c>check</c> command prints them: for people, for programs, and for a forge's review.</summary>
public static class ProblemReport
{
    private const int Widest = 160;

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>MSBuild's canonical line, the line of the file, and a caret below the place.</summary>
    public static string AsText(IEnumerable<Problem> problems, string folder)
    {
        var text = new StringBuilder();
        foreach (var problem in problems)
        {
            text.Append(problem.Format(folder)).Append('\n');
            foreach (var line in Place(problem).Split('\n', StringSplitOptions.RemoveEmptyEntries))
                text.Append("    ").Append(line).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>An array of objects with file, line, column, severity, code, message and excerpt.</summary>
    public static string AsJson(IEnumerable<Problem> problems, string folder) => JsonSerializer.Serialize(problems.Select(problem => new
    {
        File = $"{folder}/{problem.File}",
        problem.Line,
        problem.Column,
        Severity = Word(problem),
        problem.Code,
        problem.Message,
        problem.Excerpt,
    }), _json) + "\n";

    /// <summary>GitHub's workflow commands, one a line.</summary>
    public static string AsGitHub(IEnumerable<Problem> problems, string folder)
    {
        var text = new StringBuilder();
        foreach (var problem in problems)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"::{Word(problem)} file={Property($"{folder}/{problem.File}")},line={problem.Line},col={problem.Column},title={problem.Code}::{Data(problem.Message)}\n");
        }

        return text.ToString();
    }

    private static string Word(Problem problem) => problem.Severity == Severity.Error ? "error" : "warning";

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    /// <summary>
    /// The part of a long line that holds the place, and a caret below it; empty where the problem has no line.
    /// Control characters would reach the terminal: they become dots.
    /// </summary>
    public static string Place(Problem problem)
    {
        if (problem.Excerpt.Length == 0)
            return "";
        var text = new StringBuilder();
        var column = Math.Clamp(problem.Column, 1, problem.Excerpt.Length + 1);
        var start = column <= Widest ? 0 : column - (Widest / 2);
        var length = Math.Min(Widest, problem.Excerpt.Length - start);
        foreach (var c in problem.Excerpt.AsSpan(start, length))
            text.Append(char.IsControl(c) ? '.' : c);
        return text.Append('\n').Append(' ', column - 1 - start).Append('^').ToString();
    }
}
