using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Modular.TestKit;

namespace Modular.Host.Tests.Telemetry;

/// <summary>Listens to everything that a trace and the meters of the host tell.</summary>
internal sealed class Watch : IDisposable
{
    private readonly ActivityListener traces;
    private readonly MeterListener metrics = new();
    private readonly ActivityTraceId trace;
    private readonly SemaphoreSlim requestsEnded = new(0);

    public Watch(ActivityTraceId trace)
    {
        this.trace = trace;
        traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Modular.GraphQL" or "Modular.Kernel" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Stopped,
        };
        ActivitySource.AddActivityListener(traces);
        metrics.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name is "Modular.GraphQL" or "Modular.Kernel")
                listener.EnableMeasurementEvents(instrument);
        };
        metrics.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Measured(instrument, tags));
        metrics.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Measured(instrument, tags));
        metrics.Start();
    }

    /// <summary>The activities of the trace.</summary>
    public ConcurrentQueue<Activity> Activities { get; } = [];

    /// <summary>What was measured, each with its tags; by whatever requests there were.</summary>
    public ConcurrentDictionary<string, bool> Measurements { get; } = [];

    /// <summary>Everything that was told, as one text.</summary>
    public string Everything =>
        string.Join('\n', Activities.Select(activity => $"{activity.DisplayName} {activity.OperationName} {Text(activity.TagObjects)}").Concat(Measurements.Keys));

    /// <summary>Waits until the host has ended so many requests: a client sees the end of an answer before the host ends the request's activity.</summary>
    public async Task WaitForRequestsAsync(int count, CancellationToken cancellationToken)
    {
        for (var ended = 0; ended < count; ended++)
            await requestsEnded.WaitAsync(cancellationToken).PatientlyAsync();
    }

    public void Dispose()
    {
        traces.Dispose();
        metrics.Dispose();
        requestsEnded.Dispose();
    }

    private void Stopped(Activity activity)
    {
        if (activity.TraceId != trace)
            return;
        Activities.Enqueue(activity);
        if (activity.Source.Name == "Microsoft.AspNetCore")
            requestsEnded.Release();
    }

    private void Measured(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        Measurements.TryAdd($"{instrument.Name} {Text(tags.ToArray())}".TrimEnd(), true);

    private static string Text(IEnumerable<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.Select(tag => $"{tag.Key}={tag.Value}"));
}
