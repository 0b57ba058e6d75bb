using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace AvoidantGuide.Web;

/// <summary>AES-256-GCM with the key that all servers share: nonce, ciphertext and tag in base64.</summary>
public sealed class RingCipher(byte[] key) : IXmlEncryptor
{
    private const int NonceSize = 12, TagSize = 16;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var all = new byte[NonceSize + plain.Length + TagSize];
        RandomNumberGenerator.Fill(all.AsSpan(0, NonceSize));
        using (var cipher = new AesGcm(key, TagSize)) cipher.Encrypt(all.AsSpan(0, NonceSize), plain, all.AsSpan(NonceSize, plain.Length), all.AsSpan(NonceSize + plain.Length));
        CryptographicOperations.ZeroMemory(plain);
        return new EncryptedXmlInfo(new XElement("sealed", Convert.ToBase64String(all)), typeof(Opener));
    }

    /// <exception cref="CryptographicException">It was sealed with another key, or changed since.</exception>
    private XElement Decrypt(XElement element)
    {
        var all = Convert.FromBase64String(element.Value);
        var plain = new byte[all.Length - NonceSize - TagSize];
        using (var cipher = new AesGcm(key, TagSize)) cipher.Decrypt(all.AsSpan(0, NonceSize), all.AsSpan(NonceSize, plain.Length), all.AsSpan(NonceSize + plain.Length), plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }

    /// <summary>The framework makes it by the name that stands beside the ciphertext.</summary>
    public sealed class Opener(IServiceProvider services) : IXmlDecryptor
    {
        public XElement Decrypt(XElement encryptedElement) => services.GetRequiredService<RingCipher>().Decrypt(encryptedElement);
    }
}
