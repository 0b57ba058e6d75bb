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
        this IServiceCollection services, string connectionString, int retentionMonths = DefaultRetentionMonths)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new JournalDatabase(
            connectionString, provider.GetRequiredService<TimeProvider>(), provider.GetService<ILoggerFactory>()));
        services.AddSingleton(provider => new JournalStore(
            provider.GetRequiredService<JournalDatabase>(), provider.GetRequiredService<TimeProvider>(), retentionMonths));
        services.AddSingleton(provider => new RetentionSweep(provider.GetRequiredService<JournalDatabase>(), retentionMonths));
        return services;
    }
}
