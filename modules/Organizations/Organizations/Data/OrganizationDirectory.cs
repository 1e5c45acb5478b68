using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Texts;
using Modular.Organizations.AdministrativeUnits;
using Modular.Organizations.Codes;
using Modular.Organizations.Contracts;
using Modular.Organizations.Kinds;
using Modular.Organizations.Register;
using Modular.Organizations.Renaming;

namespace Modular.Organizations.Data;

/// <inheritdoc />
internal sealed class OrganizationDirectory(OrganizationsDbContext db, AdministrativeUnitRegister units) : IOrganizationDirectory
{
    public async Task<IReadOnlyDictionary<Guid, OrganizationSummary>> FindAsync(
        IReadOnlyCollection<Guid> organizationIds, DateOnly day, CancellationToken cancellationToken)
    {
        if (organizationIds.Count == 0)
            return new Dictionary<Guid, OrganizationSummary>();
        var ids = organizationIds.Distinct().ToArray();
        var organizations = await db.Organizations.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancellationToken);
        var names = await db.Names.AsNoTracking().Where(row => ids.Contains(row.OrganizationId)).ToListAsync(cancellationToken);
        var kinds = await db.Kinds.AsNoTracking().Where(row => ids.Contains(row.OrganizationId)).ToListAsync(cancellationToken);
        var places = await db.Set<OrganizationTreeRow>().AsNoTracking()
            .Where(row => ids.Contains(row.OrganizationId) && row.Valid.Contains(day))
            .ToDictionaryAsync(row => row.OrganizationId, cancellationToken);
        var namesOf = names.ToLookup(row => row.OrganizationId);
        var kindsOf = kinds.ToLookup(row => row.OrganizationId);
        return organizations.ToDictionary(
            organization => organization.Id,
            organization => Summary(organization, namesOf[organization.Id], kindsOf[organization.Id], places.GetValueOrDefault(organization.Id), day));
    }

    public async Task<IReadOnlyDictionary<string, OrganizationSummary>> FindByCodeAsync(
        IReadOnlyCollection<string> codes, DateOnly day, CancellationToken cancellationToken)
    {
        var asked = codes.Distinct().ToDictionary(code => code, CodeText.StoredForms);
        var values = asked.Values.SelectMany(forms => forms).Distinct().ToArray();
        var owners = await db.Codes.AsNoTracking()
            .Where(row => values.Contains(row.Value))
            .Select(row => new { row.Value, row.OrganizationId })
            .ToListAsync(cancellationToken);
        var found = await FindAsync([.. owners.Select(row => row.OrganizationId)], day, cancellationToken);

        // The same text may be a code of two schemes; it then names nobody for sure.
        var ownerOf = owners.GroupBy(row => row.Value)
            .Where(group => group.Select(row => row.OrganizationId).Distinct().Count() == 1)
            .ToDictionary(group => group.Key, group => group.First().OrganizationId);
        return asked
            .Select(code => (code.Key, Owner: code.Value.Where(ownerOf.ContainsKey).Select(form => ownerOf[form]).FirstOrDefault()))
            .Where(code => found.ContainsKey(code.Owner))
            .ToDictionary(code => code.Key, code => found[code.Owner]);
    }

    public async Task<ILookup<string, OrganizationSummary>> FindByNameAsync(
        IReadOnlyCollection<string> names, DateOnly day, CancellationToken cancellationToken)
    {
        var asked = names.Distinct().ToLookup(VietnameseText.SearchKey);
        var keys = asked.Select(group => group.Key).ToArray();
        var owners = await db.Names.AsNoTracking()
            .Where(row => keys.Contains(row.SearchKey) && row.Valid.Contains(day))
            .Select(row => new { row.SearchKey, row.OrganizationId })
            .ToListAsync(cancellationToken);
        var found = await FindAsync([.. owners.Select(row => row.OrganizationId)], day, cancellationToken);
        return owners
            .SelectMany(owner => asked[owner.SearchKey].Select(name => (Name: name, Organization: found[owner.OrganizationId])))
            .ToLookup(pair => pair.Name, pair => pair.Organization);
    }

    public async Task<ILookup<string, OrganizationSummary>> FindByCommuneAsync(
        IReadOnlyCollection<string> communeCodes, DateOnly day, CancellationToken cancellationToken)
    {
        var unitsOf = await units.CommunesAndSuccessorsAsync(communeCodes, cancellationToken);
        int?[] asked = [.. unitsOf.SelectMany(unitIds => unitIds).Distinct()];
        var owners = await db.Organizations.AsNoTracking().Where(row => asked.Contains(row.AdministrativeUnitId))
            .Select(row => new { row.Id, row.AdministrativeUnitId }).ToListAsync(cancellationToken);
        var found = await FindAsync([.. owners.Select(row => row.Id)], day, cancellationToken);
        var ownersOf = owners.ToLookup(row => row.AdministrativeUnitId!.Value, row => row.Id);
        return unitsOf
            .SelectMany(unitIds => unitIds.SelectMany(unit => ownersOf[unit]).Distinct().Select(id => (Code: unitIds.Key, Organization: found[id])))
            .ToLookup(pair => pair.Code, pair => pair.Organization);
    }

    private static OrganizationSummary Summary(
        Organization organization,
        IEnumerable<OrganizationName> names,
        IEnumerable<OrganizationKind> kinds,
        OrganizationTreeRow? place,
        DateOnly day) => new(
            organization.Id,
            organization.Code,
            names.FirstOrDefault(name => name.Valid.Holds(day))?.Name ?? organization.Name,
            kinds.FirstOrDefault(kind => kind.Valid.Holds(day))?.Kind ?? organization.Kind,
            organization.State,
            organization.FoundedOn,
            organization.EndedOn,
            place?.ParentId,
            place?.Path)
        {
            MayExpel = organization.MayExpel,
            FieldType = organization.FieldType is { } field ? EnumText.Of(field) : null,
        };
}
