using Microsoft.EntityFrameworkCore;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Time;
using Modular.Organizations.AdministrativeUnits;
using Modular.Organizations.Codes;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;
using Modular.Organizations.Kinds;

namespace Modular.Organizations.Register;

/// <summary>The columns of an organization that its kind is told by.</summary>
internal sealed record KindOfOrganization(string Kind, string? Subkind, string Era);

/// <summary>The column of an organization that its administrative unit is told by.</summary>
internal sealed record UnitOfOrganization(int? AdministrativeUnitId);

[ExtendObjectType("Organization")]
[Requires(OrganizationsPermissions.Read)]
internal static class OrganizationFields
{
    /// <summary>The kind (loại hình tổ chức đảng) today.</summary>
    [Classified(DataClass.Internal)]
    public static async Task<IReadOnlyList<KindOfUnit>> KindAsync(
        [Parents] IReadOnlyList<KindOfOrganization> organizations, KindCatalogSource kinds, CancellationToken cancellationToken)
    {
        var catalog = await kinds.GetAsync(cancellationToken);
        return [.. organizations.Select(organization => KindOfUnit.Of(catalog, organization))];
    }

    /// <summary>The administrative unit (đơn vị hành chính).</summary>
    [Classified(DataClass.Internal)]
    public static async Task<IReadOnlyList<AdministrativeUnit?>> AdministrativeUnitAsync(
        [Parents] IReadOnlyList<UnitOfOrganization> organizations, AdministrativeUnitRegister units, CancellationToken cancellationToken)
    {
        int[] asked = [.. organizations.Select(organization => organization.AdministrativeUnitId).OfType<int>().Distinct()];
        var found = await units.FindAsync(asked, cancellationToken);
        return
        [
            .. organizations.Select(organization =>
                organization.AdministrativeUnitId is { } id ? found.GetValueOrDefault(id) : null),
        ];
    }

    /// <summary>The organizations above on a day (các cấp trên), the root of the province first.</summary>
    /// <param name="organizations">The organizations.</param>
    /// <param name="asOf">The day; today where it is left out.</param>
    /// <param name="db">The register.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellationToken">Cancels.</param>
    [References("Organization")]
    [Classified(DataClass.Internal)]
    public static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Guid>>> AncestorsAsync(
        [Parents] IReadOnlyList<Guid> organizations, DateOnly? asOf, OrganizationsDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var day = asOf ?? clock.Today();
        var tree = db.Set<OrganizationTreeRow>().Where(row => row.Valid.Contains(day));
        var places = await tree.Where(row => organizations.Contains(row.OrganizationId))
            .Select(row => new { row.OrganizationId, row.Path })
            .ToListAsync(cancellationToken);
        var pathsAbove = places.ToDictionary(place => place.OrganizationId, place => CodeRules.PathsDownTo(place.Path)[..^1]);
        var asked = pathsAbove.Values.SelectMany(paths => paths).Distinct().ToArray();
        var above = await tree.Where(row => asked.Contains(row.Path))
            .ToDictionaryAsync(row => row.Path, row => row.OrganizationId, cancellationToken);
        return organizations.Distinct().ToDictionary(
            organization => organization,
            IReadOnlyList<Guid> (organization) => pathsAbove.TryGetValue(organization, out var paths) ? [.. paths.Select(path => above[path])] : []);
    }

    /// <summary>The secretary (bí thư) on a day: the post, and through it the member.</summary>
    /// <param name="organizations">The organizations.</param>
    /// <param name="asOf">The day; today where it is left out.</param>
    /// <param name="db">The register.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellationToken">Cancels.</param>
    [Requires(OrganizationsPermissions.ReadCommittees)]
    [References("CommitteePost")]
    public static async Task<IReadOnlyDictionary<Guid, Guid?>> SecretaryAsync(
        [Parents] IReadOnlyList<Guid> organizations, DateOnly? asOf, OrganizationsDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var day = asOf ?? clock.Today();
        return await db.Posts
            .Where(post => organizations.Contains(post.OrganizationId) && post.Post == CommitteePostKind.Secretary && post.Valid.Contains(day))
            .ToDictionaryAsync(post => post.OrganizationId, post => (Guid?)post.Id, cancellationToken);
    }
}
