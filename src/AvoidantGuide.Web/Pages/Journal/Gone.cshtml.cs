namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>What is true after a journal was deleted.</summary>
public sealed class GoneModel(JournalDoor door) : JournalPage(door);
