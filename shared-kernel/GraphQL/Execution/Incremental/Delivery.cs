using System.Collections.Immutable;

namespace Modular.GraphQL.Execution;

/// <summary>Something that is delivered later: announced under an id, completed once.</summary>
/// <param name="label">The label that the operation gives it.</param>
/// <param name="path">Where in the response it belongs.</param>
internal abstract class Delivery(string? label, ImmutableArray<object> path)
{
    public string? Label { get; } = label;

    public ImmutableArray<object> Path { get; } = path;

    /// <summary>The id by which the response speaks of it; given when it is announced.</summary>
    public int Id { get; set; }

    public DeliveryState State { get; set; }
}

/// <summary>How far a delivery is.</summary>
internal enum DeliveryState
{
    /// <summary>Found, but what it lies within has not been delivered yet.</summary>
    Waiting,

    /// <summary>The client knows its id.</summary>
    Announced,

    /// <summary>Completed, failed, or fallen away with what it lies within.</summary>
    Over,
}

/// <summary>A deferred fragment at one object of the response.</summary>
/// <param name="label">The label that the operation gives it.</param>
/// <param name="path">The path of the object.</param>
/// <param name="parent">The deferred fragment that it lies within.</param>
internal sealed class DeferredFragment(string? label, ImmutableArray<object> path, DeferredFragment? parent) : Delivery(label, path)
{
    public DeferredFragment? Parent { get; } = parent;

    /// <summary>The deferred fragments that lie within.</summary>
    public List<DeferredFragment> Children { get; } = [];

    /// <summary>What it consists of and no other fragment has delivered.</summary>
    public List<DeferredTask> Tasks { get; } = [];

    /// <summary>How many of the tasks are still to be done.</summary>
    public int Unfinished { get; set; }
}

/// <summary>Fields of one object that are delivered by one or several deferred fragments.</summary>
/// <param name="path">The path of the object.</param>
/// <param name="fragments">The fragments.</param>
/// <param name="scope">The fragments that hold the object.</param>
internal sealed class DeferredTask(ImmutableArray<object> path, DeferredFragment[] fragments, DeliveryScope? scope)
{
    public ImmutableArray<object> Path { get; } = path;

    public IReadOnlyList<DeferredFragment> Fragments { get; } = fragments;

    public DeliveryScope? Scope { get; } = scope;

    /// <summary>The executed fields; <see langword="null"/> until they are.</summary>
    public ObjectGroup? Result { get; set; }

    /// <summary>Which object of <see cref="Result"/> it is.</summary>
    public int Index { get; set; }

    /// <summary>The errors of the fields.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; set; } = [];

    /// <summary>Why the object would be null with these fields, so that no fragment can deliver them.</summary>
    public GraphQLError? Failure { get; set; }

    /// <summary>The streamed lists within, which are announced with the task's fragment.</summary>
    public List<StreamedList> Lists { get; } = [];

    public bool IsStillWanted => Fragments.Any(fragment => fragment.State != DeliveryState.Over);
}

/// <summary>A streamed list at one place of the response.</summary>
/// <param name="field">The field for all of its parents.</param>
/// <param name="parent">Which parent it is.</param>
/// <param name="path">The path of the list.</param>
internal sealed class StreamedList(FieldResult field, int parent, ImmutableArray<object> path)
    : Delivery(field.Planned.Incremental!.Stream!.Label, path)
{
    public int Parent { get; } = parent;

    /// <summary>The next item to be delivered, counted over the items of all lists of the field.</summary>
    public int Next { get; set; } = field.Streamed!.LaterStart(parent);

    /// <summary>The end of the list's items, exclusive.</summary>
    public int End { get; } = field.Streamed.End(parent);

    /// <summary>The index in the list of an item that is counted over all lists.</summary>
    public int IndexOf(int item) => item - field.Streamed!.Start(Parent);
}
