using AvoidantGuide.Web.Pages.Journal;

namespace AvoidantGuide.Web;

/// <summary>"Leave this site now": ends the session and goes elsewhere. A link and not a form, so that one tap is enough everywhere.</summary>
public static class Leave
{
    public static void MapLeave(this IEndpointRouteBuilder app) => app.MapMethods("/leave", ["GET", "HEAD"], async (HttpContext context, JournalDoor door, Settings settings) =>
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = settings.LeaveTo.AbsoluteUri;
        await door.LockAsync();
    });
}
