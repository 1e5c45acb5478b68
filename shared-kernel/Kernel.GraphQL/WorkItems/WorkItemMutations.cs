using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Results;

namespace Modular.Kernel.GraphQL.WorkItems;

/// <summary>Somebody who is to do it.</summary>
internal sealed record AssignWorkItemInput
{
    /// <summary>The item.</summary>
    [ID("WorkItem")]
    public required Guid Id { get; init; }

    /// <summary>The version that the caller saw.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The name under which the user signs in, also your own; null takes the item back from whoever has it.</summary>
    public string? UserName { get; init; }
}

/// <summary>A note on an item.</summary>
internal sealed record NoteWorkItemInput
{
    /// <summary>The item.</summary>
    [ID("WorkItem")]
    public required Guid Id { get; init; }

    /// <summary>The version that the caller saw.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The note, in place of any earlier one; null takes it away. At most 1,000 characters.</summary>
    public string? Note { get; init; }
}

[MutationType]
internal static class WorkItemMutations
{
    /// <summary>
    /// Gives an open item to a user (giao việc), or takes it back. Nobody closes an item: it closes when what was due has happened.
    /// </summary>
    [Public("It takes the permission by which items of the kind are handled, at the item's organization.")]
    [Error<WorkItemIsClosed>]
    [Error<WorkItemIsNotYoursToHandle>]
    [Error<AssigneeMayNotSeeTheItem>]
    public static Task<Result<WorkItem>> AssignWorkItemAsync(
        AssignWorkItemInput input, WorkItemHandling handling, CancellationToken cancellationToken) => handling.AssignAsync(input, cancellationToken);

    /// <summary>Writes a note on an open item (ghi chú), for whoever sees it.</summary>
    [Public("It takes the permission by which items of the kind are handled, at the item's organization.")]
    [Error<WorkItemIsClosed>]
    [Error<WorkItemIsNotYoursToHandle>]
    public static Task<Result<WorkItem>> NoteWorkItemAsync(
        NoteWorkItemInput input, WorkItemHandling handling, CancellationToken cancellationToken) => handling.NoteAsync(input, cancellationToken);
}
