using System.Buffers;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using BenchmarkDotNet.Attributes;
using Modular.GraphQL;
using Modular.GraphQL.Execution;
using Modular.GraphQL.TypeSystem;

namespace Modular.Benchmarks.GraphQL;

/// <summary>What telemetry costs a request whose operation is cached: with nobody listening, with metrics, with traces besides.</summary>
[MemoryDiagnoser]
public class TelemetryBenchmarks
{
    private readonly ArrayBufferWriter<byte> output = new(1 << 20);
    private readonly GraphQLEngine engine = new(new() { ExecutionTimeout = null });
    private readonly GraphQLRequest typeName = new(BenchmarkSchema.TypeName);
    private readonly GraphQLRequest nested = new(BenchmarkSchema.Nested);
    private readonly Schema schema = BenchmarkSchema.Build();
    private IDisposable[] listeners = [];

    /// <summary>Who listens.</summary>
    [Params("nobody", "metrics", "metrics and traces")]
    public string Listening { get; set; } = "nobody";

    [GlobalSetup]
    public void Listen() => listeners = Listening switch
    {
        "nobody" => [],
        "metrics" => [Metrics()],
        _ => [Metrics(), Traces()],
    };

    [GlobalCleanup]
    public void Stop()
    {
        foreach (var listener in listeners)
            listener.Dispose();
    }

    [Benchmark]
    public Task<int> Type_name() => AnswerAsync(typeName);

    [Benchmark]
    public Task<int> Nested() => AnswerAsync(nested);

    private async Task<int> AnswerAsync(GraphQLRequest request)
    {
        output.ResetWrittenCount();
        await engine.ExecuteAsync(schema, request, new RequestContext(), output);
        return output.WrittenCount;
    }

    private static MeterListener Metrics()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == GraphQLTelemetry.Name)
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => { });
        listener.SetMeasurementEventCallback<long>((_, _, _, _) => { });
        listener.Start();
        return listener;
    }

    private static ActivityListener Traces()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == GraphQLTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
