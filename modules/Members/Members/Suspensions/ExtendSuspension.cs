using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Flags;
using Modular.Members.Memberships;
using Modular.Members.People;

namespace Modular.Members.Suspensions;

/// <summary>A suspension that goes on.</summary>
internal sealed record ExtendSuspensionInput
{
    /// <summary>The member.</summary>
    [ID("Member")]
    public required Guid MemberId { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The new last day.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Whether the member is prosecuted, so that the time limits of the law hold instead of those of the Party.</summary>
    public bool IsProsecuted { get; init; }

    /// <summary>The decision.</summary>
    public required MemberDecisionInput Decision { get; init; }

    /// <summary>Why, in short.</summary>
    public string? Reason { get; init; }
}

[MutationType]
internal static class ExtendSuspension
{
    /// <summary>
    /// Extends a suspension from Party activities (gia hạn đình chỉ sinh hoạt đảng), that of committee work with it: to 180 days in all, unless the member is prosecuted (MEM-57).
    /// </summary>
    [Requires(MembersPermissions.SetFlags)]
    [Error<MemberIsOutOfYourReach>]
    [Error<NobodyActsOnTheirOwnCase>]
    [Error<FlagIsNotSet>]
    [Error<FlagIsSetAlready>]
    [Error<SuspensionLastsTooLong>]
    [Error<ExtensionIsNotLonger>]
    [Error<DateLiesInTheFuture>]
    public static Task<Result<Member>> ExtendSuspensionAsync(
        ExtendSuspensionInput input, SuspensionExtension extension, CancellationToken cancellationToken) => extension.RunAsync(input, cancellationToken);
}

/// <summary>Extends suspensions.</summary>
internal sealed class SuspensionExtension(IWrite<MembersDbContext> write, MemberFiles files, IPolicies policies)
{
    public Task<Result<Member>> RunAsync(ExtendSuspensionInput input, CancellationToken cancellationToken) => write
        .Because(Wording.Clean(input.Reason), input.Decision.Citation)
        .When("flag_is_set_once_a_day", () => new FlagIsSetAlready(MembershipFlag.SuspendedActivity) { Field = "input.until" })
        .RunAsync((db, ct) => ExtendAsync(db, input, ct), cancellationToken);

    private async Task<Result<Member>> ExtendAsync(MembersDbContext db, ExtendSuspensionInput input, CancellationToken cancellationToken)
    {
        var opened = await files.OpenAsync(db, input.MemberId, input.ExpectedVersion, MembersPermissions.SetFlags, cancellationToken);
        if (!opened.Succeeded)
            return opened.Problems.ToList();
        var file = opened.Value;
        if (db.Access.MemberId == input.MemberId)
            return new NobodyActsOnTheirOwnCase { Field = "input.memberId" };
        if (file.Flags.Find(flag => flag.Flag == MembershipFlag.SuspendedActivity && flag.Valid.Holds(db.Today)) is not { } suspension)
            return new FlagIsNotSet(MembershipFlag.SuspendedActivity) { Field = "input.memberId" };
        var first = suspension.Valid.LowerBound;
        var policy = await policies.InForceOnAsync<SuspensionPolicy>(first, cancellationToken);
        List<Problem> problems = [.. input.Decision.Check(db.Today, "input.decision")];
        if (!suspension.Valid.UpperBoundInfinite && input.Until < suspension.Valid.UpperBound)
            problems.Add(new ExtensionIsNotLonger(suspension.Valid.UpperBound.AddDays(-1)) { Field = "input.until" });
        if (!input.IsProsecuted && input.Until.DayNumber - first.DayNumber + 1 > policy.MaximumDays)
            problems.Add(new SuspensionLastsTooLong(policy.MaximumDays) { Field = "input.until" });
        if (problems.Count > 0)
            return problems;

        // Committee work is suspended at least as long as activities are.
        var shorter = file.Flags.Where(flag => flag.Valid.Holds(db.Today) && !flag.Valid.Holds(input.Until));
        foreach (var flag in shorter.Where(flag => flag.Flag is MembershipFlag.SuspendedActivity or MembershipFlag.SuspendedCommittee))
        {
            flag.Valid = Periods.Between(flag.Valid.LowerBound, input.Until.AddDays(1));
            write.Raise(new MemberFlagSet(input.MemberId, flag.Flag, flag.Valid.LowerBound, input.Until));
        }

        return file.Member;
    }
}

/// <summary>An extension ends later than what it extends.</summary>
/// <param name="Until">The last day so far.</param>
internal sealed record ExtensionIsNotLonger(DateOnly Until) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Suspension;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Ngày gia hạn phải sau ngày cuối cùng của thời hạn hiện tại ({Until.Vietnamese()}).", $"The extension must end after the present last day ({Until.English()}).");
}
