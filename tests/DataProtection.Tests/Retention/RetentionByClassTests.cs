using System.Text.Json.Nodes;
using Modular.DataProtection.Contracts;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.DataProtection.Tests.Retention;

/// <summary>Data are kept for a time that depends on what they are: a telephone sooner goes than a name.</summary>
[Collection(Erasing.Name)]
public sealed class RetentionByClassTests(ProtectedRegister register)
{
    private const string Plan =
        "query ($asOf: Date) { retentionPlan(asOf: $asOf) { asOf classes { class years instrument leftBefore personCount tables { keptBy name rows erasedColumns } } records { name removedBy } } }";

    private readonly Erasing erasing = new(register);

    [Fact]
    public async Task Contact_data_go_first_and_the_rest_stays_until_its_own_time()
    {
        const string Name = "Đoàn Thị Liên Lạc";
        var person = await erasing.FormerMemberAsync(Name, "2021-03-01");
        await erasing.SealAsync();

        Assert.Equal(["DATA_ARE_STILL_TO_BE_KEPT input.memberIds"], await RefusalAsync(Erasing.Proposal(person, "CONTACT", "FREE_TEXT")));
        await erasing.EraseAsync("contact", person, "CONTACT");

        (await register.Officer.ExecuteAsync(
            "query ($id: ID!) { member(id: $id) { fullName birthDatePrecision phone residenceHistory { address } statuses { reason } } }", new { id = person })).HasData(
            $$"""
            { "member": { "fullName": "{{Name}}", "birthDatePrecision": "DAY", "phone": null, "residenceHistory": [{ "address": "(đã xóa)" }],
              "statuses": [{ "reason": "{{Name}} xin ra." }, { "reason": null }, { "reason": null }] } }
            """);
        Assert.Equal([], await erasing.ColumnsWithAsync($"Nhà {Name}"));
        Assert.Equal(["kernel.edits.changes", "kernel.edits.reason", "members.member.full_name", "members.membership_status.reason"], await erasing.ColumnsWithAsync(Name));
        await erasing.SealAsync();
        Assert.Null((await erasing.VerifyAsync()).Breach);
        Assert.Equal(["DATA_ARE_STILL_TO_BE_KEPT input.memberIds"], await RefusalAsync(Erasing.Proposal(person, "CONTACT")));
    }

    [Fact]
    public async Task What_is_left_goes_with_a_second_act_and_the_seals_hold()
    {
        const string Name = "Đoàn Thị Hai Lần";
        var person = await erasing.FormerMemberAsync(Name, "2016-03-06");
        await erasing.SealAsync();
        await erasing.EraseAsync("first.part", person, "CONTACT", "DUES");
        await erasing.SealAsync();
        Assert.NotEmpty(await erasing.ColumnsWithAsync(Name));

        await erasing.EraseAsync("second.part", person);

        Assert.Equal([], await erasing.ColumnsWithAsync(Name));
        await erasing.SealAsync();
        Assert.Null((await erasing.VerifyAsync()).Breach);
        (await register.Officer.ExecuteAsync("{ erasures(first: 2) { nodes { state classes personCount } } }")).HasData(
            """
            { "erasures": { "nodes": [
              { "state": "EXECUTED", "classes": ["IDENTITY", "CITIZEN_NUMBER", "FREE_TEXT", "DISCIPLINE", "DOCUMENT"], "personCount": 1 },
              { "state": "EXECUTED", "classes": ["CONTACT", "DUES"], "personCount": 1 }] } }
            """);
    }

    [Fact]
    public async Task The_plan_says_by_class_and_table_what_is_due_on_a_day_and_by_what_it_is_kept()
    {
        await erasing.FormerMemberAsync("Đoàn Thị Theo Ngày", "2024-12-31");

        var before = Contact(await PlanAsync("2026-12-31"));
        var after = Contact(await PlanAsync("2027-01-01"));

        Assert.Equal((int)before["personCount"]! + 1, (int)after["personCount"]!);
        Assert.Equal("2025-01-01", (string)after["leftBefore"]!);
        Assert.Contains(after["tables"]!.AsArray(), table => (string)table!["keptBy"]! == "members" && (string)table["name"]! == "Residence");
        Assert.Equal(
            ["IDENTITY 10 7-QĐ/TU", "CITIZEN_NUMBER 10 -", "CONTACT 2 -", "FREE_TEXT 10 -", "DISCIPLINE 10 -", "DOCUMENT 10 -", "DUES 10 -"],
            (await PlanAsync(null))["classes"]!.AsArray().Select(kept => $"{kept!["class"]} {kept["years"]} {(string?)kept["instrument"] ?? "-"}"));
        Assert.Equal(
            ["idempotency-keys SYSTEM", "delivered-events SYSTEM", "import-verdicts SYSTEM", "closed-work-items SYSTEM", "sensitive-reads OPERATOR"],
            (await PlanAsync(null))["records"]!.AsArray().Select(records => $"{records!["name"]} {records["removedBy"]}"));
    }

    [Fact]
    public async Task The_plan_is_for_whoever_may_see_the_whole_province()
    {
        using var below = await register.SignInAsync(
            "plans.below", memberId: null, TestGrant.Below(ProtectedRegister.KeyOf(register.EastCommune), DataProtectionPermissions.PlanRetention));

        (await below.ExecuteAsync(Plan)).HasData("""{ "retentionPlan": null }""");
    }

    private async Task<JsonNode> PlanAsync(string? asOf) => (await register.Officer.ExecuteAsync(Plan, new { asOf })).Data["retentionPlan"]!;

    private static JsonNode Contact(JsonNode plan) => plan["classes"]!.AsArray().Single(kept => (string)kept!["class"]! == "CONTACT")!;

    private Task<string[]> RefusalAsync(JsonObject input) => ProtectedRegister.ProblemsAsync(register.Officer, "proposeErasure", input);
}
