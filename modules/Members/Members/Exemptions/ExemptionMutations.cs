using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Flags;
using Modular.Members.Memberships;
using Modular.Members.People;

namespace Modular.Members.Exemptions;

/// <summary>A request for exemption.</summary>
internal sealed record RequestExemptionInput
{
    /// <summary>The member.</summary>
    [ID("Member")]
    public required Guid MemberId { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The ground.</summary>
    public required ExemptionGround Ground { get; init; }

    /// <summary>The day on which the member asked.</summary>
    public required DateOnly RequestedOn { get; init; }

    /// <summary>Whether it was asked orally.</summary>
    public bool IsOral { get; init; }

    /// <summary>What was said of it.</summary>
    public string? Reason { get; init; }
}

/// <summary>The cell's decision on a request.</summary>
internal sealed record DecideExemptionInput
{
    /// <summary>The request.</summary>
    [ID("ExemptionRequest")]
    public required Guid Id { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>Whether the cell agreed.</summary>
    public required bool IsGranted { get; init; }

    /// <summary>The first day of the exemption; needed where it is granted.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day; needed for all but the old and weak (MEM-41).</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The cell's resolution.</summary>
    public required MemberDecisionInput Decision { get; init; }
}

/// <summary>A report upward.</summary>
internal sealed record ReportExemptionInput
{
    /// <summary>The request.</summary>
    [ID("ExemptionRequest")]
    public required Guid Id { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The day of the report.</summary>
    public required DateOnly ReportedOn { get; init; }
}

[MutationType]
internal static class ExemptionMutations
{
    /// <summary>Records that a member asked, in writing or orally, to be exempted from work and activities (đề nghị miễn công tác, sinh hoạt đảng).</summary>
    [Requires(MembersPermissions.KeepExemptions)]
    [Error<MemberIsOutOfYourReach>]
    [Error<FlagsAreSetOnMembersOnly>]
    [Error<FlagIsSetAlready>]
    [Error<ExemptionIsAskedForAlready>]
    [Error<DateLiesInTheFuture>]
    [Error<EffectiveDateIsBeforeEarlierFact>]
    public static Task<Result<ExemptionRequest>> RequestExemptionAsync(
        RequestExemptionInput input, ExemptionSteps steps, CancellationToken cancellationToken) => steps.RequestAsync(input, cancellationToken);

    /// <summary>
    /// Records what the cell decided on a request (chi bộ quyết định miễn công tác, sinh hoạt đảng); granted, it sets the flag for the period. Nobody records it about themselves.
    /// </summary>
    [Requires(MembersPermissions.KeepExemptions)]
    [Error<MemberIsOutOfYourReach>]
    [Error<NobodyActsOnTheirOwnCase>]
    [Error<RequestStandsElsewhere>]
    [Error<DecisionIsBeforeTheRequest>]
    [Error<OtherExemptionsHaveAnEnd>]
    [Error<FlagsAreSetOnMembersOnly>]
    [Error<FlagIsSetAlready>]
    [Error<PeriodEndsBeforeItBegins>]
    [Error<DateLiesInTheFuture>]
    [Error<EffectiveDateIsBeforeEarlierFact>]
    public static Task<Result<ExemptionRequest>> DecideExemptionAsync(
        DecideExemptionInput input, ExemptionSteps steps, CancellationToken cancellationToken) => steps.DecideAsync(input, cancellationToken);

    /// <summary>Records that the cell reported its decision upward (báo cáo cấp ủy cấp trên), MEM-40.</summary>
    [Requires(MembersPermissions.KeepExemptions)]
    [Error<MemberIsOutOfYourReach>]
    [Error<RequestStandsElsewhere>]
    [Error<DateLiesInTheFuture>]
    [Error<EffectiveDateIsBeforeEarlierFact>]
    public static Task<Result<ExemptionRequest>> ReportExemptionAsync(
        ReportExemptionInput input, ExemptionSteps steps, CancellationToken cancellationToken) => steps.ReportAsync(input, cancellationToken);
}
