using System.Globalization;
using Microsoft.AspNetCore.HttpOverrides;

namespace Modular.Host.Startup;

/// <summary>What holds for every answer, whoever gives it: by which way it may come, and what browsers may do with it.</summary>
internal static class TransportSecurity
{
    // Answers are data: a browser that is made to show one as a page loads nothing with it and shows it in no frame. Pages say what they need.
    private const string DataPolicy = "default-src 'none'; frame-ancestors 'none'";
    private const string HealthPath = "/health";

    /// <summary>Stands before everything else.</summary>
    public static void UseTransportSecurity(this IApplicationBuilder application, TransportOptions options)
    {
        if (options.TrustedProxies.Count > 0)
            application.UseForwardedHeaders(Forwarding(options));
        var strict = options.StrictTransportSecurity > TimeSpan.Zero
            ? string.Create(CultureInfo.InvariantCulture, $"max-age={(long)options.StrictTransportSecurity.TotalSeconds}; includeSubDomains")
            : null;
        application.Use(next => http =>
        {
            Protect(http.Response);
            if (http.Request.IsHttps)
                http.Response.Headers.StrictTransportSecurity = strict;
            else if (options.RequireHttps && !http.Request.Path.StartsWithSegments(HealthPath, StringComparison.Ordinal))
                return PlainAnswers.RefuseWithoutHttpsAsync(http);
            return next(http);
        });
    }

    /// <summary>Puts the headers of protection on an answer.</summary>
    public static void Protect(HttpResponse response)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = DataPolicy;
    }

    private static ForwardedHeadersOptions Forwarding(TransportOptions options)
    {
        var forwarding = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        forwarding.KnownIPNetworks.Clear();
        forwarding.KnownProxies.Clear();
        foreach (var proxy in options.TrustedProxies)
            forwarding.KnownIPNetworks.Add(TransportOptions.NetworkOf(proxy));
        return forwarding;
    }
}
