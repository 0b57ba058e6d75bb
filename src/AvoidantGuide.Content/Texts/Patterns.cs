namespace AvoidantGuide.Content.Texts;

internal static class Patterns
{
    /// <summary>
    /// Milliseconds after which a pattern is taken for one that never ends. They pass by the clock on the wall: where a machine has too
    /// much to do, a thread waits more than a second for its turn, and a page with nothing wrong would be refused.
    /// </summary>
    public const int Patience = 30_000;
}
