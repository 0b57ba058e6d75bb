using Microsoft.Net.Http.Headers;

namespace AvoidantGuide.Web;

/// <summary>
/// Only the one kind of body that the site's forms send is ever read: a file in another kind would be put on the disk, in
/// plain, even by the page that refuses it. Each form is read once, before anything else does, and what cannot be read ends here.
/// </summary>
public static class PostedForms
{
    private const string Kind = "application/x-www-form-urlencoded";
    private const string Sent = "sent as";

    /// <summary>Kestrel asks for a rate over the whole time: whoever sends much at first could then be silent for an hour, and hold it.</summary>
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(2);

    /// <summary>Before everything: any other body is one that nothing knows how to read.</summary>
    public static void UseOneKindOfForm(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var known = MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) && type.MediaType.Equals(Kind, StringComparison.OrdinalIgnoreCase)
            && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
        if (!known)
        {
            context.Items[Sent] = context.Request.ContentType;
            context.Request.ContentType = null;
        }

        return next(context);
    });

    /// <summary>What kind of body the request says it has, where it is not the kind that all forms have.</summary>
    public static string? SentAs(this HttpContext context) => (string?)context.Items[Sent];

    /// <summary>After routing, which says how much a page takes.</summary>
    public static void UsePostedForms(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var posted = HttpMethods.IsPost(context.Request.Method) && context.GetEndpoint() is not null && !context.IsErrorPage();
        if (posted && await WrongAsync(context.Request) is { } status) context.Response.StatusCode = status;
        else await next(context);
    });

    private static async Task<int?> WrongAsync(HttpRequest request)
    {
        // It reads its body itself, as it arrives; to everything else that body is one that nothing knows how to read.
        if (request.HttpContext.GetEndpoint()?.Metadata.GetMetadata<StreamedFileAttribute>() is not null) return null;
        if (!request.HasFormContentType) return StatusCodes.Status415UnsupportedMediaType;
        if (await request.HttpContext.IsTooLargeAsync()) return StatusCodes.Status413PayloadTooLarge;
        using var late = new CancellationTokenSource(_longest, request.HttpContext.RequestServices.GetRequiredService<TimeProvider>());
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, request.HttpContext.RequestAborted);
        try
        {
            await request.ReadFormAsync(either.Token);
            return null;
        }
        // For the log: the framework has ended the connection.
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            return StatusCodes.Status408RequestTimeout;
        }
        catch (BadHttpRequestException bad)
        {
            return bad.StatusCode;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException)
        {
            return StatusCodes.Status400BadRequest;
        }
    }
}
