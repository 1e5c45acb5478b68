using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Policies;
using Modular.Members.Contracts;
using Modular.Members.Data;

namespace Modular.Members.Statistics;

[ExtendObjectType("Organization")]
internal static class OrganizationStructure
{
    /// <summary>
    /// The structure of the membership on a day with all organizations below by the tree of that day (cơ cấu đảng viên): sex, age, Party age, ethnic group, education, occupation, day of
    /// joining. Education and occupation are those of the day too.
    /// </summary>
    /// <param name="organizations">The organizations.</param>
    /// <param name="figures">The figures.</param>
    /// <param name="policies">The bands.</param>
    /// <param name="db">The register.</param>
    /// <param name="access">Who asks.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="asOf">The day; today where left out.</param>
    [Requires(MembersPermissions.Count)]
    public static async Task<IReadOnlyDictionary<Guid, MembershipStructure>> MembershipStructureAsync(
        [Parents] IReadOnlyList<Guid> organizations,
        StructureFigures figures,
        IPolicies policies,
        MembersDbContext db,
        ICurrentAccess access,
        CancellationToken cancellationToken,
        DateOnly? asOf = null)
    {
        var day = asOf ?? db.Today;
        var policy = await policies.InForceOnAsync<StructurePolicy>(day, cancellationToken);
        var counted = await figures.OfDayAsync(organizations, day, policy.ToBounds(), StructureGroups.Shown, cancellationToken);
        return counted.ToDictionary(
            found => found.Key,
            found => new MembershipStructure(day, found.Value.Total, found.Value.AverageAge, StructureGroups.Of(found.Value, policy, access.Language)));
    }

    /// <summary>
    /// How many members follow which religion on a day, with all organizations below (đảng viên theo tôn giáo), where religions may be read.
    /// </summary>
    /// <param name="organizations">The organizations.</param>
    /// <param name="figures">The figures.</param>
    /// <param name="policies">The bands.</param>
    /// <param name="db">The register.</param>
    /// <param name="access">Who asks.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="asOf">The day; today where left out.</param>
    [Requires(MembersPermissions.ReadSensitive)]
    public static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<MembershipStructureGroup>>> MembershipReligionsAsync(
        [Parents] IReadOnlyList<Guid> organizations,
        StructureFigures figures,
        IPolicies policies,
        MembersDbContext db,
        ICurrentAccess access,
        CancellationToken cancellationToken,
        DateOnly? asOf = null)
    {
        var day = asOf ?? db.Today;
        var policy = await policies.InForceOnAsync<StructurePolicy>(day, cancellationToken);
        var counted = await figures.OfDayAsync(organizations, day, StructureBounds.None, [MembershipDimension.Religion], cancellationToken);
        return counted.ToDictionary(
            found => found.Key,
            IReadOnlyList<MembershipStructureGroup> (found) => [.. StructureGroups.Of(found.Value, MembershipDimension.Religion, policy, access.Language)]);
    }
}
