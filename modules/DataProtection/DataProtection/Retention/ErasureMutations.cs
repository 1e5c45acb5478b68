using Modular.DataProtection.Contracts;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Retention;
using Modular.Kernel.Results;

namespace Modular.DataProtection.Retention;

/// <summary>Persons whose data are no more to be kept.</summary>
internal sealed record ProposeErasureInput
{
    /// <summary>The persons, 1 to 200.</summary>
    [ID("Member")]
    public required IReadOnlyList<Guid> MemberIds { get; init; }

    /// <summary>Which classes of their data; without it all that are due of each person.</summary>
    public IReadOnlyList<RetentionClass>? Classes { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Number and symbol of the decision on which it rests.</summary>
    public required string DecisionNumber { get; init; }
}

/// <summary>An erasure that is approved.</summary>
internal sealed record ExecuteErasureInput
{
    /// <summary>The erasure.</summary>
    public required Guid Key { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }
}

/// <summary>An erasure that is not to be.</summary>
internal sealed record RejectErasureInput
{
    /// <summary>The erasure.</summary>
    public required Guid Key { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>An erasure as it stands after an act.</summary>
/// <param name="Key">The erasure.</param>
/// <param name="Version">Its version.</param>
/// <param name="State">How far it has come.</param>
/// <param name="PersonCount">How many persons it is about.</param>
/// <param name="RowCount">Through how many rows it went; null while it is not executed.</param>
[Classified(Modular.Kernel.Access.DataClass.Internal)]
internal sealed record ErasureOutcome(Guid Key, int Version, ErasureState State, int PersonCount, long? RowCount);

[MutationType]
internal static class ErasureMutations
{
    /// <summary>Proposes to erase what names persons whose data are no more to be kept. Nothing is erased before somebody else approves it.</summary>
    [Requires(DataProtectionPermissions.ProposeErasure)]
    [Error<DataAreStillToBeKept>]
    public static Task<Result<ErasureOutcome>> ProposeErasureAsync(ProposeErasureInput input, ErasureActs acts, CancellationToken cancellationToken) =>
        acts.ProposeAsync(input, cancellationToken);

    /// <summary>
    /// Approves an erasure and erases the data of its classes: names, numbers, addresses, texts about the persons, in every module and in the history of changes. Periods, days, sex, birth year and
    /// the like stay, so that no figure of any day changes. It cannot be undone.
    /// </summary>
    [Requires(DataProtectionPermissions.ExecuteErasure)]
    [Error<ErasureTakesASecondPersonOfTheProvince>]
    [Error<ErasureIsClosed>]
    [Error<DataAreStillToBeKept>]
    public static Task<Result<ErasureOutcome>> ExecuteErasureAsync(ExecuteErasureInput input, ErasureActs acts, CancellationToken cancellationToken) =>
        acts.ExecuteAsync(input, cancellationToken);

    /// <summary>Rejects an erasure, or withdraws one's own.</summary>
    [Requires(DataProtectionPermissions.ProposeErasure)]
    [Error<ErasureIsClosed>]
    public static Task<Result<ErasureOutcome>> RejectErasureAsync(RejectErasureInput input, ErasureActs acts, CancellationToken cancellationToken) =>
        acts.RejectAsync(input, cancellationToken);
}
