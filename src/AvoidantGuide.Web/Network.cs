using System.Net;

namespace AvoidantGuide.Web;

internal static class Network
{
    /// <summary>What one household or server has: an address of IPv4, a whole /64 of IPv6.</summary>
    public static IPAddress Of(IPAddress? address)
    {
        if (address is null) return IPAddress.None;
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        if (bytes.Length == 16) bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}
