using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace AvoidantGuide.Web.Finished;

/// <summary>Answers from finished bytes before anything else looks at the request.</summary>
public static class FinishedPagesSetup
{
    public static void AddFinishedPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<FirstPage>();
        builder.Services.AddSingleton<PageMaking>();
        builder.Services.AddSingleton<FinishedPages>();
        builder.Services.AddHostedService<Tightening>();
        builder.Services.AddHostedService<TallyLog>();
    }

    /// <summary>First of all, so that a page costs what its bytes cost. Not for editors, whose pages say what only they may see.</summary>
    public static void UseFinishedPages(this WebApplication app)
    {
        var services = app.Services;
        if (app.Environment.IsDevelopment())
        {
            app.Lifetime.ApplicationStarted.Register(services.GetRequiredService<FirstPage>().Tell);
            return;
        }

        app.Use(next =>
        {
            var (pages, first) = (services.GetRequiredService<FinishedPages>(), services.GetRequiredService<FirstPage>());
            pages.Open(Addresses());
            var made = pages.MakeFirstAsync(Addresses() is [var address, ..] ? address : null, next);
            app.Lifetime.ApplicationStarted.Register(() =>
            {
                // A port that the system chooses is known only now.
                pages.Open(Addresses());
                // Not before it listens: one that cannot, because another one does, must leave that one's store alone.
                _ = made.ContinueWith(_ => first.Tell(), TaskScheduler.Default);
            });
            return context => AnswerAsync(pages, next, context);
        });

        IReadOnlyList<string> Addresses() => [.. services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? []];
    }

    private static Task AnswerAsync(FinishedPages pages, RequestDelegate next, HttpContext context)
    {
        var request = context.Request;
        // What a query says changes no page of the guide, so it is not looked at, and neither is anything else of the reader's.
        // Methods are told apart by case, as Kestrel does: it would wait for the body of a "head".
        if (request.Method is not ("GET" or "HEAD") || request.Path.Value is not { } path || pages.For(request) is not { } shelf) return next(context);
        if (shelf.At(path) is { } page) return page.SendAsync(context);
        return shelf.Has(path) ? MakeAsync(pages, next, context, shelf, path) : next(context);
    }

    private static async Task MakeAsync(FinishedPages pages, RequestDelegate next, HttpContext context, Shelf shelf, string path)
    {
        if (await pages.MakeAsync(shelf, next, path) is { } page) await page.SendAsync(context);
        else await next(context);
    }
}
