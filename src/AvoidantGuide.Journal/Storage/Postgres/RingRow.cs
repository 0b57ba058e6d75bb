using System.ComponentModel.DataAnnotations;

namespace AvoidantGuide.Journal;

/// <summary>One key of those that seal forms on their way between two pages, as all servers share them. What it says is encrypted where it is made.</summary>
internal sealed class RingRow
{
    public Guid Id { get; set; }

    [MaxLength(10_000)]
    public required string Sealed { get; set; }
}
