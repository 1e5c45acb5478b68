using Microsoft.Extensions.DependencyInjection;
using Modular.Host.Identity;
using Modular.Host.Provinces;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL.Exports;
using Modular.TestKit;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Host.Tests.Identity;

public sealed class AccessTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly TestHost host = fixture.Host;

    [Fact]
    public async Task Grants_of_every_reach_are_united_into_one_scope()
    {
        var memberId = Guid.NewGuid();
        var user = await host.AddUserAsync(
            "united",
            TestProvinces.NamDinh,
            memberId,
            TestGrant.Below(HostFixture.Committee, RegistersModule.Read),
            TestGrant.Below(HostFixture.Cell, RegistersModule.Read),
            TestGrant.At(HostFixture.Root, RegistersModule.Read),
            TestGrant.OnSelf(RegistersModule.Read),
            TestGrant.InProvince(RegistersModule.Write));

        var access = await AccessOfAsync(user);

        var read = access.Proven.Scopes[RegistersModule.Read];
        Assert.False(read.CoversProvince);
        Assert.Equal([PathRange.Below("1.a.")], read.Subtrees);
        Assert.Equal([HostFixture.Root], read.Organizations);
        Assert.Equal(memberId, read.Self);
        Assert.True(access.Proven.Scopes[RegistersModule.Write].CoversProvince);
        Assert.Equal(memberId, access.Account.MemberId);
    }

    [Fact]
    public async Task A_default_role_gives_what_the_modules_declared_for_it()
    {
        var user = await host.AddUserAsync("secretary", TestProvinces.NamDinh, TestGrant.OfRole(DefaultRoles.CellSecretary, Reach.OrganizationAndBelow, HostFixture.Cell));

        var access = await AccessOfAsync(user);

        Assert.Equal([ExportPermissions.Request, RegistersModule.Read, RegistersModule.Write], access.Proven.Scopes.Keys.Order(StringComparer.Ordinal));
        Assert.Equal([PathRange.Below("1.a.7.")], access.Proven.Scopes[RegistersModule.Write].Subtrees);
    }

    [Fact]
    public async Task The_system_operator_operates_and_reads_no_register()
    {
        var user = await host.AddUserAsync("operator", TestProvinces.NamDinh, TestGrant.OfRole(DefaultRoles.SystemOperator, Reach.Province));

        Assert.Equal(
            [HostPermissions.HandleEvents, HostPermissions.ManageModules, HostPermissions.Operate, HostPermissions.ReadOperations],
            (await AccessOfAsync(user)).Proven.Scopes.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_right_in_one_province_is_none_in_another()
    {
        var user = await host.AddUserAsync("local", TestProvinces.NamDinh, TestGrant.InProvince(RegistersModule.Read));

        Assert.Null(await Directory.FindAsync(TestProvinces.NinhThuan.Id, user.Id, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_grant_that_has_not_begun_or_is_over_gives_nothing()
    {
        var user = await host.AddUserAsync("dated", TestProvinces.NamDinh, TestGrant.InProvince(RegistersModule.Read));
        await ChangeAsync($"update identity.grants set valid = daterange(null, current_date - 1) where user_id = '{user.Id}'");

        Assert.Empty((await Directory.FindAsync(TestProvinces.NamDinh.Id, user.Id, TestContext.Current.CancellationToken))!.Proven.Scopes);
    }

    [Fact]
    public async Task Of_an_organization_that_left_the_tree_a_grant_reaches_what_is_left_there_and_nothing_below()
    {
        var user = await host.AddUserAsync("gone", TestProvinces.NamDinh, TestGrant.Below(HostFixture.DissolvedCell, RegistersModule.Read));

        var read = (await AccessOfAsync(user)).Proven.Scopes[RegistersModule.Read];
        Assert.Equal([HostFixture.DissolvedCell], read.Organizations);
        Assert.Empty(read.Subtrees);
        Assert.False(read.CoversProvince);
    }

    [Fact]
    public async Task Every_host_forgets_a_right_as_soon_as_it_is_taken()
    {
        await using var other = await host.StartAnotherAsync(new RegistersModule(), new MinutesModule());
        await other.Services.GetRequiredService<ProvinceWatch>().Watching;
        var user = await host.AddUserAsync("taken", TestProvinces.NamDinh, TestGrant.InProvince(RegistersModule.Read));
        var directory = other.Services.GetRequiredService<AccessDirectory>();
        await Patience.UntilAsync(async () => (await AccessAsync(directory, user))!.Proven.Scopes.ContainsKey(RegistersModule.Read));

        await ChangeAsync($"delete from identity.grants where user_id = '{user.Id}'");

        await Patience.UntilAsync(async () => !(await AccessAsync(directory, user))!.Proven.Scopes.ContainsKey(RegistersModule.Read));
    }

    [Fact]
    public async Task What_an_administrator_took_from_a_default_role_stays_away()
    {
        await ChangeAsync("delete from identity.role_permissions where role_id = 'auditor'");

        await host.Services.GetRequiredService<RoleSetup>().SetUpAsync(TestProvinces.NamDinh.Id, TestContext.Current.CancellationToken);

        Assert.Equal(0L, await host.Database.ScalarAsync<long>(TestProvinces.NamDinh, "select count(*) from identity.role_permissions where role_id = 'auditor'"));
    }

    [Fact]
    public async Task Every_province_has_every_default_role()
    {
        foreach (var province in TestProvinces.All)
        {
            Assert.Equal(
                ["auditor", "cell-secretary", "data-protection-officer", "grassroots-officer", "member", "organization-board-officer", "province-administrator", "system-operator"],
                await host.Database.ScalarAsync<string[]>(province, "select array_agg(id order by id) from identity.roles where id not like '%.%'"));
        }
    }

    private AccessDirectory Directory => host.Services.GetRequiredService<AccessDirectory>();

    private async Task<KnownUser> AccessOfAsync(TestUser user)
    {
        Directory.Forget();
        return (await AccessAsync(Directory, user))!;
    }

    private static ValueTask<KnownUser?> AccessAsync(AccessDirectory directory, TestUser user) =>
        directory.FindAsync(user.Province.Id, user.Id, TestContext.Current.CancellationToken);

    private Task<int> ChangeAsync(string sql) => host.Database.ExecuteAsync(TestProvinces.NamDinh, sql);
}
