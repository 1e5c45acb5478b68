using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Results;
using Modular.Kernel.Texts;
using Modular.Members.Data;
using Modular.Members.People;

namespace Modular.Members.Registration;

/// <summary>Looks in the whole province for the person who is to be registered.</summary>
internal static class Duplicates
{
    public static async Task<IReadOnlyList<Problem>> FindAsync(
        MembersDbContext db, RegisterMemberInput input, CancellationToken cancellationToken)
    {
        var province = db.Members.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).AsNoTracking();
        var citizenId = Wording.Clean(input.Person.CitizenId);
        if (citizenId is not null && await province.AnyAsync(row => row.CitizenId == citizenId, cancellationToken))
            return [new CitizenIdIsTaken { Field = "input.person.citizenId" }];

        var sameBirthDate = await province
            .Where(row => row.BirthDate == input.Person.BirthDate)
            .Select(row => new { row.Id, row.FullName, row.BirthName, row.CitizenId })
            .ToListAsync(cancellationToken);
        var name = VietnameseText.SearchKey(input.Person.FullName);
        var same = sameBirthDate
            .Where(row => VietnameseText.SearchKey(row.FullName) == name || (row.BirthName is { } birthName && VietnameseText.SearchKey(birthName) == name))
            // Two different numbers of identity are two persons.
            .Where(row => citizenId is null || row.CitizenId is null)
            .Select(row => row.Id)
            .Except(input.NotTheSameAs ?? [])
            .ToArray();
        if (same.Length == 0)
            return [];

        var visible = await db.Members.Where(row => same.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancellationToken);
        return [new MemberMayBeRegisteredAlready(same.Length, visible) { Field = "input.person" }];
    }
}
