namespace AvoidantGuide.Journal;

/// <summary>How long a journal stays open. The store shortens what is longer than <see cref="Longest"/>.</summary>
public sealed record SessionTimes(TimeSpan Idle, TimeSpan Total)
{
    public static readonly SessionTimes Default = new(TimeSpan.FromMinutes(20), TimeSpan.FromHours(2));

    /// <summary>Ten times the default (WCAG 2.2.1).</summary>
    public static readonly SessionTimes Longest = new(Default.Idle * 10, Default.Total * 10);

    internal SessionTimes Bounded() => new(Bounded(Idle, Longest.Idle), Bounded(Total, Longest.Total));

    private static TimeSpan Bounded(TimeSpan wanted, TimeSpan longest)
    {
        if (wanted > longest) return longest;
        // Whole seconds are stored.
        return wanted < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : wanted;
    }
}
