using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Modular.Host.Startup;

namespace Modular.Host.Identity.SignIn;

/// <summary>Takes the word of the deployment's reverse proxies on the addresses of clients, and of nobody else.</summary>
internal static class TrustedProxies
{
    /// <exception cref="HostRefusedToStartException">One is no address and no network.</exception>
    public static void UseTrustedProxies(this IApplicationBuilder application, IReadOnlyList<string> proxies)
    {
        if (proxies.Count == 0)
            return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            if (IPAddress.TryParse(proxy, out var address))
                options.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(proxy, out var network))
                options.KnownIPNetworks.Add(network);
            else
                throw new HostRefusedToStartException($"The setting Identity:Proxies takes addresses and networks; '{proxy}' is neither.");
        }

        application.UseForwardedHeaders(options);
    }
}
