using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Modular.Host.Identity;
using Modular.Host.Provinces;
using Modular.Kernel.Access;
using Modular.Kernel.Provinces;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Host.Tests.Provinces;

public sealed class ModulePlanTests(PlanningHost planning) : IClassFixture<PlanningHost>
{
    private const string Disable =
        """
        mutation ($module: String!, $plan: String!) {
          disableModule(input: { module: $module, reason: "Too early.", plan: $plan }) { module { id isEnabled } errors { __typename ... on Problem { message } } }
        }
        """;

    private const string Enable =
        """
        mutation ($module: String!, $plan: String!, $reason: String!) {
          enableModule(input: { module: $module, reason: $reason, plan: $plan }) { module { id isEnabled } errors { __typename ... on Problem { field } } }
        }
        """;

    private readonly TestHost host = planning.Host;

    [Fact]
    public async Task The_plan_of_disabling_tells_what_goes_along_what_vanishes_and_which_documents_break()
    {
        using var client = await SignInAsync("plans", TestProvinces.NamDinh);

        var plan = await client.PlanModuleAsync(
            "registers",
            "DISABLE",
            "{ module change changesAnything othersFirst conflict schemaChanges { severity code coordinate } documents { hash operations breaks error } workItems { kind } eventsWaiting eventsParked }");

        Assert.Equal(
            JsonNode.Parse(
                """
                {
                  "module": "registers",
                  "change": "DISABLE",
                  "changesAnything": true,
                  "othersFirst": ["minutes"],
                  "conflict": null,
                  "schemaChanges": [
                    { "severity": "BREAKING", "code": "FIELD_REMOVED", "coordinate": "Query.broken" },
                    { "severity": "BREAKING", "code": "FIELD_REMOVED", "coordinate": "Query.echoes" },
                    { "severity": "BREAKING", "code": "FIELD_REMOVED", "coordinate": "Query.registers" },
                    { "severity": "BREAKING", "code": "FIELD_REMOVED", "coordinate": "Query.sleeps" },
                    { "severity": "BREAKING", "code": "FIELD_REMOVED", "coordinate": "Query.waits" },
                    { "severity": "BREAKING", "code": "FIELD_REMOVED", "coordinate": "Subscription.registerEntry" }
                  ],
                  "documents": [
                    { "hash": "aaaa", "operations": ["Registers"], "breaks": true, "error": "The field \"Query.registers\" belongs to the module \"registers\", which is not enabled." }
                  ],
                  "workItems": [],
                  "eventsWaiting": 0,
                  "eventsParked": 0
                }
                """)!.ToJsonString(),
            Sorted(plan).ToJsonString());
    }

    [Fact]
    public async Task A_change_is_refused_when_it_would_do_something_else_than_its_plan_said()
    {
        using var client = (await SignInAsync("changes", TestProvinces.NinhThuan)).In("en");
        var early = (string)(await client.PlanModuleAsync("registers", "DISABLE"))["digest"]!;
        var needed = await client.ExecuteAsync(Disable, new { module = "registers", plan = early });
        await client.DisableModuleAsync("minutes");

        var changed = await client.ExecuteAsync(Disable, new { module = "registers", plan = early });
        var current = (string)(await client.PlanModuleAsync("registers", "DISABLE"))["digest"]!;
        var disabled = await client.ExecuteAsync(Disable, new { module = "registers", plan = current });
        var again = await client.ExecuteAsync(Disable, new { module = "registers", plan = current });
        var history = await client.ExecuteAsync("{ modules { id history { enabled changedBy reason } } }");

        needed.HasData("""{ "disableModule": { "module": null, "errors": [{ "__typename": "ModuleIsNeededByOtherModules", "message": "The module 'registers' cannot be disabled while these depend on it: minutes." }] } }""");
        changed.HasData("""{ "disableModule": { "module": null, "errors": [{ "__typename": "ModulePlanHasChanged", "message": "What enabling or disabling the module 'registers' does has changed since you looked at the plan. Look at it again." }] } }""");
        disabled.HasData("""{ "disableModule": { "module": { "id": "registers", "isEnabled": false }, "errors": [] } }""");
        again.HasData("""{ "disableModule": { "module": { "id": "registers", "isEnabled": false }, "errors": [] } }""");
        history.HasData("""
            {
              "modules": [
                { "id": "registers", "history": [{ "enabled": false, "changedBy": "changes", "reason": "Too early." }] },
                { "id": "minutes", "history": [{ "enabled": false, "changedBy": "changes", "reason": "A test." }] },
                { "id": "rival", "history": [] }
              ]
            }
            """);
    }

    [Fact]
    public async Task A_module_that_does_not_go_together_with_the_others_is_not_enabled()
    {
        using var client = await SignInAsync("enables", TestProvinces.NamDinh);

        var plan = await client.PlanModuleAsync("rival", "ENABLE", "{ conflict digest }");
        var answer = await client.ExecuteAsync(Enable, new { module = "rival", plan = (string)plan["digest"]!, reason = "A try." });
        var unexplained = await client.ExecuteAsync(Enable, new { module = "rival", plan = (string)plan["digest"]!, reason = " " });

        Assert.Contains("registers", (string)plan["conflict"]!, StringComparison.Ordinal);
        answer.HasData("""{ "enableModule": { "module": null, "errors": [{ "__typename": "ModulesDoNotGoTogether", "field": "input.module" }] } }""");
        unexplained.HasData("""{ "enableModule": { "module": null, "errors": [{ "__typename": "InvalidInput", "field": "input.reason" }] } }""");
    }

    [Fact]
    public async Task Modules_that_contradict_each_other_stop_their_province_and_no_other()
    {
        using var stopped = (await SignInAsync("stopped", TestProvinces.TienGiang)).In("en");
        using var served = await SignInAsync("served", TestProvinces.NamDinh);
        var operating = await host.AddUserAsync("operates", TestProvinces.NamDinh, TestGrant.OfRole(DefaultRoles.SystemOperator, Reach.Province));
        using var health = await host.SignInAsync(operating);

        await planning.SetRivalAsync(TestProvinces.TienGiang.Id.Value, enabled: true);
        var refused = await stopped.ExecuteAsync("{ viewer { userName } }");
        using var schema = await stopped.Http.GetAsync("/tien-giang/schema.graphql", TestContext.Current.CancellationToken);
        var answered = await served.ExecuteAsync("{ viewer { userName } }");
        var told = JsonNode.Parse(await health.Http.GetStringAsync("/health/ready", TestContext.Current.CancellationToken))!;
        await planning.SetRivalAsync(TestProvinces.TienGiang.Id.Value, enabled: false);
        var mended = await stopped.ExecuteAsync("{ viewer { userName } }");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        refused.Is("""{ "errors": [{ "message": "The modules of this province cannot be served together; tell whoever operates the system.", "extensions": { "code": "MODULES_CONFLICT" } }] }""");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, schema.StatusCode);
        answered.HasData("""{ "viewer": { "userName": "served" } }""");
        Assert.Equal("tien-giang", (string)Assert.Single(told["notServed"]!.AsArray())!["province"]!);
        mended.HasData("""{ "viewer": { "userName": "stopped" } }""");
    }

    [Fact]
    public async Task Whoever_manages_modules_for_a_part_of_the_province_sees_no_plan_and_changes_nothing()
    {
        var user = await host.AddUserAsync("part", TestProvinces.NamDinh, TestGrant.Below(HostFixture.Committee, HostPermissions.ManageModules));
        using var client = await host.SignInAsync(user);

        var plan = await client.ExecuteAsync("""{ moduleChangePlan(module: "minutes", change: DISABLE) { digest } }""");
        var change = await client.ExecuteAsync(Disable.Replace(" ... on Problem { message }", "", StringComparison.Ordinal), new { module = "minutes", plan = "none" });

        Assert.Equal(["FORBIDDEN"], plan.ErrorCodes);
        change.HasData("""{ "disableModule": { "module": null, "errors": [{ "__typename": "ModulesBelongToTheProvince" }] } }""");
    }

    [Fact]
    public async Task A_plan_that_was_not_looked_at_is_no_hindrance_to_operators()
    {
        var modules = host.Services.GetRequiredService<ModuleSwitch>();

        var missing = await modules.EnableAsync(TestProvinces.NamDinh.Id, "no-such", new SystemAccess("operator"), "A try.", TestContext.Current.CancellationToken);
        var unchanged = await modules.EnableAsync(TestProvinces.NamDinh.Id, "minutes", new SystemAccess("operator"), "A try.", TestContext.Current.CancellationToken);

        Assert.Equal([new ModuleIsNotInstalled("no-such") { Field = "input.module" }], missing.Problems);
        Assert.Equal("minutes", unchanged.Value);
    }

    private async Task<TestClient> SignInAsync(string name, Province province) =>
        await host.SignInAsync(await host.AddUserAsync(name, province, TestGrant.OfRole(DefaultRoles.ProvinceAdministrator, Reach.Province)));

    /// <summary>Changes of the schema come in the order of its types, which is of no matter here.</summary>
    private static JsonNode Sorted(JsonNode plan)
    {
        var changes = plan["schemaChanges"]!.AsArray().OrderBy(change => (string)change!["coordinate"]!, StringComparer.Ordinal).Select(change => change!.DeepClone()).ToArray();
        plan["schemaChanges"] = new JsonArray(changes);
        return plan;
    }
}
