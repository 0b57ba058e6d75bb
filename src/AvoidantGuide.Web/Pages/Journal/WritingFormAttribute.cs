using Microsoft.AspNetCore.Http.Metadata;

namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>
/// A page whose form carries a person's words, and takes more than other requests. Read by routing before the body is;
/// the framework's own attribute is applied once more afterwards, too late, and says so in the log each time.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WritingFormAttribute : Attribute, IRequestSizeLimitMetadata
{
    public long? MaxRequestBodySize => ServerLimits.WritingBytes;
}
