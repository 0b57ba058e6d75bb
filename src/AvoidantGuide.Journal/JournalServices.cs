using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace AvoidantGuide.Journal;

public static class JournalServices
{
    /// <summary>The months that a journal is kept after it was last opened, unless <c>Journal:RetentionMonths</c> says otherwise.</summary>
    public const int DefaultRetentionMonths = 24;

    /// <summary>
    /// Registers <see cref="JournalDatabase"/> (to be opened at start), <see cref="JournalStore"/> and
    /// <see cref="RetentionSweep"/>, each once for the whole program.
    /// </summary>
    public static IServiceCollection AddJournal(
        this IServiceCollection services, string connectionString, int retentionMonths = DefaultRetentionMonths, JournalProvider provider = JournalProvider.Sqlite)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(made => new JournalDatabase(connectionString, made.GetRequiredService<TimeProvider>(), made.GetService<ILoggerFactory>(), provider));
        services.AddSingleton(made => new JournalStore(made.GetRequiredService<JournalDatabase>(), made.GetRequiredService<TimeProvider>(), retentionMonths));
        if (provider == JournalProvider.Postgres) services.AddSingleton<SharedRing>();
        services.AddSingleton(made => new RetentionSweep(made.GetRequiredService<JournalDatabase>(), retentionMonths));
        return services;
    }
}
