using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Data;
using Modular.Members.People;
using Modular.Members.Proposals;
using Modular.Members.Records;

namespace Modular.Members.ChangeRequests;

/// <summary>Decides on requests of members about their records.</summary>
internal sealed class ChangeDeciding(IWrite<MembersDbContext> write, ProposalFiles files, ProposalWriting writing)
{
    public Task<Result<RecordChangeRequest>> RunAsync(DecideRecordChangeInput input, CancellationToken cancellationToken) => write
        .Because(Wording.Clean(input.Ground) ?? "Theo đề nghị của đảng viên", input.Document?.Citation)
        .When("citizen_id_is_unique", () => new CitizenIdIsTaken { Field = "input.id" })
        .RunAsync((db, ct) => DecideAsync(db, input, ct), cancellationToken);

    private async Task<Result<RecordChangeRequest>> DecideAsync(MembersDbContext db, DecideRecordChangeInput input, CancellationToken cancellationToken)
    {
        var found = await files.DecideAsync<RecordChangeRequest>(db, [(input.Id, input.ExpectedVersion)], _ => "input", cancellationToken);
        if (!found.Succeeded)
            return found.Problems.ToList();
        var (request, member) = found.Value[0];
        var ground = Wording.Clean(input.Ground);
        List<Problem> problems = [.. Wording.CheckLength(ground, EntryRules.LongLength, "input.ground"), .. input.Document?.Check(db.Today, "input.document") ?? []];
        if (!input.IsApproved && ground is null)
            problems.Add(new ReturningNeedsAGround { Field = "input.ground" });
        if (input.IsApproved)
            problems.AddRange(await writing.ApplyAsync(db, member, request, ground is not null && input.Document is not null, "input.id", cancellationToken));
        if (problems.Count > 0)
            return problems;
        request.Decide(input.IsApproved ? ProposalState.Accepted : ProposalState.Returned, db.Today, ground);
        return request;
    }
}
