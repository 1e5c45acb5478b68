using System.Net;

namespace Modular.Host.Startup;

/// <summary>Settings under <c>Transport</c>: how clients reach the host.</summary>
internal sealed class TransportOptions
{
    /// <summary>Whether requests that came without HTTPS are refused. Health is answered to probes in any case.</summary>
    public bool RequireHttps { get; set; }

    /// <summary>How long browsers are told to come by HTTPS only (Strict-Transport-Security), on answers over HTTPS; zero tells them nothing.</summary>
    public TimeSpan StrictTransportSecurity { get; set; } = TimeSpan.FromDays(365);

    /// <summary>
    /// The addresses or networks (<c>10.1.0.0/16</c>) of the proxies whose word counts on which address and scheme a request came by. Without
    /// any, what such headers say is ignored: anybody could write them.
    /// </summary>
    public IReadOnlyList<string> TrustedProxies { get; set; } = [];

    /// <summary>The same settings, once they make sense.</summary>
    /// <exception cref="HostRefusedToStartException">A proxy is neither an address nor a network, or the time is negative.</exception>
    public TransportOptions Checked()
    {
        if (StrictTransportSecurity < TimeSpan.Zero)
            throw new HostRefusedToStartException("The setting Transport:StrictTransportSecurity must not be negative.");
        foreach (var proxy in TrustedProxies)
            _ = NetworkOf(proxy);
        return this;
    }

    /// <summary>A proxy's address as a network of one, or its network.</summary>
    /// <exception cref="HostRefusedToStartException">It is neither.</exception>
    public static IPNetwork NetworkOf(string proxy)
    {
        if (IPNetwork.TryParse(proxy, out var network))
            return network;
        return IPAddress.TryParse(proxy, out var address)
            ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
            : throw new HostRefusedToStartException($"Transport:TrustedProxies holds '{proxy}', which is neither an address nor a network such as 10.1.0.0/16.");
    }
}
