using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Access;
using Modular.Kernel.Organizations;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Results;
using Modular.Kernel.Time;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;
using Modular.Organizations.Register;

namespace Modular.Organizations.Decisions;

/// <summary>What every act on an organization checks.</summary>
internal sealed class ActChecks(IOrganizationTree tree, ICurrentAccess access, TimeProvider clock)
{
    /// <summary>Today in Vietnam.</summary>
    public DateOnly Today => clock.Today();

    /// <summary>The time at which an act is recorded.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>An act is recorded when it takes effect, and takes effect after it was decided.</summary>
    public IEnumerable<Problem> Dates(DateOnly effectiveOn, Decision? decision)
    {
        if (effectiveOn > Today)
            yield return new EffectiveDateIsInTheFuture(effectiveOn, Today) { Field = "input.effectiveOn" };
        else if (decision is not null && effectiveOn < decision.DecidedOn)
            yield return new EffectiveDateIsBeforeDecision(effectiveOn, decision.DecidedOn) { Field = "input.effectiveOn" };
    }

    /// <summary>
    /// The organization, if it works and the user may do this there. An act that reaches further down starts where the user's
    /// grant does.
    /// </summary>
    public async Task<Result<Organization>> ActiveAsync(
        OrganizationsDbContext db, Guid id, string permission, string field, CancellationToken cancellationToken)
    {
        var found = await FindAsync(db, id, permission, field, cancellationToken);
        if (found.Succeeded && found.Value.State != OrganizationState.Active)
            return new OrganizationIsNotActive(found.Value.Name, found.Value.State) { Field = field };
        return found;
    }

    /// <summary>The organization, in whatever state, if the user may do this there.</summary>
    public async Task<Result<Organization>> FindAsync(
        OrganizationsDbContext db, Guid id, string permission, string field, CancellationToken cancellationToken)
    {
        if (await db.Organizations.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } organization)
            return new NotFound("Organization") { Field = field };
        return await IsInReachAsync(db, id, permission, cancellationToken)
            ? organization
            : new OrganizationIsOutOfYourReach(organization.Name) { Field = field };
    }

    /// <summary>Whether the user's grants of a permission reach an organization, as the tree stands today.</summary>
    public async Task<bool> IsInReachAsync(
        OrganizationsDbContext db, Guid id, string permission, CancellationToken cancellationToken)
    {
        var scope = access.ScopeOf(permission);
        if (scope.CoversProvince)
            return true;
        var today = Today;
        var path = await db.Set<OrganizationTreeRow>()
            .Where(row => row.OrganizationId == id && row.Standing.Contains(today))
            .Select(row => row.Path)
            .SingleOrDefaultAsync(cancellationToken);
        return path is not null && scope.Covers(id, path);
    }

    /// <summary>Whether the user may do this in the whole province.</summary>
    public bool CoversProvince(string permission) => access.ScopeOf(permission).CoversProvince;

    /// <summary>
    /// The deciding organization, where it is one of the tree, is the given superior or stands above it on the day of the
    /// decision (ORG-25).
    /// </summary>
    public async Task<Problem?> AuthorityAsync(
        OrganizationsDbContext db, Decision decision, Guid? superiorId, CancellationToken cancellationToken)
    {
        if (decision.AuthorityOrganizationId is not { } authorityId || superiorId is null)
            return null;
        if (!await db.Organizations.AnyAsync(row => row.Id == authorityId, cancellationToken))
            return new NotFound("Organization") { Field = "input.decision.authorityOrganizationId" };
        var day = decision.DecidedOn;
        var places = await tree.FindAsync([authorityId, superiorId.Value], day, cancellationToken);
        var isSuperior = places.TryGetValue(authorityId, out var authority)
            && places.TryGetValue(superiorId.Value, out var superior)
            && superior.Path.StartsWith(authority.Path, StringComparison.Ordinal);
        return isSuperior
            ? null
            : new DecisionWasNotMadeBySuperiorCommittee(decision.Authority) { Field = "input.decision.authorityOrganizationId" };
    }
}
