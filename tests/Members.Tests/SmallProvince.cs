using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Access;
using Modular.Kernel.Organizations;
using Modular.Kernel.Results;
using Modular.Kernel.Texts;
using Modular.Members.Data;
using Modular.Members.People;
using Modular.Members.Registration;
using Modular.Organizations;
using Modular.Organizations.Contracts;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests;

/// <summary>
/// A small province on a fresh database, on 15 June 2024: two communes under a district, two cells in the first commune and one in
/// the second. Members are registered by the act itself.
/// </summary>
public sealed class SmallProvince : IAsyncLifetime
{
    private int people;

    public static DateOnly Today { get; } = new(2024, 6, 15);

    public static DateOnly Founded { get; } = new(2015, 3, 2);

    public TestDatabase Database { get; private set; } = null!;

    public Guid Root { get; } = Guid.CreateVersion7();

    public Guid District { get; } = Guid.CreateVersion7();

    public Guid EastCommune { get; } = Guid.CreateVersion7();

    public Guid WestCommune { get; } = Guid.CreateVersion7();

    public Guid FirstCell { get; } = Guid.CreateVersion7();

    public Guid SecondCell { get; } = Guid.CreateVersion7();

    public Guid WestCell { get; } = Guid.CreateVersion7();

    public async ValueTask InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync(
            new TestDatabaseOptions { Clock = new FixedClock(Today) }, new OrganizationsModule(), new MembersModule());
        await FoundAsync(Root, null, OrganizationKinds.Provincial, "Đảng bộ tỉnh Nam Định", "36");
        await FoundAsync(District, Root, OrganizationKinds.DirectSuperior, "Đảng bộ huyện Giao Thủy", "36.01");
        await FoundAsync(EastCommune, District, OrganizationKinds.GrassrootsCommittee, "Đảng bộ xã Giao Hà", "36.01.001");
        await FoundAsync(WestCommune, District, OrganizationKinds.GrassrootsCommittee, "Đảng bộ xã Giao Lạc", "36.01.002");
        await FoundAsync(FirstCell, EastCommune, OrganizationKinds.Cell, "Chi bộ xóm 1", "36.01.001.001");
        await FoundAsync(SecondCell, EastCommune, OrganizationKinds.Cell, "Chi bộ xóm 2", "36.01.001.002");
        await FoundAsync(WestCell, WestCommune, OrganizationKinds.Cell, "Chi bộ xóm 9", "36.01.002.009");
    }

    /// <summary>An official member of the first cell whom nobody resembles.</summary>
    internal RegisterMemberInput NewOfficialMember() => Newcomers.Official(FirstCell, Interlocked.Increment(ref people));

    /// <summary>Registers somebody with every right.</summary>
    internal async Task<Member> RegisterAsync(RegisterMemberInput input)
    {
        var registered = await ActAsync<MemberRegistration, Member>(registration => registration.RunAsync(input, CancellationToken.None));
        Assert.Equal([], registered.Problems);
        return registered.Value;
    }

    /// <summary>Runs an act with every right.</summary>
    public Task<Result<TResult>> ActAsync<TAct, TResult>(Func<TAct, Task<Result<TResult>>> run)
        where TAct : notnull => ActAsync(new SystemAccess("test"), run);

    /// <summary>Runs an act with somebody's rights.</summary>
    public async Task<Result<TResult>> ActAsync<TAct, TResult>(ICurrentAccess access, Func<TAct, Task<Result<TResult>>> run)
        where TAct : notnull
    {
        await using var scope = Database.Enter(TestProvinces.NamDinh, access);
        return await run(scope.Get<TAct>());
    }

    /// <summary>Reads with every right.</summary>
    internal async Task<T> ReadAsync<T>(Func<MembersDbContext, Task<T>> read)
    {
        await using var scope = Database.Enter();
        return await read(scope.Get<MembersDbContext>());
    }

    internal Task<Member> ReadAsync(Guid memberId) => ReadAsync(db => db.Members.SingleAsync(row => row.Id == memberId));

    /// <summary>The dated facts of a member in a table, as <c>OFFICIAL [2011-05-19,)</c>.</summary>
    internal Task<string[]> FactsAsync(string table, string column, Guid memberId) => Database.ScalarAsync<string[]>(
        TestProvinces.NamDinh,
        $"select coalesce(array_agg({column} || ' ' || valid order by first_day, {column}), '{{}}') from {table} where member_id = $1",
        memberId);

    /// <summary>The headcounts of a cell, as <c>2016-01-05: 1 official, 0 probationary</c>.</summary>
    internal Task<string[]> HeadcountsAsync(Guid cellId) => Database.ScalarAsync<string[]>(
        TestProvinces.NamDinh,
        """
        select coalesce(array_agg(format('%s..%s: %s+%s+%s+%s', first_day, next_day, official, probationary, applicants, sympathizers) order by first_day), '{}')
        from members.headcount where organization_id = $1
        """,
        cellId);

    /// <summary>The names of the events that were published about a member, in order.</summary>
    internal Task<string[]> EventsAsync(Guid memberId) => Database.ScalarAsync<string[]>(
        TestProvinces.NamDinh,
        "select array_agg(event_name order by transaction_id, sequence) from kernel.outbox where payload ->> 'memberId' = $1",
        memberId.ToString());

    /// <summary>The path of an organization in today's tree.</summary>
    public async Task<string> PathOfAsync(Guid organizationId)
    {
        await using var scope = Database.Enter();
        return (await scope.Get<IOrganizationTree>().FindAsync(organizationId, Today, CancellationToken.None))!.Path;
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    // What the Organizations module does when it founds: this module knows it by its contract only.
    private async Task FoundAsync(Guid id, Guid? parent, string kind, string name, string code)
    {
        await using var scope = Database.Enter();
        var founded = await scope.Write<MembersDbContext>().RunAsync<bool>(
            async (db, ct) =>
            {
                await scope.Get<IOrganizationTreeWriter>().PlaceAsync(id, parent, kind, Founded, ct);
                await db.Database.ExecuteSqlAsync(
                    $"""
                    insert into organizations.organization (
                        province_id, id, version, state, code, name, search_key, sort_key, kind, era, parent_id,
                        may_admit, may_expel, has_superior_powers, founded_on)
                    values ({db.Province.Value}, {id}, 1, 'ACTIVE', {code}, {name}, {VietnameseText.SearchKey(name)},
                        {VietnameseText.SortKey(name)}, {kind}, 'A', {parent}, false, false, false, {Founded});
                    insert into organizations.organization_name (province_id, id, organization_id, name, search_key, sort_key, valid)
                    values ({db.Province.Value}, {id}, {id}, {name}, {VietnameseText.SearchKey(name)}, {VietnameseText.SortKey(name)}, daterange({Founded}, null));
                    insert into organizations.organization_kind (province_id, id, organization_id, kind, era, valid)
                    values ({db.Province.Value}, {id}, {id}, {kind}, 'A', daterange({Founded}, null));
                    insert into organizations.organization_code (province_id, id, organization_id, scheme, value, valid)
                    values ({db.Province.Value}, {id}, {id}, 'INTERNAL', {code}, daterange({Founded}, null));
                    """,
                    ct);
                return true;
            },
            CancellationToken.None);
        Assert.True(founded.Value);
    }
}
