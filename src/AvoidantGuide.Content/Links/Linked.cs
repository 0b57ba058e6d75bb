namespace AvoidantGuide.Content.Links;

/// <summary>What one file came to once its links were filled in.</summary>
/// <param name="From">What it was made from; an equal one and equal <paramref name="Looks"/> make it again.</param>
internal sealed record Linked(
    object From, object Result, Problem[] Problems, (string Source, SourceUse? Use)[] Uses, Looked[] Looks)
{
    /// <summary>A problem speaks of everything there is, and a hint of all names: what has one is made anew.</summary>
    public bool StillHolds(object from, Linking all) =>
        Problems.Length == 0 && From.Equals(from) && Array.TrueForAll(Looks, look => look.Found is not null && Same(look.Found, all.Find(look.What, look.Name)));

    private static bool Same(object before, object? now) => ReferenceEquals(before, now) || (before is string text && text.Equals(now));
}

internal sealed record Looked(Look What, string Name, object? Found);
