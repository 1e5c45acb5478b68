using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using Modular.Members.Contracts;

namespace Modular.Members.Data;

/// <summary>Answers other modules about members as they stood on a day.</summary>
internal sealed class MemberDirectory(MembersDbContext db) : IMemberDirectory
{
    public async Task<IReadOnlyDictionary<Guid, MemberSummary>> FindAsync(
        IReadOnlyCollection<Guid> memberIds, DateOnly day, CancellationToken cancellationToken)
    {
        var found = await Standing(day).Where(member => memberIds.Contains(member.Id)).ToListAsync(cancellationToken);
        return found.ToDictionary(member => member.Id);
    }

    public async Task<ILookup<Guid, MemberSummary>> FindByCellAsync(
        IReadOnlyCollection<Guid> organizationIds, DateOnly day, CancellationToken cancellationToken)
    {
        var found = await Standing(day)
            .Where(member => member.OrganizationId != null && organizationIds.Contains(member.OrganizationId.Value))
            .Where(member => member.Status == MembershipStatus.Official || member.Status == MembershipStatus.Probationary)
            .ToListAsync(cancellationToken);
        return found.ToLookup(member => member.OrganizationId!.Value);
    }

    private IQueryable<MemberSummary> Standing(DateOnly day) =>
        from member in db.Members.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
        join status in db.Statuses on member.Id equals status.MemberId
        where status.Valid.Contains(day)
        join assignment in db.Assignments.Where(row => row.Kind == AssignmentKind.Official && row.Valid.Contains(day))
            on member.Id equals assignment.MemberId into cells
        from cell in cells.DefaultIfEmpty()
        select new MemberSummary(member.Id, member.FullName, member.BirthDate, status.Status, cell == null ? null : cell.OrganizationId);
}
