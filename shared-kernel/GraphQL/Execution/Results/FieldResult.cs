using Modular.GraphQL.Planning;

namespace Modular.GraphQL.Execution;

/// <summary>A field on its way from being started to being a column.</summary>
internal sealed class FieldResult(PlannedField planned, ObjectGroup parents)
{
    public PlannedField Planned { get; } = planned;

    public ObjectGroup Parents { get; } = parents;

    public FieldExecution? Execution { get; set; }

    /// <summary>When the resolver was started, as a timestamp of <see cref="System.Diagnostics.Stopwatch"/>; 0 when nobody asks.</summary>
    public long StartedAt { get; set; }

    /// <summary>The started resolver; awaited once.</summary>
    public ValueTask<Column> Pending { get; set; }

    /// <summary>The items that are delivered later, when the field is a streamed list.</summary>
    public StreamedItems? Streamed { get; set; }

    /// <summary>What the field turned out to be; <see langword="null"/> until it is complete, and for mutations that were not run.</summary>
    public ColumnNode? Node { get; set; }
}
