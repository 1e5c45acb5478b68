using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;
using Modular.Organizations.Decisions;
using Modular.Organizations.Details;

namespace Modular.Organizations.Reorganizing;

/// <summary>
/// Writes schemes. A scheme names only what the user's right to reorganize reaches; whether rules object to it is told by the plan, so that a scheme that is not finished
/// can be kept.
/// </summary>
internal sealed class ReorganizationDrafting(
    IWrite<OrganizationsDbContext> write, ActChecks checks, IEnumerable<IOrganizationMembership> membership)
{
    private const int ReasonsLength = 10_000;

    public async Task<Result<Reorganization>> DraftAsync(DraftReorganizationInput input, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7(checks.Now);
        var read = Read(input.Title, input.Reasons, new StepReading(id, input.SuperiorId).Read(input.Steps));
        if (!read.Succeeded)
            return read.Problems.ToList();
        return await write.RunAsync<Reorganization>(
            async (db, cancellation) =>
            {
                var superior = await checks.ActiveAsync(db, input.SuperiorId, OrganizationsPermissions.Reorganize, "input.superiorId", cancellation);
                if (!superior.Succeeded)
                    return superior.Problems.ToList();
                var reorganization = new Reorganization { Id = id, SuperiorId = input.SuperiorId };
                db.Reorganizations.Add(reorganization);
                return await WriteAsync(db, reorganization, read.Value, input.EffectiveOn, cancellation);
            },
            cancellationToken);
    }

    public async Task<Result<Reorganization>> ReviseAsync(ReviseReorganizationInput input, CancellationToken cancellationToken) =>
        await write.RunAsync<Reorganization>(
            async (db, cancellation) =>
            {
                var opened = await ReorganizationFiles.OpenAsync(db, input.Id, input.ExpectedVersion, cancellation);
                if (!opened.Succeeded)
                    return opened;
                if (!opened.Value.IsOpen)
                    return new ReorganizationIsClosed(opened.Value.State) { Field = "input.id" };
                var read = Read(input.Title, input.Reasons, new StepReading(input.Id, opened.Value.SuperiorId).Read(input.Steps));
                if (!read.Succeeded)
                    return read.Problems.ToList();
                db.ListedMembers.RemoveRange(await db.ListedMembers.Where(row => row.ReorganizationId == input.Id).ToListAsync(cancellation));
                db.Steps.RemoveRange(await db.Steps.Where(row => row.ReorganizationId == input.Id).ToListAsync(cancellation));
                return await WriteAsync(db, opened.Value, read.Value, input.EffectiveOn, cancellation);
            },
            cancellationToken);

    private static Result<(string Title, string? Reasons, WrittenSteps Steps)> Read(string title, string? reasons, Result<WrittenSteps> steps)
    {
        var cleanTitle = InputText.Required(title, "input.title", OrganizationTexts.NameLength);
        var cleanReasons = InputText.Optional(reasons, "input.reasons", ReasonsLength);
        List<Problem> problems = [.. cleanTitle.Problems, .. cleanReasons.Problems, .. steps.Problems];
        return problems.Count > 0 ? problems : (cleanTitle.Value, cleanReasons.Value, steps.Value);
    }

    private async Task<Result<Reorganization>> WriteAsync(
        OrganizationsDbContext db,
        Reorganization reorganization,
        (string Title, string? Reasons, WrittenSteps Written) scheme,
        DateOnly effectiveOn,
        CancellationToken cancellationToken)
    {
        var problems = await ReachAsync(db, scheme.Written, cancellationToken);
        problems.AddRange(await PeopleAsync(scheme.Written, cancellationToken));
        if (problems.Count > 0)
            return problems;
        reorganization.Write(scheme.Title, scheme.Reasons, effectiveOn, checks.Now);
        db.Steps.AddRange(scheme.Written.Steps);
        db.ListedMembers.AddRange(scheme.Written.Lists);
        return reorganization;
    }

    private async Task<List<Problem>> ReachAsync(OrganizationsDbContext db, WrittenSteps written, CancellationToken cancellationToken)
    {
        var founded = written.Steps.Where(step => step.Kind == ReorganizationStepKind.Found).Select(step => step.OrganizationId).ToHashSet();
        (Guid? Id, string Field)[] named =
        [
            .. written.Steps.SelectMany(step => new (Guid? Id, string Field)[]
            {
                (step.OrganizationId, $"input.steps[{step.Position - 1}].organizationId"),
                (step.ParentId, $"input.steps[{step.Position - 1}].parentId"),
                (step.TargetId, $"input.steps[{step.Position - 1}].targetId"),
            }).Where(name => name.Id is { } id && !founded.Contains(id)).DistinctBy(name => name.Id),
        ];
        Guid[] ids = [.. named.Select(name => name.Id!.Value)];
        var known = await db.Organizations.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken);
        var reached = await checks.ReachedAsync(db, known.Keys, OrganizationsPermissions.Reorganize, cancellationToken);
        return
        [
            .. named.Where(name => !reached.Contains(name.Id!.Value)).Select(Problem (name) => known.TryGetValue(name.Id!.Value, out var called)
                ? new OrganizationIsOutOfYourReach(called) { Field = name.Field }
                : new NotFound("Organization") { Field = name.Field }),
        ];
    }

    private async Task<List<Problem>> PeopleAsync(WrittenSteps written, CancellationToken cancellationToken)
    {
        var problems = new List<Problem>();
        var asked = written.Lists.Select(row => new MemberOnDay(row.MemberId, checks.Today)).Distinct().ToList();
        if (asked.Count == 0)
            return problems;
        foreach (var members in membership)
        {
            var standing = await members.FindStandingAsync(asked, cancellationToken);
            var unknown = asked.Count(one => !standing.TryGetValue(one, out var found) || !found.IsVisible);
            if (unknown > 0)
                problems.Add(new MembersAreUnknown(unknown) { Field = "input.steps" });
        }

        return problems;
    }
}

/// <summary>Records the appraisal of a scheme by the organization board (ORG-25).</summary>
internal sealed class ReorganizationAppraisal(IWrite<OrganizationsDbContext> write, ActChecks checks)
{
    public Task<Result<Reorganization>> RunAsync(AppraiseReorganizationInput input, CancellationToken cancellationToken)
    {
        var by = InputText.Required(input.AppraisedBy, "input.appraisedBy", 300);
        var opinion = InputText.Optional(input.Opinion, "input.opinion", 10_000);
        List<Problem> problems = [.. by.Problems, .. opinion.Problems];
        if (input.AppraisedOn > checks.Today)
            problems.Add(new DecisionIsInTheFuture(input.AppraisedOn, checks.Today) { Field = "input.appraisedOn" });
        return problems.Count > 0
            ? Task.FromResult<Result<Reorganization>>(problems)
            : write.RunAsync((db, cancellation) => AppraiseAsync(db, input, by.Value, opinion.Value, cancellation), cancellationToken);
    }

    private static async Task<Result<Reorganization>> AppraiseAsync(
        OrganizationsDbContext db, AppraiseReorganizationInput input, string by, string? opinion, CancellationToken cancellationToken)
    {
        var opened = await ReorganizationFiles.OpenAsync(db, input.Id, input.ExpectedVersion, cancellationToken);
        if (!opened.Succeeded)
            return opened;
        if (!opened.Value.IsOpen)
            return new ReorganizationIsClosed(opened.Value.State) { Field = "input.id" };
        opened.Value.Appraise(input.AppraisedOn, by, opinion);
        return opened.Value;
    }
}
