namespace AvoidantGuide.Web.Finished;

/// <summary>An answer that is the same bytes for everyone and holds nothing of a person's: only these are kept, and only these travel compressed.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SameForEveryoneAttribute : Attribute;
