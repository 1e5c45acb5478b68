using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Transfers.BetweenProvinces;

namespace Modular.Members.Transfers;

/// <summary>What all acts on one transfer take.</summary>
internal abstract record OneTransferInput
{
    /// <summary>The transfer.</summary>
    [ID("Transfer")]
    public required Guid Id { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The day; today where it is left out.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Why, in short.</summary>
    public required string Reason { get; init; }
}

/// <summary>A paper that is sent back.</summary>
internal sealed record ReturnTransferInput : OneTransferInput;

/// <summary>A transfer that is taken back.</summary>
internal sealed record WithdrawTransferInput : OneTransferInput;

/// <summary>A paper that was not presented.</summary>
internal sealed record ReportTransferInput : OneTransferInput;

/// <summary>A temporary stay that is over.</summary>
internal sealed record EndTemporaryTransferInput : OneTransferInput;

/// <summary>A temporary stay that is to last longer.</summary>
internal sealed record ExtendTemporaryTransferInput
{
    /// <summary>The transfer.</summary>
    [ID("Transfer")]
    public required Guid Id { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The new last day.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Why, in short; the home cell reads it.</summary>
    public required string Reason { get; init; }
}

[MutationType]
internal static class CloseTransfer
{
    /// <summary>
    /// Sends the paper back (trả lại giấy giới thiệu): the organization of the receiving side whose turn it is refuses, with its reason. The member
    /// stays where they are, and may be introduced anew.
    /// </summary>
    [Requires(MembersPermissions.Transfer)]
    [Error<NobodyActsOnTheirOwnCase>]
    [Error<TransferIsNotUnderWay>]
    [Error<AnotherOrganizationSignsNow>]
    [Error<ReceivingProvinceAnswers>]
    [Error<DateLiesInTheFuture>]
    [Error<EffectiveDateIsBeforeEarlierFact>]
    public static Task<Result<Transfer>> ReturnTransferAsync(ReturnTransferInput input, TransferClosing closing, CancellationToken cancellationToken) =>
        closing.ReturnAsync(input, cancellationToken);

    /// <summary>Takes a transfer back before it is accepted (rút hồ sơ), by the origin. Numbers that were given stay used.</summary>
    [Requires(MembersPermissions.Transfer)]
    [Error<NobodyActsOnTheirOwnCase>]
    [Error<MemberIsTakenInElsewhere>]
    [Error<TransferIsNotUnderWay>]
    [Error<MemberIsOutOfYourReach>]
    [Error<DateLiesInTheFuture>]
    [Error<EffectiveDateIsBeforeEarlierFact>]
    public static Task<Result<Transfer>> WithdrawTransferAsync(WithdrawTransferInput input, TransferClosing closing, CancellationToken cancellationToken) =>
        closing.WithdrawAsync(input, cancellationToken);

    /// <summary>
    /// Reports that a member has not presented the paper for more than 3 months (báo cáo trường hợp quá 3 tháng không nộp hồ sơ, MEM-04), by the origin.
    /// The transfer stays under way.
    /// </summary>
    [Requires(MembersPermissions.Transfer)]
    [Error<NobodyActsOnTheirOwnCase>]
    [Error<TransferIsNotUnderWay>]
    [Error<MemberIsOutOfYourReach>]
    [Error<TransferIsNotOverdueYet>]
    [Error<DateLiesInTheFuture>]
    [Error<EffectiveDateIsBeforeEarlierFact>]
    public static Task<Result<Transfer>> ReportTransferAsync(ReportTransferInput input, TransferClosing closing, CancellationToken cancellationToken) =>
        closing.ReportAsync(input, cancellationToken);

    /// <summary>Records that a member is back home from a temporary stay (kết thúc sinh hoạt tạm thời): the day is the first one at home.</summary>
    [Requires(MembersPermissions.Transfer)]
    [Error<NobodyActsOnTheirOwnCase>]
    [Error<TransferIsNoTemporaryStay>]
    [Error<MemberIsOutOfYourReach>]
    [Error<DateLiesInTheFuture>]
    [Error<EffectiveDateIsBeforeEarlierFact>]
    public static Task<Result<Transfer>> EndTemporaryTransferAsync(EndTemporaryTransferInput input, TemporaryStays stays, CancellationToken cancellationToken) =>
        stays.EndAsync(input, cancellationToken);

    /// <summary>Extends a temporary stay (gia hạn sinh hoạt tạm thời), asked for at the temporary place (MEM-29).</summary>
    [Requires(MembersPermissions.Transfer)]
    [Error<NobodyActsOnTheirOwnCase>]
    [Error<TransferIsNoTemporaryStay>]
    [Error<MemberIsOutOfYourReach>]
    [Error<TemporaryStayDoesNotFit>]
    public static Task<Result<Transfer>> ExtendTemporaryTransferAsync(
        ExtendTemporaryTransferInput input, TemporaryStays stays, CancellationToken cancellationToken) => stays.ExtendAsync(input, cancellationToken);
}
