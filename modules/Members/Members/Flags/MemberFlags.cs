using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Memberships;
using Modular.Members.People;

namespace Modular.Members.Flags;

/// <summary>Sets and ends flags.</summary>
internal sealed class MemberFlags(IWrite<MembersDbContext> write, MemberFiles files, IPolicies policies, FactCorrection correction)
{
    public Task<Result<Member>> SetAsync(SetMemberFlagInput input, CancellationToken cancellationToken) => write
        .Because(Wording.Clean(input.Reason), input.Decision?.Citation)
        .When("flag_is_set_once_a_day", () => new FlagIsSetAlready(input.Flag) { Field = "input.flag" })
        .RunAsync((db, ct) => SetAsync(db, input, MembersPermissions.SetFlags, FlagTexts.SetBy(input.Flag), ct), cancellationToken);

    public Task<Result<Member>> ClearAsync(ClearMemberFlagInput input, CancellationToken cancellationToken) => write
        .Because(Wording.Clean(input.Reason), input.Decision?.Citation)
        .RunAsync((db, ct) => ClearAsync(db, input, ct), cancellationToken);

    /// <summary>Sets a flag at the end of the procedure that is running, under its permission.</summary>
    public Task<Result<Member>> SetAsync(MembersDbContext db, SetMemberFlagInput input, string permission, CancellationToken cancellationToken) =>
        SetAsync(db, input, permission, procedure: null, cancellationToken);

    private async Task<Result<Member>> SetAsync(
        MembersDbContext db, SetMemberFlagInput input, string permission, string? procedure, CancellationToken cancellationToken)
    {
        var opened = await OpenAsync(db, input.MemberId, input.ExpectedVersion, permission, cancellationToken);
        if (!opened.Succeeded)
            return opened.Problems.ToList();
        var file = opened.Value;
        var asked = new AskedCorrection(input.AsCorrection, input.Reason, "input.flag");
        if (await correction.CheckAsync(db, file.Member, procedure, asked, cancellationToken) is { } procedureFirst)
            return procedureFirst;
        var policy = await policies.InForceOnAsync<SuspensionPolicy>(input.From, cancellationToken);
        List<Problem> problems = [.. CheckSet(file, input, policy, db.Today)];
        if (problems.Count > 0)
            return problems;

        Add(db, file, input, input.Flag);
        // Whoever may not take part in activities may not take part in the committee either.
        if (input.Flag == MembershipFlag.SuspendedActivity && file.Flags.TrueForAll(flag => flag.Flag != MembershipFlag.SuspendedCommittee))
            Add(db, file, input, MembershipFlag.SuspendedCommittee);
        return file.Member;
    }

    private async Task<Result<Member>> ClearAsync(MembersDbContext db, ClearMemberFlagInput input, CancellationToken cancellationToken)
    {
        var opened = await OpenAsync(db, input.MemberId, input.ExpectedVersion, MembersPermissions.SetFlags, cancellationToken);
        if (!opened.Succeeded)
            return opened.Problems.ToList();
        var file = opened.Value;
        if (file.Flags.Find(flag => flag.Flag == input.Flag) is not { } set)
            return new FlagIsNotSet(input.Flag) { Field = "input.flag" };
        var asked = new AskedCorrection(input.AsCorrection, input.Reason, "input.flag");
        if (await correction.CheckAsync(db, file.Member, FlagTexts.EndedBy(input.Flag), asked, cancellationToken) is { } procedureFirst)
            return procedureFirst;
        List<Problem> problems = [.. input.Decision?.Check(db.Today, "input.decision") ?? []];
        if (input.From > db.Today)
            problems.Add(new DateLiesInTheFuture(input.From, db.Today) { Field = "input.from" });
        if (input.From <= set.Valid.LowerBound)
            problems.Add(new EffectiveDateIsBeforeEarlierFact(input.From, set.Valid.LowerBound.AddDays(1)) { Field = "input.from" });
        if (problems.Count > 0)
            return problems;

        set.Valid = set.Valid.EndedBefore(input.From);
        write.Raise(new MemberFlagCleared(file.Member.Id, input.Flag, input.From));
        return file.Member;
    }

    private async Task<Result<MemberFile>> OpenAsync(
        MembersDbContext db, Guid memberId, int expectedVersion, string permission, CancellationToken cancellationToken)
    {
        var opened = await files.OpenAsync(db, memberId, expectedVersion, permission, cancellationToken);
        return opened.Succeeded && db.Access.MemberId == memberId
            ? new NobodyActsOnTheirOwnCase { Field = "input.memberId" }
            : opened;
    }

    /// <summary>What stands against setting a flag.</summary>
    public static IEnumerable<Problem> CheckSet(MemberFile file, SetMemberFlagInput input, SuspensionPolicy policy, DateOnly today)
    {
        if (!file.Member.Status.IsMember())
            yield return new FlagsAreSetOnMembersOnly { Field = "input.memberId" };
        if (input.Decision is null && FlagTexts.IsDecided(input.Flag))
            yield return new FlagNeedsDecision(input.Flag) { Field = "input.decision" };
        if (input.From > today)
            yield return new DateLiesInTheFuture(input.From, today) { Field = "input.from" };
        if (input.From < file.Membership?.CeremonyOn)
            yield return new EffectiveDateIsBeforeEarlierFact(input.From, file.Membership.CeremonyOn.Value) { Field = "input.from" };
        if (input.Until < input.From)
            yield return new PeriodEndsBeforeItBegins(input.From, input.Until.Value) { Field = "input.until" };
        else if (input.Flag == MembershipFlag.SuspendedActivity && !(Days(input) <= policy.MaximumDays))
            yield return new SuspensionLastsTooLong(policy.MaximumDays) { Field = "input.until" };
        else if (input.Flag == MembershipFlag.SuspendedActivity && Days(input) > policy.FirstDays)
            yield return new FirstSuspensionLastsTooLong(policy.FirstDays) { Field = "input.until" };
        foreach (var problem in input.Decision?.Check(today, "input.decision") ?? [])
            yield return problem;
    }

    private static int? Days(SetMemberFlagInput input) => input.Until?.DayNumber - input.From.DayNumber + 1;

    private void Add(MembersDbContext db, MemberFile file, SetMemberFlagInput input, MembershipFlag flag)
    {
        db.Flags.Add(new FlagPeriod
        {
            Id = Guid.CreateVersion7(),
            MemberId = file.Member.Id,
            Flag = flag,
            Valid = Periods.Between(input.From, input.Until?.AddDays(1)),
            DecisionNumber = Wording.Clean(input.Decision?.Number),
            DecidedOn = input.Decision?.DecidedOn,
            Reason = Wording.Clean(input.Reason),
        });
        write.Raise(new MemberFlagSet(file.Member.Id, flag, input.From, input.Until));
    }
}
