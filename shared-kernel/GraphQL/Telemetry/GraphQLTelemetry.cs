using System.Diagnostics;
using System.Diagnostics.Metrics;
using Modular.GraphQL.Planning;

namespace Modular.GraphQL;

/// <summary>
/// What the engine tells those who listen: traces and metrics of .NET (<c>System.Diagnostics</c>), which any exporter takes. It tells what was asked by the
/// names of the schema alone: no document, no variable, no argument, no alias, no name that a client chose. When nobody listens it costs a comparison.
/// </summary>
public static class GraphQLTelemetry
{
    /// <summary>The name of the source of activities and of the meter.</summary>
    public const string Name = "Modular.GraphQL";

    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "graphql.operation.duration", "s", "How long operations took, from the document to the written response.");

    private static readonly Counter<long> Errors = Meter.CreateCounter<long>("graphql.operation.errors", "{error}", "The errors of responses, by their code.");

    private static readonly Histogram<double> Cost = Meter.CreateHistogram<double>("graphql.operation.cost", "{object}", "What operations were estimated to cost at most.");

    private static readonly Histogram<double> PhaseDuration = Meter.CreateHistogram<double>(
        "graphql.phase.duration", "s", "How long it took to parse, validate or plan an operation that was not cached.");

    private static readonly Counter<long> CacheLookups = Meter.CreateCounter<long>("graphql.operation_cache.lookups", "{lookup}", "Whether operations were cached.");

    private static readonly KeyValuePair<string, object?> Hit = new("graphql.cache.hit", true);
    private static readonly KeyValuePair<string, object?> Miss = new("graphql.cache.hit", false);

    internal static ActivitySource Source { get; } = new(Name);

    /// <summary>Whether anybody wants to know how operations go.</summary>
    internal static bool IsWatched => Source.HasListeners() || Duration.Enabled;

    /// <summary>Measures an operation.</summary>
    /// <param name="execute">Executes it.</param>
    /// <param name="outcomeOf">How it ended.</param>
    internal static async ValueTask<T> MeasureAsync<T>(Func<ValueTask<T>> execute, Func<T, ExecutionOutcome> outcomeOf)
    {
        using var activity = Source.StartActivity("graphql");
        var start = Stopwatch.GetTimestamp();
        ExecutionOutcome? outcome = null;
        try
        {
            var result = await execute();
            outcome = outcomeOf(result);
            return result;
        }
        finally
        {
            // Without an outcome the client went away, or the response became too large.
            var ending = outcome is null ? "abandoned" : NameOf(outcome.Value.Status);
            var type = outcome?.Operation?.ToString().ToLowerInvariant() ?? "unknown";
            Duration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, new("graphql.operation.type", type), new("graphql.outcome", ending));
            Describe(activity, type, ending, outcome);
        }
    }

    /// <summary>Says of the operation at hand what its plan tells.</summary>
    internal static void Planned(CompiledOperation operation, double cost)
    {
        if (Cost.Enabled) Cost.Record(cost);
        if (Activity.Current is not { IsAllDataRequested: true } activity || activity.Source != Source) return;
        activity.SetTag("graphql.document.hash", operation.DocumentHash);
        activity.SetTag("graphql.operation.cost", cost);
    }

    internal static void LookedUp(bool hit)
    {
        if (CacheLookups.Enabled) CacheLookups.Add(1, hit ? Hit : Miss);
    }

    internal static void Failed(IReadOnlyList<GraphQLError> errors)
    {
        if (!Errors.Enabled) return;
        foreach (var error in errors) Errors.Add(1, new KeyValuePair<string, object?>("graphql.error.code", error.Code ?? "NONE"));
    }

    /// <summary>Measures a phase until what is returned is disposed.</summary>
    internal static Phase Begin(string phase) => PhaseDuration.Enabled || Source.HasListeners() ? new(phase) : default;

    private static void Describe(Activity? activity, string type, string ending, ExecutionOutcome? outcome)
    {
        if (activity is not { IsAllDataRequested: true }) return;
        activity.DisplayName = type;
        activity.SetTag("graphql.operation.type", type);
        activity.SetTag("graphql.outcome", ending);
        activity.SetTag("graphql.error.count", outcome?.ErrorCount);
        if (outcome is not { Status: ExecutionStatus.Executed, HasData: true }) activity.SetStatus(ActivityStatusCode.Error, ending);
    }

    private static string NameOf(ExecutionStatus status) => status switch
    {
        ExecutionStatus.Executed => "executed",
        ExecutionStatus.SyntaxError => "syntax_error",
        ExecutionStatus.ValidationFailed => "validation_failed",
        ExecutionStatus.OperationNotFound => "operation_not_found",
        ExecutionStatus.OperationNotAllowed => "operation_not_allowed",
        ExecutionStatus.VariablesInvalid => "variables_invalid",
        ExecutionStatus.PlanningFailed => "planning_failed",
        ExecutionStatus.TimedOut => "timed_out",
        _ => "failed",
    };

    /// <summary>A phase that is measured, or none.</summary>
    internal readonly struct Phase : IDisposable
    {
        private readonly string? name;
        private readonly long start;
        private readonly Activity? activity;

        public Phase(string name)
        {
            this.name = name;
            start = Stopwatch.GetTimestamp();
            activity = Source.StartActivity($"graphql.{name}");
        }

        public void Dispose()
        {
            if (name is null) return;
            PhaseDuration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, new KeyValuePair<string, object?>("graphql.phase", name));
            activity?.Dispose();
        }
    }
}
