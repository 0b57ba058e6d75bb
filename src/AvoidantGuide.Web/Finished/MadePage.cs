using Microsoft.Extensions.Primitives;

namespace AvoidantGuide.Web.Finished;

/// <summary>What the site answered when it asked itself for a page.</summary>
/// <param name="Route">The pattern, as the request log names it.</param>
internal sealed record MadePage(string Route, KeyValuePair<string, StringValues>[] Headers, byte[] Body)
{
    public bool IsLike(MadePage other) => Body.AsSpan().SequenceEqual(other.Body) && Headers.SequenceEqual(other.Headers);
}
