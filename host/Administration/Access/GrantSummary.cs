using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;

namespace Modular.Host.Administration.Access;

/// <summary>A role that somebody holds, as those whom it concerns see it without further rights (vai trò được giao).</summary>
/// <param name="Id">The grant, as <c>delegateRole</c> and <c>endGrant</c> take it.</param>
/// <param name="Version">The version, as <c>endGrant</c> takes it.</param>
/// <param name="RoleId">The role.</param>
/// <param name="Reach">How far it reaches.</param>
/// <param name="OrganizationId">The organization where it was given, where the reach names one.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; null while no end is planned.</param>
/// <param name="GrantedBy">Who gave it.</param>
/// <param name="IsDelegated">Whether the holder stands in for somebody who is away.</param>
/// <param name="EndReason">Why it was ended; null while it was not.</param>
[Classified(DataClass.Basic)]
internal sealed record GrantSummary(
    [property: ID("Grant")] Guid Id,
    int Version,
    string RoleId,
    Reach Reach,
    [property: References("Organization")] Guid? OrganizationId,
    DateOnly From,
    DateOnly? To,
    string GrantedBy,
    bool IsDelegated,
    string? EndReason)
{
    public static GrantSummary Of(RoleGrant grant) => new(
        grant.Id,
        grant.Version,
        grant.RoleId,
        grant.Reach,
        grant.OrganizationId,
        grant.Valid.LowerBound,
        grant.Valid.UpperBoundInfinite ? null : grant.Valid.UpperBound.AddDays(-1),
        grant.GrantedBy,
        grant.DelegatedFrom is not null,
        grant.EndReason);
}

/// <summary>What a payload shows of a grant that was delegated or ended.</summary>
/// <param name="Grant">The grant as it stands now.</param>
internal sealed record GrantChange(GrantSummary Grant)
{
    public static Result<GrantChange> Of(Result<RoleGrant> changed) =>
        changed.Succeeded ? new GrantChange(GrantSummary.Of(changed.Value)) : changed.Problems.ToList();
}
