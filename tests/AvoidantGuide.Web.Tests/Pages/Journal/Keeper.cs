using System.Net;

namespace AvoidantGuide.Web.Tests.Pages.Journal;

/// <summary>The steps a journal keeper takes, for tests that are about what comes after them.</summary>
internal static class Keeper
{
    public static Task<Seen> BeginAsync(this Visitor visitor, string practice) =>
        visitor.PostAsync("/journal/write", [KeyValuePair.Create("practice", practice)]);

    /// <summary>Writes on the blank page and goes all the way to a journal of one's own; answers with its ten words.</summary>
    public static async Task<string> StartJournalAsync(this Visitor visitor, string text = "the first words")
    {
        var form = await visitor.BeginAsync("blank");
        var words = await visitor.PressAsync(form, "Keep this", (Field(form), text));
        var code = Words(words);
        var kept = await visitor.ConfirmAsync(words);
        Assert.Equal(HttpStatusCode.OK, kept.Status);
        Assert.Contains("Kept.", kept.Text, StringComparison.Ordinal);
        return code;
    }

    /// <summary>From the page that shows the ten words to the journal.</summary>
    public static async Task<Seen> ConfirmAsync(this Visitor visitor, Seen words, string button = "Keep it")
    {
        var list = Words(words).Split(' ');
        return await visitor.AnswerAsync(await visitor.PressAsync(words, "I have them. Go on"), list, button);
    }

    /// <summary>The two words that the page asks for.</summary>
    public static async Task<Seen> AnswerAsync(this Visitor visitor, Seen ask, string[] list, string button = "Keep it")
    {
        return await visitor.PressAsync(ask, button, ("first", list[Asked(ask, "first") - 1]), ("second", list[Asked(ask, "second") - 1]));
    }

    public static async Task<Seen> UnlockAsync(this Visitor visitor, string code) =>
        await visitor.PressAsync(await visitor.GetAsync("/journal"), "Open", ("code", code));

    /// <summary>Keeps another entry on the blank page of the open journal.</summary>
    public static async Task<Seen> KeepAsync(this Visitor visitor, string text)
    {
        var form = await visitor.BeginAsync("blank");
        return await visitor.PressAsync(form, "Keep", (Field(form), text));
    }

    /// <summary>Goes through a practice in the open journal, with these answers wherever they are asked, the afterwards too.</summary>
    public static async Task<Seen> WriteAsync(this Visitor visitor, string practice, params (string Name, string Value)[] fields)
    {
        var left = fields.ToList();
        var page = await visitor.GoThroughAsync(await visitor.SafeAsync(await visitor.BeginAsync(practice)), left);
        if (left.Count > 0 && page.Text.Contains("Add what happened", StringComparison.Ordinal))
            page = await visitor.GoThroughAsync(await visitor.SafeAsync(await visitor.PressAsync(page, "Add what happened")), left);
        Assert.Empty(left);
        Assert.Contains("Kept.", page.Text, StringComparison.Ordinal);
        return page;
    }

    /// <summary>Says no to the safety question, where it is asked.</summary>
    public static async Task<Seen> SafeAsync(this Visitor visitor, Seen page) =>
        page.Document.QuerySelector("input[name=safety]") is null ? page : await visitor.PressAsync(page, "Go on", ("safety", "no"));

    /// <summary>From one step to the next, as long as each lets one on.</summary>
    public static async Task<Seen> GoThroughAsync(this Visitor visitor, Seen page, List<(string Name, string Value)> left)
    {
        while (page.Document.QuerySelector("button[name=go][value=next]") is { } next)
        {
            var here = left.Where(field => page.Document.QuerySelector($"[name='{field.Name}']") is not null).ToList();
            left.RemoveAll(here.Contains);
            var before = page.Address;
            page = await visitor.PressAsync(page, next.TextContent.Trim(), [.. here]);
            if (page.Address.Split('?')[0] == before.Split('?')[0]) return page;
        }

        return page;
    }

    public static string Words(Seen page) => string.Join(' ', page.Document.QuerySelectorAll("ol.words li").Select(word => word.TextContent.Trim()));

    /// <summary>The name of the first place to write in.</summary>
    public static string Field(Seen form) => form.Document.QuerySelector("textarea[name^='text-']")!.GetAttribute("name")!;

    public static string Written(Seen form) => form.Document.QuerySelector("textarea[name^='text-']")!.TextContent;

    private static int Asked(Seen page, string field) =>
        int.Parse(page.Document.QuerySelector($"label[for='{field}']")!.TextContent.Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture);
}
