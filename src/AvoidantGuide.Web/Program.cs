using AvoidantGuide.Web;
using AvoidantGuide.Web.Commands;
using AvoidantGuide.Web.Finished;
using Microsoft.AspNetCore.Connections;

if (CommandLine.Handles(args)) return await CommandLine.RunAsync(args);

try
{
    // At start some wait for the guide. The pool has one thread for each processor, and adds another only every half second.
    ThreadPool.GetMinThreads(out var threads, out var completing);
    ThreadPool.SetMinThreads(Math.Max(threads, 4), completing);

    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory, EnvironmentName = DotnetRun.Environment });
    var settings = Settings.Read(builder.Configuration);

    var guide = builder.AddGuide(settings);
    builder.AddServerLimits(settings);
    builder.AddPrivateLogging(settings);
    builder.AddJournal(settings);
    builder.AddPages(settings);
    builder.AddFinishedPages();
    builder.AddPreview();

    var app = builder.Build();
    guide.SetResult(app.Services);

    app.UseFinishedPages();
    app.UseGuide();
    app.UseRequestAtHand();
    app.UseSecurityHeaders();
    app.UseOneKindOfForm();
    app.UseProxysScheme();
    app.UseRequestLog();
    app.UseErrorPages();
    app.UseAllowedHosts();
    app.UseRouting();
    // Nobody signs in. Where these are not named here, the host puts them before everything, and each finished page pays for them.
    app.UseAuthentication();
    app.UseAuthorization();
    app.UseCrossSiteCheck();
    app.UseOneAddress();
    app.UsePostedForms();
    app.MapRazorPages();
    app.MapFeeds();
    app.MapAssets();
    app.MapLeave();
    app.MapHealth();
    app.MapPreview();

    // Not RunAsync: where the start fails, that takes everything apart under what is still being made, and each says so.
    try
    {
        await app.StartAsync();
    }
    catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
    {
        // Told to stop before it began.
        return 0;
    }

    await app.Services.GetRequiredService<FirstPage>().MadeAsync(app.Lifetime.ApplicationStopping);
    // From here on as many as the pool finds best.
    ThreadPool.SetMinThreads(threads, completing);
    await using (app) await app.WaitForShutdownAsync();
    return 0;
}
catch (StartException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 1;
}
catch (InvalidOperationException https) when (https.Message.Contains("server certificate", StringComparison.Ordinal))
{
    await Console.Error.WriteLineAsync("Urls: https needs a certificate. Name one with Kestrel:Certificates:Default:Path (and :KeyPath or :Password), or listen on http behind a proxy that speaks https.");
    return 1;
}
catch (IOException taken) when (taken.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync($"{taken.Message} Stop the other program, or set Urls to another address.");
    return 1;
}
