using AvoidantGuide.Content;
using AvoidantGuide.Content.Search;

namespace AvoidantGuide.Web;

/// <summary>Loads the guide at start and says in the log what a later save got wrong.</summary>
public static partial class GuideSetup
{
    public static void AddGuide(this WebApplicationBuilder builder, Settings settings)
    {
        builder.Services.AddSingleton(settings);
        // Reading the guide takes as long as all else that is done at start, so it is done beside it; who needs the guide waits.
        builder.Services.AddSingleton(services => Task.Run(() => Open(services, settings)));
        builder.Services.AddSingleton(services => services.GetRequiredService<Task<GuideLibrary>>().GetAwaiter().GetResult());
        builder.Services.AddTransient(services => services.GetRequiredService<GuideLibrary>().Current);
        builder.Services.AddSingleton<SearchIndex>();
        builder.Services.AddHostedService<GuideWatch>();
    }

    /// <summary>Begins; the server does not listen before it has ended.</summary>
    public static void LoadGuide(this WebApplication app) => _ = app.Services.GetRequiredService<Task<GuideLibrary>>();

    /// <exception cref="StartException">The content has errors; there is no earlier good version to serve.</exception>
    private static GuideLibrary Open(IServiceProvider services, Settings settings)
    {
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger("AvoidantGuide.Content");
        try
        {
            return GuideLibrary.Open(settings.ContentPath, services.GetRequiredService<TimeProvider>(), problems =>
            {
                foreach (var problem in problems)
                    if (problem.Severity == Severity.Error) Broken(log, problem.Format(settings.ContentPath));
                    else Doubtful(log, problem.Format(settings.ContentPath));
            });
        }
        catch (BrokenContentException broken)
        {
            var errors = broken.Problems.Where(problem => problem.Severity == Severity.Error).Select(problem => problem.Format(settings.ContentPath));
            throw new StartException($"The guide cannot be served until these are mended:\n{string.Join('\n', errors)}");
        }
    }

    [LoggerMessage(LogLevel.Error, "Readers keep the last good version. {Problem}")]
    private static partial void Broken(ILogger log, string problem);

    [LoggerMessage(LogLevel.Warning, "{Problem}")]
    private static partial void Doubtful(ILogger log, string problem);
}
