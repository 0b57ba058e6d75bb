using System.Net;

namespace AvoidantGuide.Faults;

/// <summary>The steps that a person takes on the site.</summary>
internal static class Visit
{
    private static readonly (string, string) _blank = ("practice", "blank");

    /// <summary>The blank page, to be written on.</summary>
    public static Task<Page> BlankAsync(this Browser browser) => browser.PostAsync("/journal/write", [_blank]);

    /// <summary>From the blank page, written on, to the page with the ten words of a journal that is not there yet.</summary>
    public static async Task<Page> OfferedAsync(this Browser browser, string text) =>
        await browser.PressAsync(await browser.BlankAsync(), "Keep this", ("text-here", text));

    /// <summary>From the ten words to the journal.</summary>
    public static async Task<Page> ConfirmAsync(this Browser browser, Page offered)
    {
        var words = offered.Words;
        var ask = await browser.PressAsync(offered, "I have them. Go on");
        return await browser.PressAsync(ask, "Keep it", ("first", words[ask.Asked("first") - 1]), ("second", words[ask.Asked("second") - 1]));
    }

    /// <returns>The journal's ten words.</returns>
    public static async Task<string> StartJournalAsync(this Browser browser, string text)
    {
        var offered = await browser.OfferedAsync(text);
        Expect(await browser.ConfirmAsync(offered), "Kept.");
        return string.Join(' ', offered.Words);
    }

    /// <summary>Keeps another entry in the open journal.</summary>
    public static async Task<Page> KeepAsync(this Browser browser, string text) =>
        Expect(await browser.PressAsync(await browser.BlankAsync(), "Keep", ("text-here", text)), "Kept.");

    public static async Task<Page> UnlockAsync(this Browser browser, string code) =>
        await browser.PressAsync(await browser.GetAsync("/journal"), "Open", ("code", code));

    /// <summary>What is done only means something where the site does it.</summary>
    public static Page Expect(Page page, string words) =>
        page.Html.Contains(words, StringComparison.Ordinal) ? page : throw new InvalidOperationException($"\"{words}\" was expected on {page.Address} ({(int)page.Status}).");

    /// <summary>A page for people, of this status: no stack, no bare line.</summary>
    public static bool IsHuman(this Page page, HttpStatusCode status) =>
        page.Status == status && page.Html.Contains("<h1", StringComparison.Ordinal) && !page.Html.Contains("Exception", StringComparison.Ordinal) && !page.Html.Contains("   at ", StringComparison.Ordinal);
}
