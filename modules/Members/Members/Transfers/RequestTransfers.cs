using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Transfers.BetweenProvinces;

namespace Modular.Members.Transfers;

/// <summary>A member who is to be transferred.</summary>
internal sealed record TransferredMemberInput
{
    /// <summary>The member.</summary>
    [ID("Member")]
    public required Guid MemberId { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }
}

/// <summary>Transfers that are asked for together: one member, or a list under one decision (chuyển theo danh sách).</summary>
internal sealed record RequestTransfersInput
{
    /// <summary>How many members one request takes at most.</summary>
    internal const int Most = 200;

    /// <summary>The members, each once, at most 200.</summary>
    public required IReadOnlyList<TransferredMemberInput> Members { get; init; }

    /// <summary>The kind of transfer.</summary>
    public required TransferKind Kind { get; init; }

    /// <summary>What makes it necessary.</summary>
    public required TransferCause Cause { get; init; }

    /// <summary>The day on which the decision takes effect or the change happened, from which 60 working days count (MEM-20).</summary>
    public required DateOnly ChangedOn { get; init; }

    /// <summary>The day of the request; today where it is left out.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Why the procedure starts late; needed after the 60 working days.</summary>
    public string? LateReason { get; init; }

    /// <summary>The cell, or the committee above it, to which the members go.</summary>
    [ID("Organization")]
    public Guid? DestinationId { get; init; }

    /// <summary>The committee to which they go, where it is outside of the register: another province, the armed forces, abroad.</summary>
    public string? DestinationName { get; init; }

    /// <summary>
    /// The other province of this system to which the paper goes, one of <c>correspondingProvinces</c>; its name is enough as destination. For official transfers.
    /// </summary>
    public string? DestinationProvince { get; init; }

    /// <summary>The code of the receiving organization in that province, where it is known: the paper is laid before it at once.</summary>
    public string? DestinationCode { get; init; }

    /// <summary>The decision or paper on the move (MEM-23); needed but for study and temporary stays.</summary>
    public MemberDecisionInput? Decision { get; init; }

    /// <summary>The year of the self-review in the dossier: the last one, or this (MEM-23). Internal transfers need none.</summary>
    public int? SelfReviewYear { get; init; }

    /// <summary>
    /// The number of the dossier on the National Public Service Portal (mã hồ sơ trên Cổng Dịch vụ công quốc gia), where the member asked there (MEM-33). A dossier is one member's.
    /// </summary>
    public string? PortalReference { get; init; }

    /// <summary>The planned last day of a temporary transfer (MEM-28).</summary>
    public DateOnly? TemporaryUntil { get; init; }

    /// <summary>More about the reason, for the history.</summary>
    public string? Reason { get; init; }
}

[MutationType]
internal static class RequestTransfers
{
    /// <summary>
    /// Starts transfers of Party activities (chuyển sinh hoạt đảng): of one member, or of a list of members who go to the same place under one
    /// decision; all of them, or none when something stands against one. The boxes of the introduction papers follow from the tree.
    /// </summary>
    [Requires(MembersPermissions.Transfer)]
    [Error<MemberIsOutOfYourReach>]
    [Error<NobodyActsOnTheirOwnCase>]
    [Error<OnlyMembersAreTransferred>]
    [Error<TransferIsOpenAlready>]
    [Error<SuspendedMembersAreNotTransferred>]
    [Error<MemberIsTemporarilyElsewhere>]
    [Error<TransferStartsLate>]
    [Error<TransferNeedsDecision>]
    [Error<SelfReviewOfTheLastYearIsMissing>]
    [Error<DestinationIsGivenOnce>]
    [Error<ProvinceTakesNoPapers>]
    [Error<OrganizationTakesNobodyIn>]
    [Error<DestinationHoldsTheMemberAlready>]
    [Error<PortalDossierIsOfOneMember>]
    [Error<PortalDossierIsTakenAlready>]
    [Error<InternalTransferStaysInTheGrassrootsOrganization>]
    [Error<TransferWithinAGrassrootsOrganizationIsInternal>]
    [Error<TemporaryStayDoesNotFit>]
    [Error<DateLiesInTheFuture>]
    public static Task<Result<List<Transfer>>> RequestTransfersAsync(
        RequestTransfersInput input, TransferRequests requests, CancellationToken cancellationToken) =>
        requests.RunAsync(input, cancellationToken);
}
