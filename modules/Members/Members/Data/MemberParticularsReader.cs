using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using Modular.Members.Contracts;
using Modular.Members.People;

namespace Modular.Members.Data;

/// <summary>Answers other modules about what introduction papers say of members.</summary>
internal sealed class MemberParticularsReader(MembersDbContext db) : IMemberParticulars
{
    public async Task<IReadOnlyDictionary<Guid, MemberParticulars>> FindAsync(
        IReadOnlyCollection<Guid> memberIds, DateOnly day, CancellationToken cancellationToken)
    {
        var ids = memberIds.Distinct().ToArray();
        var members = await db.Members.AsNoTracking().IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(row => ids.Contains(row.Id))
            .Select(row => new { row.Id, row.FullName, row.Sex, row.BirthDate, row.JoinedOn })
            .ToListAsync(cancellationToken);
        var residences = (await db.Residences.AsNoTracking().IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(row => ids.Contains(row.MemberId) && row.Valid.Contains(day))
            .ToListAsync(cancellationToken)).ToLookup(row => row.MemberId);
        var flags = (await db.Flags.AsNoTracking().IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(row => ids.Contains(row.MemberId) && row.Valid.Contains(day))
            .Select(row => new { row.MemberId, row.Flag })
            .ToListAsync(cancellationToken)).ToLookup(row => row.MemberId, row => row.Flag);
        return members.ToDictionary(
            member => member.Id,
            member => new MemberParticulars(member.Id, member.FullName, member.Sex == Sex.Female, member.BirthDate, member.JoinedOn)
            {
                Residences = [.. residences[member.Id].Select(row => new MemberResidence(row.Kind, row.Address, row.Hamlet, row.CommuneCode, row.Valid.LowerBound))],
                Flags = flags[member.Id].ToHashSet(),
            });
    }
}
