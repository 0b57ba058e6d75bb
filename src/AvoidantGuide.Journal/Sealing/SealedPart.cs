using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace AvoidantGuide.Journal;

/// <summary>One padded, encrypted piece of JSON and the place it belongs to.</summary>
internal static class SealedPart
{
    public static byte[] Seal<T>(T value, JsonTypeInfo<T> type, int step, ReadOnlySpan<byte> key, ReadOnlySpan<byte> associatedData)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(value, type);
        var padded = Padding.Pad(json, step);
        try
        {
            return Blob.Seal(key, padded, associatedData);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(json);
            CryptographicOperations.ZeroMemory(padded);
        }
    }

    /// <summary>Null when the blob is damaged or belongs elsewhere.</summary>
    public static T? Open<T>(byte[] blob, JsonTypeInfo<T> type, ReadOnlySpan<byte> key, ReadOnlySpan<byte> associatedData)
        where T : class
    {
        if (Blob.Open(key, blob, associatedData) is not { } padded) return null;
        try
        {
            return Padding.TryUnpad(padded, out var json) ? JsonSerializer.Deserialize(json, type) : null;
        }
        catch (JsonException)
        {
            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(padded);
        }
    }
}
