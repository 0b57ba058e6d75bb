using AvoidantGuide.Web.Components;
using AvoidantGuide.Web.Pages.Journal;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms.Mapping;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.DataProtection;

namespace AvoidantGuide.Web;

/// <summary>Razor Pages, the two cookies and the keys that seal forms between pages.</summary>
public static class PagesSetup
{
    public static void AddPages(this WebApplicationBuilder builder, Settings settings)
    {
        builder.Services.AddRazorPages(pages => pages.Conventions.AddPageRoute("/Journal/Step", "/journal/write/{id:guid}/{sitting:guid}/{number:int:min(1)}"));
        builder.Services.AddSingleton<IComponentActivator, PlainActivator>();
        builder.Services.AddScoped<IFormValueMapper, NoForms>();
        builder.Services.AddScoped<HtmlRenderer>();
        builder.Services.AddRouting(routing => routing.LowercaseUrls = true);
        builder.Services.AddAntiforgery(antiforgery =>
        {
            // Set by hand: SecurePolicy.Always throws over http, where localhost is as good as https to a browser.
            antiforgery.Cookie = new AlwaysSecureCookie { Name = JournalCookie.OfForms };
            antiforgery.FormFieldName = "token";
            antiforgery.SuppressXFrameOptionsHeader = true;
        });

        // Only forms on their way between two pages are sealed with these, never an entry.
        var protection = builder.Services.AddDataProtection().SetApplicationName("AvoidantGuide");
        if (settings.SharedKey is { } key) protection.UseSharedRing(key);
        else protection.PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(settings.DataFolder, "keys")));
        // It would read the ring, or make its first key, at once: before the guide answers, and before the store is open that may hold it. JournalStartup does.
        builder.Services.Remove(builder.Services.Single(service => service.ImplementationType?.Name == "DataProtectionHostedService"));
        builder.Services.AddSingleton<SealedForms>();
    }

    private sealed class AlwaysSecureCookie : CookieBuilder
    {
        public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom) => JournalCookie.Options;
    }
}
