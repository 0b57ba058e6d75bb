namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>"I can't find my words": what can still be done.</summary>
public sealed class LostWordsModel(JournalDoor door) : JournalPage(door);
