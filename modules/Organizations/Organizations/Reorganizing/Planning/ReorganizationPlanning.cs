using Microsoft.EntityFrameworkCore;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Organizations.Committees;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;
using Modular.Organizations.Decisions;
using Modular.Organizations.Reorganizing.Steps;

namespace Modular.Organizations.Reorganizing.Planning;

[QueryType]
internal static class ReorganizationPlanQuery
{
    /// <summary>
    /// Tries a scheme out (chạy thử): carries all its steps out with the rights of the user, as if it were decided today and its day had come, tells what they did, and takes
    /// everything back. Null where there is no such scheme in reach.
    /// </summary>
    /// <param name="id">The reorganization.</param>
    /// <param name="planning">Tries out.</param>
    /// <param name="cancellationToken">Cancels.</param>
    [Requires(OrganizationsPermissions.Reorganize)]
    [Classified(DataClass.Internal)]
    public static Task<ReorganizationPlan?> ReorganizationPlanAsync(
        [ID("Reorganization")] Guid id, ReorganizationPlanning planning, CancellationToken cancellationToken) =>
        planning.PlanAsync(id, cancellationToken);
}

/// <summary>Tells what a scheme would do, by doing it and taking it back.</summary>
internal sealed class ReorganizationPlanning(
    IWrite<OrganizationsDbContext> write, StepRun run, MembersByList members, ActChecks checks, ICurrentAccess access)
{
    private static readonly ReorganizationStepKind[] Ending =
        [ReorganizationStepKind.Merge, ReorganizationStepKind.Split, ReorganizationStepKind.End];

    public async Task<ReorganizationPlan?> PlanAsync(Guid id, CancellationToken cancellationToken)
    {
        var tried = await write.TryOutAsync((db, cancellation) => TryAsync(db, id, cancellation), cancellationToken);
        return tried.Succeeded ? tried.Value : null;
    }

    private async Task<Result<ReorganizationPlan>> TryAsync(OrganizationsDbContext db, Guid id, CancellationToken cancellationToken)
    {
        if (await db.Reorganizations.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } reorganization)
            return new NotFound("Reorganization") { Field = "id" };
        var steps = await ReorganizationExecution.StepsAsync(db, id, cancellationToken);
        var decision = await DecisionAsync(db, reorganization, cancellationToken);
        var setting = await ReorganizationExecution.SettingAsync(db, reorganization, steps, decision, cancellationToken);
        var along = await AlongAsync(steps, cancellationToken);
        var done = await run.RunAsync(setting, steps, cancellationToken);
        return done.Succeeded
            ? Possible(db, reorganization, steps, done.Value, along)
            : Impossible(reorganization, done.Problems);
    }

    // A scheme that is not decided yet is tried out as if it were decided today, or on its day where that is past.
    private async Task<Decision> DecisionAsync(OrganizationsDbContext db, Reorganization reorganization, CancellationToken cancellationToken)
    {
        if (reorganization.DecisionId is { } decisionId)
            return (await db.Decisions.SingleAsync(row => row.Id == decisionId, cancellationToken)).Read();
        var day = reorganization.EffectiveOn < checks.Today ? reorganization.EffectiveOn : checks.Today;
        return new Decision("(dự thảo)", day, reorganization.Title, reorganization.SuperiorId, reorganization.Title);
    }

    private async Task<int> AlongAsync(List<ReorganizationStep> steps, CancellationToken cancellationToken)
    {
        Guid[] moved = [.. steps.Where(step => step.Kind == ReorganizationStepKind.Move).Select(step => step.OrganizationId).Distinct()];
        var counts = await members.CountOfficialAsync(moved, checks.Today, cancellationToken);
        return counts?.Values.Sum() ?? 0;
    }

    private static ReorganizationPlan Possible(
        OrganizationsDbContext db,
        Reorganization reorganization,
        List<ReorganizationStep> steps,
        IReadOnlyDictionary<Guid, StepResult> done,
        int along) => new(
            reorganization.EffectiveOn,
            true,
            steps.Count(step => step.Kind == ReorganizationStepKind.Found),
            steps.Count(step => Ending.Contains(step.Kind)),
            done.Values.Sum(result => result.Organizations),
            done.Values.Sum(result => result.Members),
            along,
            db.Posts.Local.Count(post => post.EndReason == PostEndReason.OrganizationEnded && post.Valid.UpperBound == reorganization.EffectiveOn),
            db.Codes.Local.Count(code => code.Valid.LowerBound == reorganization.EffectiveOn),
            [.. steps.Select(step => new PlannedStep(step.Position, step.Kind, done[step.Id].Organizations, done[step.Id].Members))],
            []);

    private ReorganizationPlan Impossible(Reorganization reorganization, IEnumerable<Problem> problems) => new(
        reorganization.EffectiveOn, false, 0, 0, 0, 0, 0, 0, 0, [], [.. problems.Select(Objection)]);

    private PlanObjection Objection(Problem problem) => new(
        problem.Field, problem.Code, problem.Rule?.Id, problem.Rule?.Instrument, problem.Message(access.Language));
}
