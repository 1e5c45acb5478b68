using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Transfers.BetweenProvinces;

namespace Modular.Members.Deaths;

/// <summary>The death of a member.</summary>
internal sealed record RecordDeathInput
{
    /// <summary>The member.</summary>
    [ID("Member")]
    public required Guid MemberId { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The day of the death (ngày từ trần).</summary>
    public required DateOnly DiedOn { get; init; }

    /// <summary>The day on which the slip was made; today where left out.</summary>
    public DateOnly? SlipMadeOn { get; init; }
}

/// <summary>A slip about somebody who has left.</summary>
internal sealed record MakeDepartureSlipInput
{
    /// <summary>The former member.</summary>
    [ID("Member")]
    public required Guid MemberId { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The day on which it was made.</summary>
    public required DateOnly MadeOn { get; init; }
}

/// <summary>A slip that was sent up.</summary>
internal sealed record SendDepartureSlipInput
{
    /// <summary>The slip.</summary>
    [ID("DepartureSlip")]
    public required Guid Id { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The day on which it was sent with the file.</summary>
    public required DateOnly SentOn { get; init; }
}

[MutationType]
internal static class SlipMutations
{
    /// <summary>
    /// Records the death of a member with the slip about it (đảng viên từ trần): membership, cell, card, circumstances and posts end; badges stay with the family.
    /// </summary>
    [Requires(MembersPermissions.ChangeStatus)]
    [Error<MemberIsOutOfYourReach>]
    [Error<NobodyActsOnTheirOwnCase>]
    [Error<StatusMayNotFollow>]
    [Error<MemberIsTakenInElsewhere>]
    [Error<SlipIsMadeBeforeTheDeparture>]
    [Error<DateLiesInTheFuture>]
    [Error<EffectiveDateIsBeforeEarlierFact>]
    public static Task<Result<DepartureSlip>> RecordDeathAsync(RecordDeathInput input, DepartureSlips slips, CancellationToken cancellationToken) =>
        slips.RecordDeathAsync(input, cancellationToken);

    /// <summary>Records the slip about a member who died or left the Party (lập phiếu báo), where the departure itself is recorded already.</summary>
    [Requires(MembersPermissions.KeepSlips)]
    [Error<MemberIsOutOfYourReach>]
    [Error<NobodyActsOnTheirOwnCase>]
    [Error<SlipsAreAboutThoseWhoLeft>]
    [Error<SlipWasMadeAlready>]
    [Error<SlipIsMadeBeforeTheDeparture>]
    [Error<DateLiesInTheFuture>]
    public static Task<Result<DepartureSlip>> MakeDepartureSlipAsync(MakeDepartureSlipInput input, DepartureSlips slips, CancellationToken cancellationToken) =>
        slips.MakeAsync(input, cancellationToken);

    /// <summary>Records that a slip was sent to the superior with the file (chuyển phiếu báo và hồ sơ), within 30 working days of making it (MEM-05).</summary>
    [Requires(MembersPermissions.KeepSlips)]
    [Error<MemberIsOutOfYourReach>]
    [Error<SlipWasSentAlready>]
    [Error<DateLiesInTheFuture>]
    [Error<EffectiveDateIsBeforeEarlierFact>]
    public static Task<Result<DepartureSlip>> SendDepartureSlipAsync(SendDepartureSlipInput input, DepartureSlips slips, CancellationToken cancellationToken) =>
        slips.SendAsync(input, cancellationToken);
}
