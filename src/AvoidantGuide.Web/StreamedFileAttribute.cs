using AvoidantGuide.Journal;
using Microsoft.AspNetCore.Http.Metadata;

namespace AvoidantGuide.Web;

/// <summary>A page that reads a file as it arrives, so that nothing of it lies on the disk in plain.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StreamedFileAttribute : Attribute, IRequestSizeLimitMetadata
{
    private const long Furniture = 64 * 1024;

    /// <summary>The file, and what a form puts around it.</summary>
    public long? MaxRequestBodySize => JournalImport.Bytes + Furniture;
}
