namespace AvoidantGuide.Web;

/// <summary>The cookie that holds an open journal's secret until the browser closes.</summary>
public static class JournalCookie
{
    public const string Name = "__Host-notes";

    /// <summary>Beside it, from the ten words on: it proves that a form was sent from this site. It stays after locking, so that a form in an old tab still ends at the door.</summary>
    public const string OfForms = "__Host-form";

    public static readonly CookieOptions Options = new()
    {
        Secure = true,
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Path = "/",
        IsEssential = true,
    };
}
