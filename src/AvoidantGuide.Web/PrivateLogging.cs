using System.Globalization;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Extensions.Logging;
using Serilog.Settings.Configuration;

namespace AvoidantGuide.Web;

/// <summary>Structured logs to the console and a rolling file that never hold a word, a query or an address of a person.</summary>
public static class PrivateLogging
{
    public static void AddPrivateLogging(this WebApplicationBuilder builder, Settings settings)
    {
        MakeFolder(settings.DataFolder);
        var logger = new LoggerConfiguration()
            // Levels alone: with no library to take a sink from, no setting sends what is logged past the sink below.
            .ReadFrom.Configuration(builder.Configuration, new ConfigurationReaderOptions(typeof(Log).Assembly))
            .Filter.ByExcluding(MayHoldARequest)
            .Filter.ByExcluding(IsSaidAtTheEnd)
            .Enrich.With<WithoutTheRequest>()
            .WriteTo.Sink(new WithoutWords(new LoggerConfiguration()
                .MinimumLevel.Verbose()
                .WriteTo.Console(outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}", formatProvider: CultureInfo.InvariantCulture, standardErrorFromLevel: LogEventLevel.Fatal)
                .WriteTo.File(
                    new Serilog.Formatting.Json.JsonFormatter(),
                    Path.Combine(settings.DataFolder, "logs", "site-.json"),
                    // A flood of requests must not take the disk: past this much of a day nothing more of it is kept.
                    fileSizeLimitBytes: 64 * 1024 * 1024,
                    rollingInterval: RollingInterval.Day,
                    retainedFileCountLimit: 14,
                    // Files are not days on a server that does not run every day.
                    retainedFileTimeLimit: TimeSpan.FromDays(14))
                .CreateLogger()))
            .CreateLogger();
        builder.Logging.ClearProviders().AddSerilog(logger, dispose: true);
        // Nothing that it says of a request may be written; where it knows that, it makes no activity and no scope for each one either.
        // Said of the provider, because Serilog sets a rule of its own for it, which goes before any that names none.
        builder.Logging.AddFilter<SerilogLoggerProvider>("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
    }

    /// <summary>For this account's eyes only. Where it cannot be made, the journal says so when it opens; the guide goes on without.</summary>
    private static void MakeFolder(string folder)
    {
        try
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
            else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            // JournalStartup names the reason.
        }
    }

    /// <summary>Why the server could not start is said once, in a line of its own, by the program's end.</summary>
    private static bool IsSaidAtTheEnd(LogEvent entry) => entry.MessageTemplate.Text == "Hosting failed to start";

    /// <summary>
    /// What the framework says below a warning names paths, queries, hosts and form fields. No setting brings it back:
    /// a log that is harmless only at some levels is not harmless.
    /// </summary>
    private static bool MayHoldARequest(LogEvent entry) =>
        entry.Level < LogEventLevel.Warning
        && entry.Properties.TryGetValue(Constants.SourceContextPropertyName, out var source)
        && source is ScalarValue { Value: string name }
        && name.StartsWith("Microsoft.", StringComparison.Ordinal)
        && !name.StartsWith("Microsoft.Hosting.Lifetime", StringComparison.Ordinal)
        && !name.StartsWith("Microsoft.EntityFrameworkCore.Migrations", StringComparison.Ordinal);

    /// <summary>An exception's message may quote what it met, a person's words among it: its kind and its place are enough to mend it.</summary>
    private sealed class WithoutWords(Logger inner) : ILogEventSink, IDisposable
    {
        public void Emit(LogEvent logEvent) => inner.Write(logEvent.Exception is not { } exception ? logEvent : new LogEvent(
            logEvent.Timestamp, logEvent.Level, new Told(exception), logEvent.MessageTemplate, logEvent.Properties.Select(property => new LogEventProperty(property.Key, property.Value))));

        public void Dispose() => inner.Dispose();
    }

    private sealed class Told(Exception exception) : Exception
    {
        public override string ToString() => Tell(exception);

        private static string Tell(Exception told) =>
            $"{told.GetType()}\n{told.StackTrace}{(told.InnerException is { } inner ? $"\n---> {Tell(inner)}" : "")}";
    }

    /// <summary>The host attaches path and connection to everything logged during a request.</summary>
    private sealed class WithoutTheRequest : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
        {
            logEvent.RemovePropertyIfPresent("RequestPath");
            logEvent.RemovePropertyIfPresent("ConnectionId");
            logEvent.RemovePropertyIfPresent("RequestId");
        }
    }
}
