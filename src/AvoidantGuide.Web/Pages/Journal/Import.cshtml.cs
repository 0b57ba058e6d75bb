using AvoidantGuide.Journal;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>Takes in a file that was taken away, here or elsewhere. The only large thing the site reads, and never onto a disk.</summary>
[StreamedFile]
[IgnoreAntiforgeryToken] // Checked below, with the token that stands before the file.
public sealed class ImportModel(JournalDoor door, IAntiforgery antiforgery, TimeProvider clock) : OpenJournalPage(door)
{
    /// <summary>At once, for all journals: each may hold a file's worth of memory.</summary>
    private const int MostAtOnce = 2;

    private static readonly SemaphoreSlim _places = new(MostAtOnce);
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(15);

    public string? Problem { get; private set; }

    public ImportResult? Result { get; private set; }

    /// <summary>For the form: it is not one that the framework reads.</summary>
    public string Token => antiforgery.GetAndStoreTokens(HttpContext).RequestToken!;

    public void OnGet()
    {
        // The form.
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await HttpContext.IsTooLargeAsync()) return Again("The file is larger than a file can be.", StatusCodes.Status413PayloadTooLarge);
        var answer = await AnswerAsync();
        if (Result is null) await HttpContext.DrainAsync();
        return answer;
    }

    // A page that leads elsewhere is no less an answer.
    protected override async Task<IActionResult?> WhenLockedAsync()
    {
        var instead = await base.WhenLockedAsync();
        if (instead is not null && HttpMethods.IsPost(Request.Method) && !await HttpContext.IsTooLargeAsync()) await HttpContext.DrainAsync();
        return instead;
    }

    private async Task<IActionResult> AnswerAsync()
    {
        if (Door.WaitForRoom() is { } wait) return Again(wait, Response.StatusCode);
        if (!await _places.WaitAsync(TimeSpan.Zero, HttpContext.RequestAborted))
        {
            Response.Headers.RetryAfter = "60";
            return Again("Other files are being taken in just now. Try again in a minute.", StatusCodes.Status503ServiceUnavailable);
        }

        try
        {
            HttpContext.AskForSpeed();
            using var time = CancellationTokenSource.CreateLinkedTokenSource(HttpContext.RequestAborted);
            time.CancelAfter(_longest);
            return await TakeAsync(time.Token);
        }
        catch (ImportException wrong)
        {
            return Again(Say(wrong), StatusCodes.Status422UnprocessableEntity);
        }
        catch (BadHttpRequestException bad)
        {
            return Again(bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? "The file is larger than a file can be." : "The file did not arrive whole.", bad.StatusCode);
        }
        catch (JournalStoreException trouble)
        {
            return Again(trouble.Message, StatusCodes.Status503ServiceUnavailable);
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or IOException or InvalidDataException)
        {
            return Again("The file did not arrive whole.", StatusCodes.Status400BadRequest);
        }
        finally
        {
            _places.Release();
        }
    }

    // The form names its journal inside a body that is not read yet.
    protected override bool IsForMine() => true;

    private async Task<IActionResult> TakeAsync(CancellationToken cancel)
    {
        if (await FileForm.ReadAsync(HttpContext, cancel) is not { } form) return Again("Choose a file first.", StatusCodes.Status422UnprocessableEntity);
        if (form.Fields.GetValueOrDefault("for") != Mine.Id.ToString("N"))
            return Again("This page was made for another journal than the one that is open now. Choose the file once more from here.", StatusCodes.Status409Conflict);
        Request.Headers[antiforgery.GetTokens(HttpContext).HeaderName!] = form.Fields.GetValueOrDefault("token");
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
            return Again("This page had been open for too long to be sure that it was you. Choose the file once more.", StatusCodes.Status400BadRequest);
        var code = form.Fields.GetValueOrDefault("code") is { Length: > 0 } typed ? JournalCode.Read(typed) : new CodeReading.Empty();
        if (code is not (CodeReading.Ten or CodeReading.Empty))
            return Again("That is not ten words from the list. Look at each one again; choose the file once more too.", StatusCodes.Status422UnprocessableEntity);

        Result = await JournalImport.ReadAsync(Mine, form.File, (code as CodeReading.Ten)?.Code, clock.GetUtcNow(), cancel);
        return Page();
    }

    private PageResult Again(string problem, int status)
    {
        Problem = problem;
        Response.StatusCode = status;
        return Page();
    }

    private static string Say(ImportException wrong) => (wrong.Fault switch
    {
        ImportFault.NotNotes => "This is not a file that a journal was taken away in: it is neither the encrypted page nor the JSON.",
        ImportFault.Newer => "This file was made by a newer version of this site, and cannot be read by this one.",
        ImportFault.CutOff => "The file stops before its end. Look for a whole copy.",
        ImportFault.OtherWords => "These ten words do not open this file. If the words were changed since it was made, the older ones are meant.",
        ImportFault.TooMany => $"There is more in the file than a journal takes at once: {JournalImport.Most:N0} entries.",
        ImportFault.TooLong => "There is an entry in the file that is longer than one may be.",
        ImportFault.HoldsCode => "An entry in the file holds this journal’s ten words. Anyone who reads it could open the journal with them. Take them out of the file, or change this journal’s words first.",
        ImportFault.ImpossibleDate => "An entry in the file was written on a day that cannot be.",
        _ => "The file is damaged. Look for another copy.",
    }) + (wrong.Entry is { } entry ? $" It is entry {entry} of the file." : "");
}
