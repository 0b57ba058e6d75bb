using System.Diagnostics;
using System.Net;
using AvoidantGuide.Bench;

namespace AvoidantGuide.Faults;

/// <summary>An entry that somebody was told is kept.</summary>
internal sealed record Acknowledged(string Code, Guid Entry, string Text);

/// <summary>Someone who writes one entry after the other, over HTTP, in a journal of their own.</summary>
internal sealed class Author(string code, Poster poster, Authors all)
{
    public static async Task<Author> OpenAsync(Uri address, string code, Authors all) => new(code, await Poster.OpenAsync(address, code), all);

    /// <summary>Until the server is gone, or this is told to stop.</summary>
    public async Task WriteAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && await TryAsync())
        {
            // The next entry.
        }
    }

    private async Task<bool> TryAsync()
    {
        var entry = Guid.NewGuid();
        var text = $"What was written under {entry:N}, word for word.";
        using var fields = poster.Form(entry, text);
        using var form = new SentContent(fields);
        var begun = Stopwatch.GetTimestamp();
        try
        {
            using var answer = await poster.SendAsync(form);
            if (IsKept(answer)) all.Note(new Acknowledged(code, entry, text), Stopwatch.GetElapsedTime(begun));
            else all.NoteRefused(answer.StatusCode);
            return true;
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or OperationCanceledException)
        {
            all.NoteCut(form.SentAt);
            return false;
        }
    }

    public static bool IsKept(HttpResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location?.OriginalString.Contains("kept=true", StringComparison.Ordinal) == true;
}
