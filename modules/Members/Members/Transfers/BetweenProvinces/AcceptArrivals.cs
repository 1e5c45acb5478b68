using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;
using Modular.Members.Cards;
using Modular.Members.Cells;
using Modular.Members.Contracts;
using Modular.Members.Memberships;
using Modular.Members.People;

namespace Modular.Members.Transfers.BetweenProvinces;

/// <summary>Members of another province who are taken in.</summary>
internal sealed record AcceptArrivalsInput
{
    /// <summary>The papers, each once, at most 200.</summary>
    public required IReadOnlyList<ChangedArrivalInput> Arrivals { get; init; }

    /// <summary>The cell that takes the members in; the organization whose turn it is where it is left out and that is a cell.</summary>
    [ID("Organization")]
    public Guid? CellId { get; init; }

    /// <summary>The first day there; today where it is left out.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Who signs for the cell.</summary>
    public string? SignedBy { get; init; }

    /// <summary>Signs the boxes of the committees on the way first, where the user may sign for all of them, on the same day and by the same signer.</summary>
    public bool AllInReach { get; init; }

    /// <summary>Why the paper was presented late; needed after the 30 working days (MEM-21).</summary>
    public string? LateReason { get; init; }
}

[MutationType]
internal static class AcceptArrivals
{
    /// <summary>
    /// Takes members of another province in (chi bộ tiếp nhận đảng viên từ tỉnh khác chuyển đến): the sealed file is opened, and from this day on they stand on the list of the
    /// cell, and no longer on one of the province that they left. Their identifiers stay. The committees on the way down have signed their boxes before.
    /// </summary>
    [Requires(MembersPermissions.Transfer)]
    [Error<NobodyActsOnTheirOwnCase>]
    [Error<MemberIsOutOfYourReach>]
    [Error<ArrivalIsSettled>]
    [Error<ReceivingCellMustBeNamed>]
    [Error<CellIsNotBelowTheDestination>]
    [Error<AnotherOrganizationSignsNow>]
    [Error<CommitteesOnTheWaySignFirst>]
    [Error<PaperIsPresentedLate>]
    [Error<MembersBelongToCellsOnly>]
    [Error<CellIsNotActive>]
    [Error<CellDidNotExistOn>]
    [Error<CellIsOutOfYourReach>]
    [Error<CitizenIdIsTaken>]
    [Error<CardNumberIsTaken>]
    [Error<CvNumberIsTaken>]
    [Error<DateLiesInTheFuture>]
    [Error<EffectiveDateIsBeforeEarlierFact>]
    public static Task<Result<List<Arrival>>> AcceptArrivalsAsync(AcceptArrivalsInput input, ArrivalAcceptance acceptance, CancellationToken cancellationToken) =>
        acceptance.RunAsync(input, cancellationToken);
}
