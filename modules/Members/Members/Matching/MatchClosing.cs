using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Data;

namespace Modular.Members.Matching;

/// <summary>Ends the work on match runs.</summary>
internal sealed class MatchClosing(IWrite<MembersDbContext> write, TimeProvider clock)
{
    private const int ReasonLength = 500;

    public Task<Result<MatchRun>> RunAsync(CloseMatchRunInput input, CancellationToken cancellationToken) => write
        .Because(Wording.Clean(input.Reason))
        .RunAsync((db, ct) => CloseAsync(db, input, ct), cancellationToken);

    private async Task<Result<MatchRun>> CloseAsync(MembersDbContext db, CloseMatchRunInput input, CancellationToken cancellationToken)
    {
        var problems = Wording.CheckLength(input.Reason, ReasonLength, "input.reason").ToList();
        if (Wording.Clean(input.Reason) is not { } reason)
            problems.Add(new InvalidInput(new LocalizedText("Phải nêu lý do.", "Say why.")) { Field = "input.reason" });
        else if (problems.Count == 0)
            return await CloseAsync(db, input, reason, cancellationToken);
        return problems;
    }

    private async Task<Result<MatchRun>> CloseAsync(MembersDbContext db, CloseMatchRunInput input, string reason, CancellationToken cancellationToken)
    {
        var run = await db.Set<MatchRun>().SingleOrDefaultAsync(row => row.Id == input.BatchId, cancellationToken);
        if (run is null)
            return new NotFound("MatchRun") { Field = "input.batchId" };
        if (run.Version != input.ExpectedVersion)
            return new StaleVersion(input.ExpectedVersion, run.Version) { Field = "input.expectedVersion" };
        if (run.State == MatchRunState.Closed)
            return new MatchRunIsClosed { Field = "input.batchId" };

        run.Close(clock.GetUtcNow(), db.Access.UserName, reason);
        await db.Database.ExecuteSqlAsync(
            $"""
            delete from members.match_candidate where province_id = {db.Province.Value} and row_id in (
                select id from members.match_row where province_id = {db.Province.Value} and run_id = {run.Id});
            update members.match_row
            set full_name = null, sort_key = null, sex = null, birth_date = null, birth_date_precision = null, citizen_id = null, ethnic_group = null, native_place = null,
                card_number = null, cv_number = null, joined_on = null, official_on = null
            where province_id = {db.Province.Value} and run_id = {run.Id};
            """,
            cancellationToken);
        return run;
    }
}
