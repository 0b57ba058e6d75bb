namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>A button that downloads a calendar file for a time.</summary>
public sealed record ReminderLink(Guid Journal, DateTimeOffset At, string When);
