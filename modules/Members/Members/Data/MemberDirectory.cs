using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using Modular.Members.Cells;
using Modular.Members.Contracts;
using Modular.Members.Memberships;
using Modular.Members.People;

namespace Modular.Members.Data;

/// <summary>Answers other modules about members as they stood on a day.</summary>
internal sealed class MemberDirectory(MembersDbContext db) : IMemberDirectory
{
    public async Task<IReadOnlyDictionary<Guid, MemberSummary>> FindAsync(
        IReadOnlyCollection<Guid> memberIds, DateOnly day, CancellationToken cancellationToken)
    {
        var found = await Standing(day).Where(row => memberIds.Contains(row.Member.Id)).ToListAsync(cancellationToken);
        return found.ToDictionary(row => row.Member.Id, Summary);
    }

    public async Task<ILookup<Guid, MemberSummary>> FindByCellAsync(
        IReadOnlyCollection<Guid> organizationIds, DateOnly day, CancellationToken cancellationToken)
    {
        var found = await Standing(day)
            .Where(row => row.Cell != null && organizationIds.Contains(row.Cell.OrganizationId))
            .Where(row => row.Status.Status == MembershipStatus.Official || row.Status.Status == MembershipStatus.Probationary)
            .ToListAsync(cancellationToken);
        return found.ToLookup(row => row.Cell!.OrganizationId, Summary);
    }

    public async Task<IReadOnlyList<FormerMember>> FindFormerAsync(DateOnly leftBefore, CancellationToken cancellationToken) =>
        await db.Members.AsNoTracking().IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(member => member.LeftOn < leftBefore)
            .OrderBy(member => member.Id)
            .Select(member => new FormerMember(member.Id, member.LeftOn!.Value, member.OrganizationId))
            .ToListAsync(cancellationToken);

    private static MemberSummary Summary(MemberOnDay row) =>
        new(row.Member.Id, row.Member.FullName, row.Member.BirthDate, row.Status.Status, row.Cell?.OrganizationId)
        {
            LastOrganizationId = row.Member.OrganizationId,
        };

    private IQueryable<MemberOnDay> Standing(DateOnly day) =>
        from member in db.Members.AsNoTracking().IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
        join status in db.Statuses on member.Id equals status.MemberId
        where status.Valid.Contains(day)
        join assignment in db.Assignments.Where(row => row.Kind == AssignmentKind.Official && row.Valid.Contains(day))
            on member.Id equals assignment.MemberId into cells
        from cell in cells.DefaultIfEmpty()
        select new MemberOnDay { Member = member, Status = status, Cell = cell };

    private sealed class MemberOnDay
    {
        public required Member Member { get; init; }

        public required StatusPeriod Status { get; init; }

        public required CellAssignment? Cell { get; init; }
    }
}
