using AvoidantGuide.Content;
using AvoidantGuide.Content.Search;

namespace AvoidantGuide.Web;

/// <summary>Loads the guide at start and says in the log what a later save got wrong.</summary>
public static partial class GuideSetup
{
    /// <summary>Begins to read it, which takes as long as all else that is done at start; whoever needs the guide waits.</summary>
    /// <returns>To be told of the services once they are there: the reading goes on to where it needs them.</returns>
    public static TaskCompletionSource<IServiceProvider> AddGuide(this WebApplicationBuilder builder, Settings settings)
    {
        var services = new TaskCompletionSource<IServiceProvider>();
        var library = Task.Factory.StartNew(() => Open(services.Task, settings), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        // A guide with errors ends the start, whatever the framework is told to do with one that fails.
        builder.WebHost.CaptureStartupErrors(false);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(library);
        builder.Services.AddSingleton(_ => library.GetAwaiter().GetResult());
        builder.Services.AddTransient(services => services.GetRequiredService<GuideLibrary>().Current);
        builder.Services.AddSingleton<SearchIndex>();
        builder.Services.AddHostedService<GuideWatch>();
        return services;
    }

    /// <summary>The server does not listen before the guide is read: this waits for it while the pipeline is built, which goes from its end to its beginning.</summary>
    /// <exception cref="StartException">When the server starts: the content has errors.</exception>
    public static void UseGuide(this WebApplication app) => app.Use(next =>
    {
        app.Services.GetRequiredService<GuideLibrary>();
        return next;
    });

    /// <exception cref="StartException">The content has errors; there is no earlier good version to serve.</exception>
    private static GuideLibrary Open(Task<IServiceProvider> services, Settings settings)
    {
        try
        {
            return GuideLibrary.Open(settings.ContentPath, Needed<TimeProvider>, problems =>
            {
                var log = Needed<ILoggerFactory>().CreateLogger("AvoidantGuide.Content");
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

        T Needed<T>()
            where T : notnull => services.GetAwaiter().GetResult().GetRequiredService<T>();
    }

    [LoggerMessage(LogLevel.Error, "Readers keep the last good version. {Problem}")]
    private static partial void Broken(ILogger log, string problem);

    [LoggerMessage(LogLevel.Warning, "{Problem}")]
    private static partial void Doubtful(ILogger log, string problem);
}
