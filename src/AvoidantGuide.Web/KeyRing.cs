using System.Xml.Linq;
using AvoidantGuide.Journal;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace AvoidantGuide.Web;

/// <summary>
/// The keys that seal forms on their way between two pages, kept in the store so that a form of one server opens on every other.
/// What lies there is encrypted with a key from the settings: a stolen database opens no form.
/// </summary>
public sealed class KeyRing(SharedRing ring, IServiceProvider services) : IXmlRepository
{
    // The framework asks for them from within requests, and knows no other way.
    public IReadOnlyCollection<XElement> GetAllElements() => [.. ring.ReadAsync(CancellationToken.None).GetAwaiter().GetResult().Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) => ring.AddAsync(element.ToString(SaveOptions.DisableFormatting), CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>Makes the first key, once for all servers: two that each made one would not look for the other's until tomorrow.</summary>
    /// <exception cref="JournalStoreException" />
    public Task OpenAsync(CancellationToken cancel) => ring.AloneAsync(
        () =>
        {
            var keys = services.GetRequiredService<IKeyManager>();
            if (keys.GetAllKeys().Count > 0) return;
            var life = services.GetRequiredService<IOptions<KeyManagementOptions>>().Value.NewKeyLifetime;
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            keys.CreateNewKey(now, now + life);
        },
        cancel);
}

public static class KeyRingSetup
{
    /// <param name="key">32 bytes.</param>
    public static void UseSharedRing(this IDataProtectionBuilder protection, byte[] key)
    {
        protection.Services.AddSingleton(new RingCipher(key));
        protection.Services.AddSingleton<KeyRing>();
        protection.Services.AddOptions<KeyManagementOptions>().Configure<KeyRing, RingCipher>((options, ring, cipher) =>
        {
            options.XmlRepository = ring;
            options.XmlEncryptor = cipher;
        });
    }
}
