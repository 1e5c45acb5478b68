using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Modular.Host.Identity.SignIn;

/// <summary>Where a request comes from, as far as tries are counted and sessions are listed by it.</summary>
/// <param name="Address">The address; absent where there is none to be known.</param>
/// <param name="Network">What counts as one place: an IPv4 address, or the /64 network of an IPv6 one, which one client owns as a whole.</param>
/// <param name="Client">The program, as it names itself.</param>
internal sealed record Caller(string? Address, string Network, string? Client)
{
    private const int LongestClient = 200;

    public static Caller Of(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress;
        var client = http.Request.Headers.UserAgent.ToString();
        return new Caller(
            address?.ToString(),
            address is null ? "none" : NetworkOf(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address),
            client.Length == 0 ? null : string.Concat(client.Where(letter => letter is >= ' ' and <= '~').Take(LongestClient)));
    }

    public static string NetworkOf(IPAddress address) => address.AddressFamily == AddressFamily.InterNetworkV6
        ? string.Join(':', address.GetAddressBytes().Take(8).Select(part => part.ToString("x2", CultureInfo.InvariantCulture)))
        : address.ToString();
}
