using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Kernel.Time;
using Modular.Organizations.Contracts;
using NamDinh.GrassrootsOversight.Data;

namespace NamDinh.GrassrootsOversight.Overseers;

/// <summary>Records visits with what they recommend.</summary>
internal sealed class VisitRecording(
    IWrite<OversightDbContext> write, Places places, IOrganizationDirectory organizations, IPolicies policies, IWorkingDays workingDays)
{
    private const int MostRecommendations = 20;

    public Task<Result<Visit>> RecordAsync(RecordOversightVisitInput input, CancellationToken cancellationToken)
    {
        List<Problem> problems = [.. Wording.CheckRequired(input.Findings, Wording.LongText, "input.findings")];
        for (var index = 0; index < input.Recommendations.Count; index++)
            problems.AddRange(Wording.CheckRequired(input.Recommendations[index].Content, Wording.LongText, $"input.recommendations.{index}.content"));
        if (input.Recommendations.Count > MostRecommendations)
            problems.Add(new InvalidInput(new LocalizedText($"Nhiều nhất {MostRecommendations} kiến nghị.", $"At most {MostRecommendations} recommendations.")) { Field = "input.recommendations" });
        return problems.Count > 0 ? Task.FromResult<Result<Visit>>(problems) : write.RunAsync((db, ct) => RecordAsync(db, input, ct), cancellationToken);
    }

    private async Task<Result<Visit>> RecordAsync(OversightDbContext db, RecordOversightVisitInput input, CancellationToken cancellationToken)
    {
        var assignment = await db.Assignments.SingleOrDefaultAsync(row => row.Id == input.AssignmentId, cancellationToken);
        if (assignment is null || !await places.CoversAsync(db, OversightPermissions.Record, assignment.CellId, cancellationToken))
            return new NotFound("OversightAssignment") { Field = "input.assignmentId" };
        if (input.VisitedOn > db.Today || !assignment.HoldsOn(input.VisitedOn))
            return new DayIsOutsideTheAssignment { Field = "input.visitedOn" };
        var owners = await organizations.FindAsync([.. input.Recommendations.Select(raised => raised.OwnerId).Distinct()], db.Today, cancellationToken);
        var unknown = input.Recommendations.Select((raised, index) => (raised, index)).Where(one => owners.GetValueOrDefault(one.raised.OwnerId)?.ExistedOn(db.Today) != true)
            .Select(one => (Problem)new NotFound("Organization") { Field = $"input.recommendations.{one.index}.ownerId" }).ToList();
        if (unknown.Count > 0)
            return unknown;

        var visit = new Visit
        {
            Id = Guid.CreateVersion7(),
            AssignmentId = assignment.Id,
            CellId = assignment.CellId,
            VisitedOn = input.VisitedOn,
            Kind = input.Kind,
            Findings = Wording.Clean(input.Findings)!,
        };
        db.Visits.Add(visit);
        var policy = await policies.InForceOnAsync<VisitPolicy>(input.VisitedOn, cancellationToken);
        var dueOn = (await workingDays.CalendarAsync(cancellationToken)).DueAfter(input.VisitedOn, policy.AnswerWorkingDays);
        db.Recommendations.AddRange(input.Recommendations.Select(raised => new Recommendation
        {
            Id = Guid.CreateVersion7(),
            VisitId = visit.Id,
            CellId = visit.CellId,
            Content = Wording.Clean(raised.Content)!,
            RaisedOn = visit.VisitedOn,
            DueOn = dueOn,
        }.GiveTo(raised.OwnerId)));
        return visit;
    }
}
