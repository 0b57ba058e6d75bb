using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>
/// A form on its way between two pages, unreadable to whoever sees the screen or its source: words whose session ended,
/// and a first entry whose journal does not exist yet. Nothing of it is stored anywhere but in the page itself.
/// </summary>
public sealed class SealedForms(IDataProtectionProvider protection, TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromHours(2);

    private static readonly JsonSerializerOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly IDataProtector _protector = protection.CreateProtector("AvoidantGuide.SealedForm.v1");

    /// <summary>Null when it is more than the next form could carry.</summary>
    public string? Seal(SealedForm form)
    {
        var text = WebEncoders.Base64UrlEncode(_protector.Protect(JsonSerializer.SerializeToUtf8Bytes(new Envelope(clock.GetUtcNow() + Life, form), _json)));
        return text.Length <= ServerLimits.WritingBytes - ServerLimits.RequestBytes ? text : null;
    }

    /// <summary>Null when it was sealed more than two hours ago, or not here.</summary>
    public SealedForm? Open(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        try
        {
            var envelope = JsonSerializer.Deserialize<Envelope>(_protector.Unprotect(WebEncoders.Base64UrlDecode(text)), _json);
            return envelope is not null && envelope.Until > clock.GetUtcNow() ? envelope.Form : null;
        }
        catch (Exception damaged) when (damaged is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    private sealed record Envelope(DateTimeOffset Until, SealedForm Form);
}

/// <param name="Journal">The journal the words belong to; null where none exists yet.</param>
/// <param name="Code">The ten words of a journal that does not exist yet.</param>
/// <param name="Asked">Which two of them (from 1) are asked back.</param>
/// <param name="Fields">The entry's form as it was posted.</param>
public sealed record SealedForm(Guid? Journal, string? Code, IReadOnlyList<int> Asked, IReadOnlyDictionary<string, string[]> Fields);
