using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Results;
using Modular.Kernel.Texts;
using Modular.Members.Data;
using Modular.Members.People;
using Modular.Members.Registration;

namespace Modular.Members.Duplicates;

/// <summary>Looks in the whole province for the person who is to be registered.</summary>
internal sealed class NewcomerDuplicates(TimeProvider clock)
{
    private const int ReasonLength = 500;

    /// <summary>What stands in the way; of persons out of the user's reach no more is told than that there is one.</summary>
    public static async Task<IReadOnlyList<Problem>> FindAsync(
        MembersDbContext db, RegisterMemberInput input, CancellationToken cancellationToken)
    {
        var citizenId = Wording.Clean(input.Person.CitizenId);
        var province = db.Members.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]);
        if (citizenId is not null && await province.AnyAsync(row => row.CitizenId == citizenId, cancellationToken))
            return [new CitizenIdIsTaken { Field = "input.person.citizenId" }];
        var problems = Wording.CheckLength(input.ConfirmNotDuplicate, ReasonLength, "input.confirmNotDuplicate").ToList();
        if (problems.Count > 0 || Wording.Clean(input.ConfirmNotDuplicate) is not null)
            return problems;

        var alike = (await AlikeAsync(db, input.Person, cancellationToken)).ExceptBy(input.NotTheSameAs ?? [], one => one.Id).ToArray();
        if (alike.Length == 0)
            return [];
        var ids = alike.Select(one => one.Id).ToArray();
        var visible = await db.Members.Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancellationToken);
        var grounds = alike.Where(one => visible.Contains(one.Id)).Select(one => EnumText.Read<DuplicateGround>(one.Ground)).Distinct().Order().ToList();
        return [new MemberMayBeRegisteredAlready(visible.Count + (visible.Count < ids.Length ? 1 : 0), visible, grounds) { Field = "input.person" }];
    }

    /// <summary>Remembers of all who look like the newcomer that they are somebody else.</summary>
    public async Task TellApartAsync(MembersDbContext db, RegisterMemberInput input, Guid newcomer, CancellationToken cancellationToken)
    {
        if (Wording.Clean(input.ConfirmNotDuplicate) is null && input.NotTheSameAs is not { Count: > 0 })
            return;
        foreach (var other in await AlikeAsync(db, input.Person, cancellationToken))
            db.Add(DifferentPersons.Of(newcomer, other.Id, input.ConfirmNotDuplicate, clock.GetUtcNow(), db.Access.UserName));
    }

    private static Task<List<Alike>> AlikeAsync(MembersDbContext db, MemberPersonInput person, CancellationToken cancellationToken)
    {
        string[] names = [.. new[] { person.FullName, person.BirthName }.OfType<string>().Select(VietnameseText.SearchKey).Where(key => key.Length > 0).Distinct()];
        var (citizenId, nativePlace) = (Wording.Clean(person.CitizenId), Wording.Clean(person.NativePlace));
        return db.Database
            .SqlQuery<Alike>(
                $"""
                select alike.id as "Id", alike.ground as "Ground"
                from (
                    select member.id, members.duplicate_ground(
                        member.birth_date, {person.BirthDate}, member.native_place, {nativePlace}, member.citizen_id, {citizenId}) as ground
                    from members.member as member
                    where member.province_id = {db.Province.Value} and (
                        member.name_key = any ({names}) or (member.birth_date = {person.BirthDate} and members.plain_text(member.birth_name) = any ({names})))
                ) as alike
                where alike.ground is not null
                order by alike.id
                """)
            .ToListAsync(cancellationToken);
    }

    private sealed record Alike(Guid Id, string Ground);
}
