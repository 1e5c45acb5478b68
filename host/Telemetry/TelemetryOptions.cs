using Modular.Host.Startup;

namespace Modular.Host.Telemetry;

/// <summary>Settings under <c>Telemetry</c>.</summary>
internal sealed class TelemetryOptions
{
    /// <summary>Where traces and metrics are sent by OTLP over HTTP, for instance <c>http://127.0.0.1:4318</c>; nowhere where this is empty.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The name under which the host appears there.</summary>
    public string ServiceName { get; set; } = "modular";

    /// <summary>The share of traces that is kept, from 0 to 1, where the caller has not decided already.</summary>
    public double SampledShare { get; set; } = 1;

    /// <summary>How often metrics are sent.</summary>
    public TimeSpan MetricsInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether each field of an operation is traced, too; for looking at a slow operation.</summary>
    public bool Fields { get; set; }

    /// <summary>Looks whether the settings make sense.</summary>
    /// <exception cref="HostRefusedToStartException">One does not; the message names it.</exception>
    public TelemetryOptions Checked()
    {
        if (Endpoint is not null && (!Endpoint.IsAbsoluteUri || Endpoint.Scheme is not ("http" or "https")))
            throw new HostRefusedToStartException("The setting Telemetry:Endpoint must be an http or https address.");
        if (SampledShare is not (>= 0 and <= 1))
            throw new HostRefusedToStartException("The setting Telemetry:SampledShare must be from 0 to 1.");
        if (MetricsInterval < TimeSpan.FromSeconds(1) || MetricsInterval > TimeSpan.FromDays(1))
            throw new HostRefusedToStartException("The setting Telemetry:MetricsInterval must be from a second to a day.");
        return this;
    }
}
