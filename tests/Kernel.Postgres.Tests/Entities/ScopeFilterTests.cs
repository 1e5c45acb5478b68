using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Tests.Sample;
using Modular.TestKit.Databases;

namespace Modular.Kernel.Postgres.Tests.Entities;

public sealed class ScopeFilterTests(ScopeFilterTests.Register register) : IClassFixture<ScopeFilterTests.Register>
{
    private readonly TestDatabase database = register.Database;

    [Fact]
    public async Task Without_a_grant_nothing_is_seen() =>
        Assert.Equal([], await NamesAsync(new TestAccess()));

    [Fact]
    public async Task The_province_sees_all_of_its_own_and_nothing_of_another() =>
        Assert.Equal(["An", "Bình", "Chi"], await NamesAsync(new TestAccess().Everywhere(SamplePermissions.Read)));

    [Fact]
    public void Whoever_sees_the_whole_province_is_not_asked_where_they_may_look()
    {
        var path = "1.%";
        Assert.Equal(
            (false, true),
            (StatementOf(new TestAccess().Everywhere(SamplePermissions.Read)).Contains("organization_tree", StringComparison.Ordinal),
            StatementOf(new TestAccess().Below(SamplePermissions.Read, path)).Contains("organization_tree", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_subtree_is_seen_with_its_root_and_all_below() =>
        Assert.Equal(
            ["An", "Bình"],
            await NamesAsync(new TestAccess().Below(SamplePermissions.Read, await database.PathAsync(SampleData.Commune))));

    [Fact]
    public async Task Several_subtrees_add_up() =>
        Assert.Equal(
            ["An", "Chi"],
            await NamesAsync(new TestAccess().Below(
                SamplePermissions.Read,
                await database.PathAsync(SampleData.FirstCell),
                await database.PathAsync(SampleData.OtherCommune))));

    [Fact]
    public async Task A_single_organization_is_seen_without_those_below() =>
        Assert.Equal(["Bình"], await NamesAsync(new TestAccess().At(SamplePermissions.Read, SampleData.Commune)));

    [Fact]
    public async Task A_member_sees_themselves() =>
        Assert.Equal(["An"], await NamesAsync(new TestAccess().OnSelf(SamplePermissions.Read, register.InCell)));

    [Fact]
    public async Task Another_permission_opens_nothing() =>
        Assert.Equal([], await NamesAsync(new TestAccess().Everywhere("sample.write")));

    [Fact]
    public async Task What_is_scoped_through_a_parent_is_seen_with_it()
    {
        await database.ExecuteAsync(
            TestProvinces.NamDinh,
            "insert into sample.note (province_id, id, person_id, text) select province_id, gen_random_uuid(), id, full_name from sample.person");
        var path = await database.PathAsync(SampleData.Commune);
        await using var scope = database.Enter(TestProvinces.NamDinh, new TestAccess().Below(SamplePermissions.Read, path));

        var notes = await scope.Get<SampleDbContext>().Notes.OrderBy(note => note.Text).Select(note => note.Text).ToListAsync();

        Assert.Equal(["An", "Bình"], notes);
    }

    [Fact]
    public async Task An_organization_that_was_dissolved_stays_with_whom_it_last_belonged_to()
    {
        await database.ExecuteAsync(
            TestProvinces.NamDinh,
            "update kernel.organization_tree set valid = daterange('2020-01-01', '2021-01-01') where organization_id = $1",
            SampleData.FirstCell);
        var access = new TestAccess().Below(SamplePermissions.Read, await database.PathAsync(SampleData.Commune));

        Assert.Equal(["An", "Bình"], await NamesAsync(access));
    }

    [Fact]
    public async Task A_rule_may_look_beyond_the_reach_but_not_beyond_the_province()
    {
        await using var scope = database.Enter(TestProvinces.NamDinh, new TestAccess());

        var names = await scope.Get<SampleDbContext>().People
            .IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .OrderBy(person => person.FullName).Select(person => person.FullName).ToListAsync();
        var unfiltered = await scope.Get<SampleDbContext>().People.IgnoreQueryFilters().CountAsync();

        Assert.Equal(["An", "Bình", "Chi"], names);
        Assert.Equal(3, unfiltered);
    }

    [Fact]
    public async Task One_model_serves_users_one_after_the_other()
    {
        var none = await NamesAsync(new TestAccess());
        var all = await NamesAsync(new TestAccess().Everywhere(SamplePermissions.Read));
        var noneAgain = await NamesAsync(new TestAccess());

        Assert.Equal((0, 3, 0), (none.Count, all.Count, noneAgain.Count));
    }

    private string StatementOf(TestAccess access)
    {
        using var context = database.Enter(TestProvinces.NamDinh, access).Get<SampleDbContext>();
        return context.Notes.ToQueryString();
    }

    private async Task<List<string>> NamesAsync(ICurrentAccess access)
    {
        await using var scope = database.Enter(TestProvinces.NamDinh, access);
        return await scope.Get<SampleDbContext>().People.OrderBy(person => person.FullName).Select(person => person.FullName).ToListAsync();
    }

    /// <summary>People of two communes and a cell, and one of another province.</summary>
    public sealed class Register : IAsyncLifetime
    {
        public TestDatabase Database { get; private set; } = null!;

        public Guid InCell { get; private set; }

        public async ValueTask InitializeAsync()
        {
            Database = await TestDatabase.CreateAsync(new SampleModule());
            await Database.PlantTreeAsync();
            InCell = (await Database.AddPersonAsync(TestProvinces.NamDinh, "An", SampleData.FirstCell)).Id;
            await Database.AddPersonAsync(TestProvinces.NamDinh, "Bình", SampleData.Commune);
            await Database.AddPersonAsync(TestProvinces.NamDinh, "Chi", SampleData.OtherCommune);
            await Database.AddPersonAsync(TestProvinces.TienGiang, "Dung", SampleData.FirstCell);
        }

        public ValueTask DisposeAsync() => Database.DisposeAsync();
    }
}
