using AvoidantGuide.Journal;

namespace AvoidantGuide.Web;

/// <summary>/healthz: the program is alive. /readyz: it can serve and store.</summary>
public static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/healthz", ["GET", "HEAD"], () => Results.Text("alive"));
        app.MapMethods("/readyz", ["GET", "HEAD"], async (JournalStartup startup, JournalDatabase database, CancellationToken cancel) =>
            !startup.Ready ? Results.Text(startup.Message, statusCode: StatusCodes.Status503ServiceUnavailable)
            : await database.CanStoreAsync(cancel) ? Results.Text("ready")
            : Results.Text("The store cannot take a write.", statusCode: StatusCodes.Status503ServiceUnavailable));
    }
}
