namespace AvoidantGuide.Web;

public static class SiteAddressExtensions
{
    /// <summary>Scheme and host without a trailing slash: <c>Site:PublicUrl</c>, else the request's own.</summary>
    public static string SiteAddress(this HttpContext context) =>
        context.RequestServices.GetRequiredService<Settings>().PublicUrl ?? $"{context.Request.Scheme}://{context.Request.Host}";
}
