using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Modular.Kernel.Postgres.Telemetry;

/// <summary>
/// What the kernel tells those who listen: batches of SQL and lanes of modules, by numbers and by names of modules alone; never a statement's values. When
/// nobody listens it costs a comparison.
/// </summary>
public static class KernelTelemetry
{
    /// <summary>The name of the source of activities and of the meter.</summary>
    public const string Name = "Modular.Kernel";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> BatchDuration = Meter.CreateHistogram<double>(
        "modular.sql.batch.duration", "s", "How long batches of SQL took, from the first byte sent to the last row read.");

    private static readonly Histogram<long> BatchSize = Meter.CreateHistogram<long>("modular.sql.batch.statements", "{statement}", "How many statements batches had.");

    private static readonly Histogram<double> LaneWait = Meter.CreateHistogram<double>("modular.lane.wait", "s", "How long resolvers waited for their module's lane.");

    private static readonly Histogram<double> LaneDuration = Meter.CreateHistogram<double>("modular.lane.duration", "s", "How long resolvers occupied their module's lane.");

    private static readonly Counter<long> AnalyzeFailures = Meter.CreateCounter<long>(
        "modular.sql.analyze.failures", "{failure}", "How often PostgreSQL could not be made to look at tables that grew.");

    /// <summary>Counts that tables which grew were not looked at.</summary>
    internal static void AnalyzeFailed() => AnalyzeFailures.Add(1);

    /// <summary>Measures a batch of statements until what is returned is disposed.</summary>
    internal static BatchMeasure BeginBatch(int statements) => BatchDuration.Enabled || Source.HasListeners() ? new(statements) : default;

    /// <summary>Measures a lane: the wait for it, then its use, until what is returned is disposed.</summary>
    internal static LaneMeasure BeginLane(string module) => LaneDuration.Enabled || Source.HasListeners() ? new(module) : default;

    /// <summary>A batch that is measured, or none.</summary>
    internal readonly struct BatchMeasure : IDisposable
    {
        private readonly long start;
        private readonly int statements;
        private readonly Activity? activity;

        public BatchMeasure(int statements)
        {
            this.statements = statements;
            start = Stopwatch.GetTimestamp();
            activity = Source.StartActivity("sql batch", ActivityKind.Client);
            activity?.SetTag("db.system.name", "postgresql").SetTag("db.operation.batch.size", statements);
        }

        /// <summary>Says that a statement failed, by its SQLSTATE.</summary>
        public void Failed(string state) => activity?.SetTag("db.response.status_code", state).SetStatus(ActivityStatusCode.Error);

        public void Dispose()
        {
            if (start == 0) return;
            BatchDuration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds);
            BatchSize.Record(statements);
            activity?.Dispose();
        }
    }

    /// <summary>A lane that is measured, or none.</summary>
    internal readonly struct LaneMeasure : IDisposable
    {
        private readonly long start;
        private readonly string? module;
        private readonly Activity? activity;

        public LaneMeasure(string module)
        {
            this.module = module;
            start = Stopwatch.GetTimestamp();
            activity = Source.StartActivity("lane");
            activity?.SetTag("modular.module", module);
        }

        /// <summary>Says that the lane is free at last.</summary>
        public void Entered()
        {
            if (module is null) return;
            LaneWait.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, new KeyValuePair<string, object?>("modular.module", module));
            activity?.AddEvent(new ActivityEvent("entered"));
        }

        public void Dispose()
        {
            if (module is null) return;
            LaneDuration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, new KeyValuePair<string, object?>("modular.module", module));
            activity?.Dispose();
        }
    }
}
