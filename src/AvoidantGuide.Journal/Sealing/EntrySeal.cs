namespace AvoidantGuide.Journal;

/// <summary>An entry as two blobs, a head and a body, each bound to its journal, entry, revision and part.</summary>
internal static class EntrySeal
{
    public const int HeadStep = 512;
    public const int BodyStep = 1024;

    internal const string Head = "head";
    private const string Body = "body";

    public static byte[] SealHead(EntryHead head, byte[] dataKey, Guid journal, Guid entry, long revision) =>
        SealedPart.Seal(head, JournalJson.Plain.EntryHead, HeadStep, dataKey, AssociatedData.OfPart(journal, entry, revision, Head));

    public static byte[] SealBody(IReadOnlyList<Answer> answers, byte[] dataKey, Guid journal, Guid entry, long revision) =>
        SealedPart.Seal(answers, JournalJson.Plain.IReadOnlyListAnswer, BodyStep, dataKey, AssociatedData.OfPart(journal, entry, revision, Body));

    public static void Seal(EntryRow row, Entry entry, byte[] dataKey)
    {
        row.Head = SealHead(entry.Head, dataKey, row.JournalId, row.Id, row.Revision);
        row.Body = SealBody(entry.Answers, dataKey, row.JournalId, row.Id, row.Revision);
    }

    public static EntryHead? OpenHead(byte[] head, byte[] dataKey, Guid journal, Guid entry, long revision) =>
        SealedPart.Open(head, JournalJson.Plain.EntryHead, dataKey, AssociatedData.OfPart(journal, entry, revision, Head));

    public static IReadOnlyList<Answer>? OpenBody(EntryRow row, byte[] dataKey) =>
        SealedPart.Open(
            row.Body, JournalJson.Plain.IReadOnlyListAnswer, dataKey, AssociatedData.OfPart(row.JournalId, row.Id, row.Revision, Body));

    /// <summary>Null when either part is damaged or belongs elsewhere.</summary>
    public static Entry? Open(EntryRow row, byte[] dataKey) =>
        OpenHead(row.Head, dataKey, row.JournalId, row.Id, row.Revision) is { } head && OpenBody(row, dataKey) is { } answers
            ? new Entry(head, answers)
            : null;
}
