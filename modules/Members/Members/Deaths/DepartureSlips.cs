using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Memberships;
using Modular.Members.People;

namespace Modular.Members.Deaths;

/// <summary>Records deaths, and keeps the slips about those who died or left.</summary>
internal sealed class DepartureSlips(IWrite<MembersDbContext> write, MemberFiles files, MemberStatusChange statusChange)
{
    public Task<Result<DepartureSlip>> RecordDeathAsync(RecordDeathInput input, CancellationToken cancellationToken) =>
        write.RunAsync((db, ct) => RecordDeathAsync(db, input, ct), cancellationToken);

    public Task<Result<DepartureSlip>> MakeAsync(MakeDepartureSlipInput input, CancellationToken cancellationToken) => write
        .When("departure_is_reported_once", () => new SlipWasMadeAlready { Field = "input.memberId" })
        .RunAsync((db, ct) => MakeAsync(db, input, ct), cancellationToken);

    public Task<Result<DepartureSlip>> SendAsync(SendDepartureSlipInput input, CancellationToken cancellationToken) =>
        write.RunAsync((db, ct) => SendAsync(db, input, ct), cancellationToken);

    private async Task<Result<DepartureSlip>> RecordDeathAsync(MembersDbContext db, RecordDeathInput input, CancellationToken cancellationToken)
    {
        var madeOn = input.SlipMadeOn ?? db.Today;
        List<Problem> problems = [.. Check(madeOn, input.DiedOn, db.Today, "input.slipMadeOn")];
        var died = await statusChange.RunAsync(
            new ChangeMemberStatusInput
            {
                MemberId = input.MemberId,
                ExpectedVersion = input.ExpectedVersion,
                Status = MembershipStatus.Deceased,
                EffectiveOn = input.DiedOn,
            },
            cancellationToken);
        problems.AddRange(died.Problems.Select(problem => problem.Field switch
        {
            "input.effectiveOn" => problem with { Field = "input.diedOn" },
            "input.status" => problem with { Field = "input.memberId" },
            _ => problem,
        }));
        return problems.Count > 0 ? problems : Add(db, died.Value, madeOn);
    }

    private async Task<Result<DepartureSlip>> MakeAsync(MembersDbContext db, MakeDepartureSlipInput input, CancellationToken cancellationToken)
    {
        var found = await files.FindAsync(db, input.MemberId, input.ExpectedVersion, MembersPermissions.KeepSlips, cancellationToken);
        if (!found.Succeeded)
            return found.Problems.ToList();
        var member = found.Value;
        if (db.Access.MemberId == member.Id)
            return new NobodyActsOnTheirOwnCase { Field = "input.memberId" };
        if (member.LeftOn is not { } leftOn || !IsReported(member.Status))
            return new SlipsAreAboutThoseWhoLeft { Field = "input.memberId" };
        if (await db.DepartureSlips.AnyAsync(row => row.MemberId == member.Id && row.DepartedOn == leftOn, cancellationToken))
            return new SlipWasMadeAlready { Field = "input.memberId" };
        List<Problem> problems = [.. Check(input.MadeOn, leftOn, db.Today, "input.madeOn")];
        return problems.Count > 0 ? problems : Add(db, member, input.MadeOn);
    }

    private async Task<Result<DepartureSlip>> SendAsync(MembersDbContext db, SendDepartureSlipInput input, CancellationToken cancellationToken)
    {
        var slip = await db.DepartureSlips.SingleOrDefaultAsync(row => row.Id == input.Id, cancellationToken);
        if (slip is null)
            return new NotFound("DepartureSlip") { Field = "input.id" };
        var cell = await db.Members.Where(row => row.Id == slip.MemberId).Select(row => row.OrganizationId).SingleAsync(cancellationToken);
        if (!await files.CoversAsync(db, MembersPermissions.KeepSlips, cell, cancellationToken))
            return new MemberIsOutOfYourReach { Field = "input.id" };
        if (slip.Version != input.ExpectedVersion)
            return new StaleVersion(input.ExpectedVersion, slip.Version) { Field = "input.expectedVersion" };
        if (slip.SentOn is not null)
            return new SlipWasSentAlready { Field = "input.id" };
        if (input.SentOn > db.Today)
            return new DateLiesInTheFuture(input.SentOn, db.Today) { Field = "input.sentOn" };
        if (input.SentOn < slip.MadeOn)
            return new EffectiveDateIsBeforeEarlierFact(input.SentOn, slip.MadeOn) { Field = "input.sentOn" };
        db.Expect(slip, input.ExpectedVersion);
        slip.Send(input.SentOn);
        return slip;
    }

    // Whoever was transferred to another province has papers of another kind.
    private static bool IsReported(MembershipStatus status) => status
        is MembershipStatus.Expelled or MembershipStatus.NameRemoved or MembershipStatus.LeftOnRequest or MembershipStatus.Deceased;

    private static DepartureSlip Add(MembersDbContext db, Member member, DateOnly madeOn)
    {
        var slip = new DepartureSlip
        {
            Id = Guid.CreateVersion7(),
            MemberId = member.Id,
            DepartedOn = member.LeftOn!.Value,
            Status = member.Status,
            MadeOn = madeOn,
        };
        db.DepartureSlips.Add(slip);
        return slip;
    }

    private static IEnumerable<Problem> Check(DateOnly madeOn, DateOnly departedOn, DateOnly today, string field)
    {
        if (madeOn > today)
            yield return new DateLiesInTheFuture(madeOn, today) { Field = field };
        if (madeOn < departedOn)
            yield return new SlipIsMadeBeforeTheDeparture(madeOn, departedOn) { Field = field };
    }
}
