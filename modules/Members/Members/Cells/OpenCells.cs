using Modular.Kernel.Organizations;
using Modular.Kernel.Results;
using Modular.Members.Data;
using Modular.Members.People;
using Modular.Organizations.Contracts;

namespace Modular.Members.Cells;

/// <summary>Finds the cell into which somebody is to be put, and keeps it from ending meanwhile.</summary>
internal sealed class OpenCells(IOrganizationDirectory directory, IOrganizationTree tree, MemberFiles files)
{
    private const string Field = "input.organizationId";

    /// <summary>The cell, held until the change commits, or why it takes nobody in.</summary>
    /// <param name="db">The context of the running change.</param>
    /// <param name="organizationId">The organization that was named.</param>
    /// <param name="since">The first day there.</param>
    /// <param name="permission">The permission that must cover the cell.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Result<OrganizationSummary>> HoldAsync(
        MembersDbContext db, Guid organizationId, DateOnly since, string permission, CancellationToken cancellationToken)
    {
        var place = await tree.HoldAsync(organizationId, db.Today, cancellationToken);
        var found = await directory.FindAsync([organizationId], db.Today, cancellationToken);
        if (!found.TryGetValue(organizationId, out var cell))
            return new NotFound("Organization") { Field = Field };
        if (!OrganizationKinds.HoldsMembers(cell.Kind))
            return new MembersBelongToCellsOnly(cell.Name) { Field = Field };
        if (place is null || !cell.TakesMembersOn(db.Today))
            return new CellIsNotActive(cell.Name) { Field = Field };
        if (!cell.ExistedOn(since))
            return new CellDidNotExistOn(cell.Name, since, cell.FoundedOn) { Field = Field };
        if (!await files.CoversAsync(db, permission, organizationId, cancellationToken))
            return new CellIsOutOfYourReach(cell.Name) { Field = Field };
        return cell;
    }

    /// <summary>The grassroots organization (tổ chức cơ sở đảng) in or under which a cell stands today, or null.</summary>
    public async Task<Guid?> GrassrootsOrganizationOfAsync(Guid cellId, DateOnly today, CancellationToken cancellationToken)
    {
        var place = await tree.FindAsync(cellId, today, cancellationToken);
        while (place is not null && !OrganizationKinds.IsGrassroots(place.Kind))
            place = place.ParentId is { } parent ? await tree.FindAsync(parent, today, cancellationToken) : null;
        return place?.OrganizationId;
    }
}
