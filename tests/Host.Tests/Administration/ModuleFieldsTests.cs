using Microsoft.Extensions.DependencyInjection;
using Modular.Host.Identity;
using Modular.Host.Provinces;
using Modular.Kernel.Access;
using Modular.Kernel.Provinces;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Host.Tests.Administration;

public sealed class ModuleFieldsTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly TestHost host = fixture.Host;

    [Fact]
    public async Task Everybody_sees_which_modules_there_are()
    {
        using var client = await SignInAsync("sees", TestProvinces.NamDinh, DefaultRoles.Member);

        var answer = await client.ExecuteAsync("{ modules { id title vietnameseTitle version dependsOn isEnabled } }");

        answer.HasData("""
            {
              "modules": [
                { "id": "registers", "title": "Registers", "vietnameseTitle": "Sổ", "version": "0.1.0", "dependsOn": [], "isEnabled": true },
                { "id": "minutes", "title": "Minutes", "vietnameseTitle": "Biên bản", "version": "0.1.0", "dependsOn": ["registers"], "isEnabled": true }
              ]
            }
            """);
    }

    [Fact]
    public async Task A_disabled_module_leaves_the_schema_at_once_and_comes_back()
    {
        using var client = await SignInAsync("toggles", TestProvinces.NinhThuan, DefaultRoles.ProvinceAdministrator);
        using var reader = await host.SignInAsync(await host.AddUserAsync("reads", TestProvinces.NinhThuan, TestGrant.InProvince(RegistersModule.Read)));

        await client.DisableModuleAsync("minutes");
        await client.DisableModuleAsync("registers");
        var disabled = await reader.In("en").ExecuteAsync("{ registers }");
        var inVietnamese = await reader.In("vi").ExecuteAsync("{ registers }");
        await client.EnableModuleAsync("registers");
        var enabled = await reader.ExecuteAsync("{ registers }");

        Assert.Equal(["MODULE_DISABLED"], disabled.ErrorCodes);
        Assert.Equal("The field \"Query.registers\" belongs to the module \"registers\", which is not enabled.", (string)disabled.Body["errors"]![0]!["message"]!);
        Assert.Equal("Phân hệ 'Sổ' chưa được bật ở tỉnh của bạn.", (string)inVietnamese.Body["errors"]![0]!["message"]!);
        enabled.HasData("""{ "registers": ["members", "organizations"] }""");
    }

    [Fact]
    public async Task Whoever_sees_operations_of_the_whole_province_sees_how_modules_do()
    {
        using var auditor = await SignInAsync("operations", TestProvinces.NamDinh, DefaultRoles.Auditor);
        using var ofAPart = await host.SignInAsync(await host.AddUserAsync("operations.part", TestProvinces.NamDinh, TestGrant.OnSelf("system.read-operations")));
        using var member = await SignInAsync("operations.member", TestProvinces.NamDinh, DefaultRoles.Member);
        const string Question = "{ modules { id health { waitingEvents parkedEvents lastFault { where kind at } } tables { name rows } } }";

        (await auditor.ExecuteAsync(Question)).HasData("""
            {
              "modules": [
                { "id": "registers", "health": { "waitingEvents": 0, "parkedEvents": 0, "lastFault": null }, "tables": [] },
                { "id": "minutes", "health": { "waitingEvents": 0, "parkedEvents": 0, "lastFault": null }, "tables": [] }
              ]
            }
            """);
        Assert.Equal(["FORBIDDEN"], (await ofAPart.ExecuteAsync(Question)).ErrorCodes.Distinct());
        Assert.Equal(["FORBIDDEN"], (await member.ExecuteAsync(Question)).ErrorCodes.Distinct());
    }

    [Fact]
    public async Task Whoever_manages_modules_of_several_provinces_sees_where_each_serves_and_nothing_of_provinces_of_others()
    {
        var user = await host.AddUserAsync("operates", TestProvinces.NamDinh, TestGrant.OfRole(DefaultRoles.SystemOperator, Reach.Province));
        await AdmitAsync(user, TestProvinces.TienGiang, TestGrant.OfRole(DefaultRoles.SystemOperator, Reach.Province));
        await AdmitAsync(user, TestProvinces.NinhThuan, TestGrant.OfRole(DefaultRoles.Auditor, Reach.Province));
        using var client = await host.SignInAsync(user);
        using var auditor = await SignInAsync("audits", TestProvinces.NamDinh, DefaultRoles.Auditor);

        await host.Services.GetRequiredService<ModuleSwitch>().DisableAsync(TestProvinces.TienGiang.Id, "minutes", new SystemAccess("test"), "A test.", TestContext.Current.CancellationToken);
        await host.ReloadModulesAsync();
        var answer = await client.ExecuteAsync("{ modules { id enabledIn { slug } } }");
        await host.EnableAsync(TestProvinces.TienGiang, "minutes");

        answer.HasData("""
            {
              "modules": [
                { "id": "registers", "enabledIn": [{ "slug": "nam-dinh" }, { "slug": "tien-giang" }] },
                { "id": "minutes", "enabledIn": [{ "slug": "nam-dinh" }] }
              ]
            }
            """);
        Assert.Equal(["FORBIDDEN"], (await auditor.ExecuteAsync("{ modules { enabledIn { slug } } }")).ErrorCodes.Distinct());
    }

    [Fact]
    public async Task Others_than_administrators_and_operators_may_not_change_modules()
    {
        using var client = await SignInAsync("auditor", TestProvinces.NamDinh, DefaultRoles.Auditor);

        Assert.Equal(["FORBIDDEN"], (await client.ExecuteAsync("{ moduleChangePlan(module: \"minutes\", change: DISABLE) { digest } modules { history { reason } } }")).ErrorCodes.Distinct());
    }

    private async Task AdmitAsync(TestUser user, Province province, TestGrant grant)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AccountAdministration>().AdmitAsync(user.Id, province.Id, memberId: null, "test", TestContext.Current.CancellationToken);
        await host.GrantAsync(user with { Province = province }, grant);
    }

    private async Task<TestClient> SignInAsync(string name, Province province, string role) =>
        await host.SignInAsync(await host.AddUserAsync(name, province, TestGrant.OfRole(role, Reach.Province)));
}
