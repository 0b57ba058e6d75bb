namespace AvoidantGuide.Content;

public enum Severity { Error, Warning }

/// <summary>Something an editor can mend, named at its place.</summary>
/// <param name="File">Relative to the content folder, with forward slashes.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Code">AG1xx front matter, AG2xx blocks, AG3xx references, AG4xx permanent ids, AG5xx wording, AG6xx safety of practices.</param>
/// <param name="Message">What is wrong and what to do, in one or two sentences.</param>
/// <param name="Excerpt">The line itself; empty where the file has none.</param>
public sealed record Problem(string File, int Line, int Column, Severity Severity, string Code, string Message, string Excerpt)
{
    /// <summary>MSBuild's canonical form, which builds, editors and CI parse.</summary>
    public string Format(string folder) =>
        $"{folder}/{File}({Line},{Column}): {(Severity == Severity.Error ? "error" : "warning")} {Code}: {Message}";
}
