using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Time;
using Modular.Organizations.Contracts;

namespace Modular.Organizations.AdministrativeUnits;

[QueryType]
internal static class AdministrativeUnitQueries
{
    private const int MaximumSize = 500;

    /// <summary>The administrative units (đơn vị hành chính) of a level on a day by code, at most 500.</summary>
    /// <param name="level">The level.</param>
    /// <param name="asOf">The day; today where it is left out.</param>
    /// <param name="parentId">Only units of this one.</param>
    /// <param name="search">Only units a word of whose name begins so, with or without diacritics.</param>
    /// <param name="units">The units.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellationToken">Cancels.</param>
    [Requires(OrganizationsPermissions.Read)]
    [Classified(DataClass.Internal)]
    public static async Task<IReadOnlyList<AdministrativeUnit>> AdministrativeUnitsAsync(
        AdministrativeLevel level,
        DateOnly? asOf,
        int? parentId,
        string? search,
        AdministrativeUnitRegister units,
        TimeProvider clock,
        CancellationToken cancellationToken) =>
        await units.ListAsync(level, asOf ?? clock.Today(), parentId, search, MaximumSize, cancellationToken);
}

[ExtendObjectType("AdministrativeUnit")]
[Requires(OrganizationsPermissions.Read)]
internal static class AdministrativeUnitFields
{
    /// <summary>The unit above.</summary>
    [Classified(DataClass.Internal)]
    public static async Task<IReadOnlyList<AdministrativeUnit?>> ParentAsync(
        [Parents] IReadOnlyList<AdministrativeUnit> parents, AdministrativeUnitRegister units, CancellationToken cancellationToken)
    {
        int[] asked = [.. parents.Select(unit => unit.ParentId).OfType<int>().Distinct()];
        var found = await units.FindAsync(asked, cancellationToken);
        return [.. parents.Select(unit => unit.ParentId is { } id ? found.GetValueOrDefault(id) : null)];
    }

    /// <summary>The units of which it was made (đơn vị tiền thân).</summary>
    [Classified(DataClass.Internal)]
    public static async Task<IReadOnlyList<IReadOnlyList<AdministrativeUnit>>> PredecessorsAsync(
        [Parents] IReadOnlyList<AdministrativeUnit> parents, AdministrativeUnitRegister units, CancellationToken cancellationToken)
    {
        var found = await units.PredecessorsAsync([.. parents.Select(unit => unit.Id).Distinct()], cancellationToken);
        return [.. parents.Select(IReadOnlyList<AdministrativeUnit> (unit) => [.. found[unit.Id]])];
    }

    /// <summary>The units that it became part of (đơn vị kế thừa).</summary>
    [Classified(DataClass.Internal)]
    public static async Task<IReadOnlyList<IReadOnlyList<AdministrativeUnit>>> SuccessorsAsync(
        [Parents] IReadOnlyList<AdministrativeUnit> parents, AdministrativeUnitRegister units, CancellationToken cancellationToken)
    {
        var found = await units.SuccessorsAsync([.. parents.Select(unit => unit.Id).Distinct()], cancellationToken);
        return [.. parents.Select(IReadOnlyList<AdministrativeUnit> (unit) => [.. found[unit.Id]])];
    }
}
