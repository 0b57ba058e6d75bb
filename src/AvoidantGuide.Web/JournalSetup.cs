using AvoidantGuide.Journal;
using AvoidantGuide.Web.Pages.Journal;

namespace AvoidantGuide.Web;

public static class JournalSetup
{
    public static void AddJournal(this WebApplicationBuilder builder, Settings settings)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddJournal(settings.Store, settings.RetentionMonths, settings.Provider);
        if (settings.Provider == JournalProvider.Sqlite) builder.Services.AddSingleton(services => new DailyBackups(settings.Store, settings.BackupFolder, settings.BackupDays, services.GetRequiredService<TimeProvider>()));
        builder.Services.AddScoped<RequestAtHand>();
        builder.Services.AddScoped<JournalDoor>();
        builder.Services.AddSingleton<FailedTries>();
        builder.Services.AddSingleton<Floods>();
        // What room a database elsewhere has, its own server watches over.
        builder.Services.AddSingleton(settings.Provider == JournalProvider.Sqlite ? Room.Of(settings.DataFolder) : Room.Elsewhere);
        builder.Services.AddSingleton<JournalStartup>();
        builder.Services.AddHostedService(services => services.GetRequiredService<JournalStartup>());
    }

    /// <summary>After the finished pages, which need none of it.</summary>
    public static void UseRequestAtHand(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.RequestServices.GetRequiredService<RequestAtHand>().Context = context;
        return next(context);
    });
}

/// <summary>
/// The request that a service was made for. Not the framework's accessor: the server pays for that with every request, and it would
/// show the reader's request to whatever runs in its course.
/// </summary>
public sealed class RequestAtHand
{
    public HttpContext Context { get => field ?? throw new InvalidOperationException("No request is at hand."); set; }
}
