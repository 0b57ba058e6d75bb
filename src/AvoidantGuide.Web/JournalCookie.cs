namespace AvoidantGuide.Web;

/// <summary>The cookie that holds an open journal's secret until the browser closes.</summary>
public static class JournalCookie
{
    public const string Name = "__Host-notes";

    public static readonly CookieOptions Options = new()
    {
        Secure = true,
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Path = "/",
        IsEssential = true,
    };
}
