using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Memberships;

namespace Modular.Members.Transfers;

/// <summary>Boxes of introduction papers that are signed.</summary>
internal sealed record SignTransfersInput
{
    /// <summary>The transfers, each once, at most 200.</summary>
    public required IReadOnlyList<ChangedTransferInput> Transfers { get; init; }

    /// <summary>The day of the signature; today where it is left out.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Who signs (MEM-27), as the paper says it.</summary>
    public string? SignedBy { get; init; }

    /// <summary>The member of the register who signs: holds one of the posts of the policy `members.paper-signers` there on that day (MEM-27).</summary>
    [ID("Member")]
    public Guid? SignedByMemberId { get; init; }

    /// <summary>The month to which dues are paid, by any day in it (MEM-25); needed when the paper is completed, unless it was given before. Internal papers need none.</summary>
    public DateOnly? DuesPaidThrough { get; init; }

    /// <summary>Signs all boxes of the side in a row for which the user may sign, not only the next.</summary>
    public bool AllInReach { get; init; }
}

[MutationType]
internal static class SignTransfers
{
    /// <summary>
    /// Signs the next box of introduction papers (ký ô tiếp theo trên giấy giới thiệu) for the organization whose turn it is, and enters it in that
    /// organization's register of introductions under the next number. The last introducing box completes the paper; from then on the receiving side
    /// sees the transfer, and the member has 30 working days to present it. The box of the receiving cell is signed by <c>acceptTransfers</c>.
    /// </summary>
    [Requires(MembersPermissions.Transfer)]
    [Error<NobodyActsOnTheirOwnCase>]
    [Error<TransferIsNotUnderWay>]
    [Error<AnotherOrganizationSignsNow>]
    [Error<ReceivingCellAcceptsNow>]
    [Error<DuesOfTheMonthAreNotPaid>]
    [Error<SignerHoldsNoSuchPost>]
    [Error<SignerIsNamedByTheRegister>]
    [Error<DateLiesInTheFuture>]
    [Error<EffectiveDateIsBeforeEarlierFact>]
    public static Task<Result<List<Transfer>>> SignTransfersAsync(SignTransfersInput input, TransferSigning signing, CancellationToken cancellationToken) =>
        signing.RunAsync(input, cancellationToken);
}
