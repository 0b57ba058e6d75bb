using AvoidantGuide.Web;
using AvoidantGuide.Web.Commands;
using AvoidantGuide.Web.Finished;
using Microsoft.AspNetCore.Connections;

if (CommandLine.Handles(args)) return await CommandLine.RunAsync(args);

try
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory, EnvironmentName = DotnetRun.Environment });
    var settings = Settings.Read(builder.Configuration);

    builder.AddServerLimits(settings);
    builder.AddPrivateLogging(settings);
    builder.AddJournal(settings);
    builder.AddPages(settings);
    builder.AddFinishedPages();
    builder.AddPreview();
    // Last: whoever was added before it starts while the guide is read.
    builder.AddGuide(settings);

    var app = builder.Build();

    app.LoadGuide();

    app.UseFinishedPages();
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

    await app.RunAsync();
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
