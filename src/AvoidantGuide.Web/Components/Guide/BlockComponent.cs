using AvoidantGuide.Content;
using Microsoft.AspNetCore.Components;

namespace AvoidantGuide.Web.Components.Guide;

/// <summary>What every block shares: on the page that holds the whole guide, headings sink one level and ids would meet twice.</summary>
public abstract class BlockComponent : ComponentBase
{
    [CascadingParameter(Name = "Whole")]
    public bool Whole { get; set; }

    protected string? Anchor(string? id) => Whole ? null : id;

    protected int Level(int level) => Whole ? level + 1 : level;

    protected static string Words(Strength strength) => strength switch
    {
        Strength.Established => "Well supported",
        Strength.Mixed => "Mixed findings",
        Strength.Contested => "Contested",
        Strength.ClinicalOpinion => "Clinical opinion",
        _ => throw new ArgumentOutOfRangeException(nameof(strength), strength, "No words for this strength."),
    };

    protected static string Class(Strength strength) => strength switch
    {
        Strength.Established => "established",
        Strength.Mixed => "mixed",
        Strength.Contested => "contested",
        _ => "clinical-opinion",
    };
}
