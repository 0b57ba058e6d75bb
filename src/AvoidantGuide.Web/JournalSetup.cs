using AvoidantGuide.Journal;
using AvoidantGuide.Web.Pages.Journal;

namespace AvoidantGuide.Web;

public static class JournalSetup
{
    public static void AddJournal(this WebApplicationBuilder builder, Settings settings)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddJournal(settings.Store, settings.RetentionMonths);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<JournalDoor>();
        builder.Services.AddSingleton<FailedTries>();
        builder.Services.AddSingleton<JournalStartup>();
        builder.Services.AddHostedService(services => services.GetRequiredService<JournalStartup>());
    }
}
