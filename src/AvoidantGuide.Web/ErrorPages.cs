using AvoidantGuide.Journal;
using Microsoft.AspNetCore.Diagnostics;

namespace AvoidantGuide.Web;

/// <summary>Every failure ends on a page for people (Pages/Error.cshtml), with the status it has.</summary>
public static class ErrorPages
{
    public static void UseErrorPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error/500",
            StatusCodeSelector = static exception => exception switch
            {
                BadHttpRequestException bad => bad.StatusCode,
                JournalStoreException => StatusCodes.Status503ServiceUnavailable,
                _ => StatusCodes.Status500InternalServerError,
            },
            // A reader who left in the middle of a page is no failure of the server's.
            SuppressDiagnosticsCallback = static failure => failure.Exception is BadHttpRequestException or OperationCanceledException,
        });
        app.UseStatusCodePagesWithReExecute("/error/{0}");
    }

    /// <summary>Whether a refused request is on its way to the page that says so. Checks that refused it would refuse it again.</summary>
    public static bool IsErrorPage(this HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;
}
