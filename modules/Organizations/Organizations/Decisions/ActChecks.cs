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
    private DateOnly? actingOn;

    /// <summary>Today in Vietnam; while what a later day brings is tried out, that day.</summary>
    public DateOnly Today => actingOn is { } day && day > clock.Today() ? day : clock.Today();

    /// <summary>The time at which an act is recorded.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>
    /// From here on the acts of this scope are steps of one reorganization, in which an organization may stand below one that the same decision founds: who is
    /// whose superior is told by the tree of the effective day. A later day than today is acted as if it had come.
    /// </summary>
    public void ActOn(DateOnly effectiveOn) => actingOn = effectiveOn;

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

    /// <summary>Those of the organizations that the user's grants of a permission reach, as the tree stands today.</summary>
    public async Task<IReadOnlySet<Guid>> ReachedAsync(
        OrganizationsDbContext db, IReadOnlyCollection<Guid> ids, string permission, CancellationToken cancellationToken)
    {
        var scope = access.ScopeOf(permission);
        if (scope.CoversProvince)
            return ids.ToHashSet();
        var today = Today;
        var places = await db.Set<OrganizationTreeRow>()
            .Where(row => ids.Contains(row.OrganizationId) && row.Standing.Contains(today))
            .Select(row => new { row.OrganizationId, row.Path })
            .ToListAsync(cancellationToken);
        return places.Where(place => scope.Covers(place.OrganizationId, place.Path)).Select(place => place.OrganizationId).ToHashSet();
    }

    /// <summary>Whether the user may do this in the whole province.</summary>
    public bool CoversProvince(string permission) => access.ScopeOf(permission).CoversProvince;

    /// <summary>What stands against a decision about an organization that has to come from above it, or from itself at the top; nothing where there is no decision (ORG-25).</summary>
    public async Task<IReadOnlyList<Problem>> SuperiorDecidedAsync(
        OrganizationsDbContext db, Decision? decision, Organization organization, CancellationToken cancellationToken) =>
        decision is not null && await AuthorityAsync(db, decision, organization.ParentId ?? organization.Id, cancellationToken) is { } problem ? [problem] : [];

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
        var day = actingOn ?? decision.DecidedOn;
        var places = await tree.FindAsync([authorityId, superiorId.Value], day, cancellationToken);
        var isSuperior = places.TryGetValue(authorityId, out var authority)
            && places.TryGetValue(superiorId.Value, out var superior)
            && superior.Path.StartsWith(authority.Path, StringComparison.Ordinal);
        return isSuperior
            ? null
            : new DecisionWasNotMadeBySuperiorCommittee(decision.Authority) { Field = "input.decision.authorityOrganizationId" };
    }
}
