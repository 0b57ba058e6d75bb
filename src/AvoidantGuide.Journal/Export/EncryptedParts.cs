namespace AvoidantGuide.Journal;

/// <summary>Where the blobs of an encrypted file belong.</summary>
internal static class EncryptedParts
{
    /// <summary>The file's own key, under the journal's data key.</summary>
    public static byte[] Key(Guid journal) => AssociatedData.OfPart(journal, Guid.Empty, 0, "file key");

    /// <summary>A piece under the file's key. The last one says that it is, so that a file cut off between two pieces is noticed.</summary>
    public static byte[] Piece(Guid journal, long number, bool last) => AssociatedData.OfPart(journal, Guid.Empty, number, last ? "file end" : "file");
}
