using System.CommandLine;
using AvoidantGuide.Content;

namespace AvoidantGuide.Web.Commands;

/// <summary><c>check [CONTENT_FOLDER] [--strict] [--accept] [--format text|json|github]</c>: exit 0 when readers may see it, 1 when not, 2 when it could not be checked.</summary>
public static class Check
{
    public static Command Command(IConfiguration configuration)
    {
        var folder = new Argument<string?>("CONTENT_FOLDER") { Description = "The folder to check; the settings' own without it.", Arity = ArgumentArity.ZeroOrOne };
        var strict = new Option<bool>("--strict") { Description = "Warnings fail too." };
        var accept = new Option<bool>("--accept") { Description = "Write down what is published now: ids into published-ids.yml, all but words into outlines.yml." };
        var format = new Option<string>("--format") { Description = "text, json or github.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "github");
        var command = new Command("check", "Checks the content as the server would.") { folder, strict, accept, format };
        command.SetAction(parsed => Run(
            parsed.GetValue(folder), configuration["Guide:ContentPath"] ?? "content",
            parsed.GetValue(strict), parsed.GetValue(accept), parsed.GetValue(format)!));
        return command;
    }

    private static int Run(string? given, string configured, bool strict, bool accept, string format)
    {
        var folder = string.IsNullOrEmpty(given) ? Path.GetFullPath(configured, Settings.Root) : Path.GetFullPath(given);
        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine($"There is no folder {folder}. Name the folder that holds guide/ and practices/.");
            return 2;
        }

        var shown = Path.TrimEndingDirectorySeparator(string.IsNullOrEmpty(given) ? configured : given);
        var files = ContentFiles.Read(folder);
        var compilation = Compiler.Compile(files, TimeProvider.System.GetUtcNow());
        // What is accepted is no longer to be warned of.
        List<Problem> problems = [.. compilation.Problems.Where(problem => !accept || problem.Code is not (Outlines.Changed or PublishedIds.Gone))];
        Console.Out.Write(format switch
        {
            "json" => ProblemReport.AsJson(problems, shown),
            "github" => ProblemReport.AsGitHub(problems, shown),
            _ => ProblemReport.AsText(problems, shown),
        });
        var failed = compilation.Guide is null || (strict && problems.Count > 0);
        if (accept && !failed && compilation.Guide is { } guide)
        {
            if (format == "text") Console.Out.Write(Accepted(guide, files));
            File.WriteAllText(Path.Combine(folder, "published-ids.yml"), PublishedIds.Of(guide));
            File.WriteAllText(Path.Combine(folder, "outlines.yml"), Outlines.Of(guide));
        }

        if (format == "text") Console.Out.WriteLine(Summary(problems) + (accept && !failed ? "" : Waiting(compilation.Guide, files)));
        return failed ? 1 : 0;
    }

    /// <summary>What is about to be written, line by line.</summary>
    private static string Accepted(Guide guide, ContentFiles files)
    {
        var (ids, outlines) = (PublishedIds.NotAccepted(guide, files), Outlines.NotAccepted(guide, files));
        return ids.Count + outlines.Count == 0 ? "Everything was accepted before.\n"
            : Listed("Ids that are new in published-ids.yml", ids) + Listed("Outlines that are new in outlines.yml", outlines);
    }

    private static string Listed(string what, IReadOnlyList<string> names) =>
        names.Count == 0 ? "" : $"{what}:\n{string.Concat(names.Select(name => $"    {name}\n"))}";

    /// <summary>No problem: a page is often checked long before it is published.</summary>
    private static string Waiting(Guide? guide, ContentFiles files) => (guide is null ? 0 : PublishedIds.NotAccepted(guide, files).Count) switch
    {
        0 => "",
        1 => ". One new id is not yet accepted: run check --accept when it is published",
        var count => $". {count} new ids are not yet accepted: run check --accept when they are published",
    };

    private static string Summary(List<Problem> problems)
    {
        var errors = problems.Count(problem => problem.Severity == Severity.Error);
        return $"{errors} errors, {problems.Count - errors} warnings";
    }
}
