using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Data;
using Modular.Members.Proposals;

namespace Modular.Members.SupplementSlips;

/// <summary>Accepts supplement slips and sends them back.</summary>
internal sealed class SlipDecision(IWrite<MembersDbContext> write, ProposalFiles files, ProposalWriting writing)
{
    private const int GroundLength = 1000;

    public Task<Result<List<SupplementSlip>>> AcceptAsync(AcceptSupplementSlipsInput input, CancellationToken cancellationToken) => write
        .Because(Wording.Clean(input.Reason) ?? "Phiếu bổ sung hồ sơ đảng viên", input.Document?.Citation)
        .When("citizen_id_is_unique", () => new People.CitizenIdIsTaken { Field = "input.slips" })
        .RunAsync((db, ct) => AcceptAsync(db, input, ct), cancellationToken);

    public Task<Result<SupplementSlip>> ReturnAsync(ReturnSupplementSlipInput input, CancellationToken cancellationToken) =>
        write.RunAsync((db, ct) => ReturnAsync(db, input, ct), cancellationToken);

    private async Task<Result<List<SupplementSlip>>> AcceptAsync(MembersDbContext db, AcceptSupplementSlipsInput input, CancellationToken cancellationToken)
    {
        if (Bulk.Check(input.Slips, AcceptSupplementSlipsInput.Most, slip => slip.Id, "input.slips", "id") is { } unfit)
            return unfit;
        var found = await files.DecideAsync<SupplementSlip>(
            db, [.. input.Slips.Select(slip => (slip.Id, slip.ExpectedVersion))], index => $"input.slips.{index}", cancellationToken);
        if (!found.Succeeded)
            return found.Problems.ToList();
        List<Problem> problems = [.. input.Document?.Check(db.Today, "input.document") ?? []];
        var isDocumented = Wording.Clean(input.Reason) is not null && input.Document is not null;
        for (var index = 0; index < found.Value.Count; index++)
        {
            var (slip, member) = found.Value[index];
            problems.AddRange(await writing.ApplyAsync(db, member, slip, isDocumented, $"input.slips.{index}.id", cancellationToken));
            slip.Decide(ProposalState.Accepted, db.Today);
        }

        return problems.Count > 0 ? problems : found.Value.Select(one => one.Proposal).ToList();
    }

    private async Task<Result<SupplementSlip>> ReturnAsync(MembersDbContext db, ReturnSupplementSlipInput input, CancellationToken cancellationToken)
    {
        var found = await files.DecideAsync<SupplementSlip>(db, [(input.Id, input.ExpectedVersion)], _ => "input", cancellationToken);
        if (!found.Succeeded)
            return found.Problems.ToList();
        if (Wording.Clean(input.Ground) is not { } ground)
            return new ReturningNeedsAGround { Field = "input.ground" };
        if (Wording.CheckLength(ground, GroundLength, "input.ground").FirstOrDefault() is { } tooLong)
            return tooLong;
        var slip = found.Value[0].Proposal;
        slip.Decide(ProposalState.Returned, db.Today, ground);
        return slip;
    }
}
