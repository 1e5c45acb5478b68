using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using NamDinh.GrassrootsOversight.Data;

namespace NamDinh.GrassrootsOversight.Overseers;

/// <summary>Takes recommendations from being raised to being answered (OV-07).</summary>
internal sealed class RecommendationSteps(IWrite<OversightDbContext> write, Places places, IOrganizationDirectory organizations)
{
    public Task<Result<Recommendation>> AdvanceAsync(AdvanceOversightRecommendationInput input, CancellationToken cancellationToken)
    {
        List<Problem> problems = [.. input.To.IsClosed() ? Wording.CheckRequired(input.Answer, Wording.LongText, "input.answer") : []];
        if (input.To.IsClosed() != (input.Answer is not null) || (input.OwnerId is not null && input.To != RecommendationState.Assigned))
            problems.Add(new StepSaysWhatItNeeds { Field = "input.to" });
        return problems.Count > 0 ? Task.FromResult<Result<Recommendation>>(problems) : write.RunAsync((db, ct) => AdvanceAsync(db, input, ct), cancellationToken);
    }

    private async Task<Result<Recommendation>> AdvanceAsync(OversightDbContext db, AdvanceOversightRecommendationInput input, CancellationToken cancellationToken)
    {
        var recommendation = await db.Recommendations.SingleOrDefaultAsync(row => row.Id == input.Id, cancellationToken);
        // Whoever is to answer takes it further; whoever raised it does not answer themselves.
        if (recommendation is null || !await places.CoversAsync(db, OversightPermissions.Record, recommendation.OwnerId, cancellationToken))
            return new NotFound("OversightRecommendation") { Field = "input.id" };
        if (recommendation.Version != input.ExpectedVersion)
            return new StaleVersion(input.ExpectedVersion, recommendation.Version) { Field = "input.expectedVersion" };
        if (!recommendation.State.MayBecome(input.To))
            return new OversightStepDoesNotFollow($"{recommendation.State}", $"{input.To}") { Field = "input.to" };
        if (input.OwnerId is { } owner)
        {
            var known = await organizations.FindAsync([owner], db.Today, cancellationToken);
            if (known.GetValueOrDefault(owner)?.ExistedOn(db.Today) != true)
                return new NotFound("Organization") { Field = "input.ownerId" };
            recommendation.GiveTo(owner);
        }

        if (input.To.IsClosed())
            recommendation.Close(input.To, Wording.Clean(input.Answer)!, db.Today);
        else
            recommendation.Advance(input.To);
        return recommendation;
    }
}
