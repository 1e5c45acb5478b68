using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;
using Modular.Members.Cells;
using Modular.Members.Contracts;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Transfers.BetweenProvinces;

namespace Modular.Members.Transfers;

/// <summary>Members who are taken in.</summary>
internal sealed record AcceptTransfersInput
{
    /// <summary>The transfers, each once, at most 200.</summary>
    public required IReadOnlyList<ChangedTransferInput> Transfers { get; init; }

    /// <summary>The cell that takes the members in; the destination itself where it is left out and that is a cell.</summary>
    [ID("Organization")]
    public Guid? CellId { get; init; }

    /// <summary>The first day there; today where it is left out.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Who signs for the cell.</summary>
    public string? SignedBy { get; init; }

    /// <summary>The member of the register who signs: holds one of the posts of the policy `members.paper-signers` there on that day (MEM-27).</summary>
    [ID("Member")]
    public Guid? SignedByMemberId { get; init; }

    /// <summary>Why the paper was presented late; needed after the 30 working days (MEM-21).</summary>
    public string? LateReason { get; init; }
}

[MutationType]
internal static class AcceptTransfers
{
    /// <summary>
    /// Takes transferred members in (chi bộ tiếp nhận): from this day on they stand on the list of the cell, and no longer on that of the cell they
    /// left. A temporary transfer leaves them on the list at home (MEM-29). Of a destination outside of the register, the committee that introduced out
    /// records here that it was told of the acceptance; the member then leaves the lists of the province.
    /// </summary>
    [Requires(MembersPermissions.Transfer)]
    [Error<NobodyActsOnTheirOwnCase>]
    [Error<TransferIsNotUnderWay>]
    [Error<AnotherOrganizationSignsNow>]
    [Error<ReceivingProvinceAnswers>]
    [Error<MemberIsOutOfYourReach>]
    [Error<ReceivingCellMustBeNamed>]
    [Error<CellIsNotBelowTheDestination>]
    [Error<MemberDoesNotStandAtTheOrigin>]
    [Error<PaperIsPresentedLate>]
    [Error<SignerHoldsNoSuchPost>]
    [Error<SignerIsNamedByTheRegister>]
    [Error<MembersBelongToCellsOnly>]
    [Error<CellIsNotActive>]
    [Error<CellDidNotExistOn>]
    [Error<CellIsOutOfYourReach>]
    [Error<DateLiesInTheFuture>]
    [Error<EffectiveDateIsBeforeEarlierFact>]
    public static Task<Result<List<Transfer>>> AcceptTransfersAsync(
        AcceptTransfersInput input, TransferAcceptance acceptance, CancellationToken cancellationToken) =>
        acceptance.RunAsync(input, cancellationToken);
}
