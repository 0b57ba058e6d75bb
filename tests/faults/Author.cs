using System.Diagnostics;
using System.Net;
using AvoidantGuide.Bench;

namespace AvoidantGuide.Faults;

/// <summary>An entry that somebody was told is kept.</summary>
internal sealed record Acknowledged(string Code, Guid Entry, string Text);

/// <summary>Someone who writes one entry after the other, over HTTP, in a journal of their own.</summary>
/// <param name="patient">Whether they send a form again until they are told that it is kept, as somebody does who is told that it is not.</param>
internal sealed class Author(string code, Poster poster, Authors all, bool patient)
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(100);

    public static async Task<Author> OpenAsync(Uri address, string code, Authors all, bool patient) => new(code, await Poster.OpenAsync(address, code), all, patient);

    /// <summary>Until the server is gone, or this is told to stop.</summary>
    public async Task WriteAsync(CancellationToken stop)
    {
        var answered = true;
        while (!stop.IsCancellationRequested && (answered || patient))
        {
            var entry = Guid.NewGuid();
            var begun = Stopwatch.GetTimestamp();
            while (!stop.IsCancellationRequested)
            {
                (var kept, answered) = await TryAsync(new Acknowledged(code, entry, $"What was written under {entry:N}, word for word."), begun);
                if (kept || !patient) break;
                await Task.Delay(_pause, CancellationToken.None);
            }
        }
    }

    private async Task<(bool Kept, bool Answered)> TryAsync(Acknowledged entry, long begun)
    {
        using var fields = poster.Form(entry.Entry, entry.Text);
        using var form = new SentContent(fields);
        try
        {
            using var answer = await poster.SendAsync(form);
            var kept = IsKept(answer);
            if (kept) all.Note(entry, begun);
            else all.NoteRefused(answer.StatusCode);
            return (kept, true);
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or OperationCanceledException)
        {
            all.NoteCut(form.SentAt);
            return (false, false);
        }
    }

    public static bool IsKept(HttpResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location?.OriginalString.Contains("kept=true", StringComparison.Ordinal) == true;
}
