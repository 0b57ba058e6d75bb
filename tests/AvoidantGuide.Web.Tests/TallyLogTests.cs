using System.Collections.Concurrent;
using AvoidantGuide.Web.Finished;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AvoidantGuide.Web.Tests;

/// <summary>What the log says of finished pages: each answer is counted, and nobody is named.</summary>
public sealed class TallyLogTests
{
    [Fact]
    public async Task Like_answers_are_counted_by_method_route_and_status()
    {
        using var lines = new Lines();
        await using var site = new Site().With(services => services.AddSingleton<ILoggerProvider>(lines));
        await site.InitializeAsync();
        using var client = site.CreateClient();
        for (var time = 0; time < 3; time++)
            foreach (var address in new[] { "/about?Kestrelplume=1", "/the-switch", "/feed.xml" }) await SendAsync(client, HttpMethod.Get, address);
        await SendAsync(client, HttpMethod.Head, "/about");
        await SendAsync(client, HttpMethod.Get, "/about", "*");
        await SendAsync(client, HttpMethod.Head, "/feed.xml", "*");

        await site.Services.GetServices<IHostedService>().OfType<TallyLog>().Single().StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            ["GET /feed.xml 200, 3 times, finished", "GET {name?} 200, 6 times, finished", "GET {name?} 304, 1 times, finished", "HEAD /feed.xml 304, 1 times, finished", "HEAD {name?} 200, 1 times, finished"],
            lines.All.Where(line => line.EndsWith("finished", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(lines.All, line => line.Contains("Kestrelplume", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_request_is_followed_for_a_log_that_may_not_be_written()
    {
        await using var site = new Site();
        await site.InitializeAsync();
        var hosting = site.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Microsoft.AspNetCore.Hosting.Diagnostics");
        Assert.All(Enum.GetValues<LogLevel>(), level => Assert.False(hosting.IsEnabled(level)));
    }

    private static async Task SendAsync(HttpClient client, HttpMethod method, string address, string? held = null)
    {
        using var request = new HttpRequestMessage(method, address);
        if (held is not null) request.Headers.TryAddWithoutValidation("If-None-Match", held);
        await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private sealed class Lines : ILoggerProvider
    {
        private readonly ConcurrentQueue<string> _all = new();

        public IEnumerable<string> All => _all;

        public ILogger CreateLogger(string categoryName) =>
            categoryName == RequestLog.Category ? new Line(_all) : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public void Dispose()
        {
        }
    }

    private sealed class Line(ConcurrentQueue<string> all) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            all.Enqueue(formatter(state, exception));
    }
}
