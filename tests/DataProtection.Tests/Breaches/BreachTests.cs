using System.Text.Json.Nodes;
using Modular.DataProtection.Contracts;
using Modular.Kernel.Access;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.DataProtection.Tests.Breaches;

/// <summary>The register of breaches, and the clock of 72 hours that stops on no holiday (PD-11).</summary>
public sealed class BreachTests(ProtectedRegister register) : IClassFixture<ProtectedRegister>
{
    [Fact]
    public async Task A_breach_is_assessed_reported_told_and_closed()
    {
        var breach = await RecordAsync("2026-02-13T09:30:00+07:00");
        Same(
            """{"state":"DETECTED","detectedAt":"2026-02-13T02:30:00Z","reportDueAt":"2026-02-16T02:30:00Z","personsAffected":null,"organization":{"name":"Đảng bộ xã Giao Hà"}}""",
            await ReadAsync(breach, "state detectedAt reportDueAt personsAffected organization { name }"));

        breach = await StepAsync("assessBreach", breach, new { personsAffected = 120, risk = "HIGH", measures = "Đã khóa tài khoản." });
        breach = await StepAsync("reportBreach", breach, new { notifiedAt = "2026-02-16T08:00:00+07:00", reference = "07-BC/ĐU" });
        breach = await StepAsync("tellBreachSubjects", breach, new { notifiedAt = "2026-02-17T08:00:00+07:00", how = "Gửi thư." });
        breach = await StepAsync("closeBreach", breach, new { conclusion = "Đã đổi quy trình." });

        Same(
            """
            {"state":"CLOSED","personsAffected":120,"risk":"HIGH","measures":"Đã khóa tài khoản.","dataKinds":"Họ tên, số căn cước","involvesSensitiveData":true,
             "authority":"Cục An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao (A05), Bộ Công an","authorityReference":"07-BC/ĐU","authorityNotifiedAt":"2026-02-16T01:00:00Z",
             "lateReason":null,"subjectsNotifiedHow":"Gửi thư.","conclusion":"Đã đổi quy trình."}
            """,
            await ReadAsync(
                breach,
                "state personsAffected risk measures dataKinds involvesSensitiveData authority authorityReference authorityNotifiedAt lateReason subjectsNotifiedHow conclusion"));
    }

    [Fact]
    public async Task The_clock_of_72_hours_runs_through_weekends_and_tet()
    {
        // Detected on the Friday evening before Tết: told until Monday evening, on a holiday.
        var breach = await RecordAsync("2026-02-13T20:00:00+07:00");

        var items = await register.Officer.ExecuteAsync(
            "{ workItems(where: {kindId: {eq: \"data-protection.breach-to-report\"}}, first: 50) { nodes { dueOn isOverdue kind { ruleId } } } }");
        Assert.Contains(items.Data["workItems"]!["nodes"]!.AsArray(), item => item!.ToJsonString() == """{"dueOn":"2026-02-16","isOverdue":true,"kind":{"ruleId":"PD-11"}}""");
        Same("""{"reportDueAt":"2026-02-16T13:00:00Z"}""", await ReadAsync(breach, "reportDueAt"));
    }

    [Fact]
    public async Task A_late_notice_says_why()
    {
        var breach = await RecordAsync("2026-02-13T09:30:00+07:00");
        breach = await StepAsync("assessBreach", breach, new { personsAffected = 1, risk = "LOW", measures = "Đã xử lý." });
        object Told(string? lateReason) => new { notifiedAt = "2026-02-16T09:30:01+07:00", reference = "08-BC/ĐU", lateReason };

        Assert.Equal(["LATE_NOTICE_NEEDS_REASON input.lateReason"], await RefusedAsync("reportBreach", breach, Told(null)));
        breach = await StepAsync("reportBreach", breach, Told("Chưa xác minh được phạm vi."));
        Same("""{"state":"REPORTED","lateReason":"Chưa xác minh được phạm vi."}""", await ReadAsync(breach, "state lateReason"));
    }

    [Fact]
    public async Task Nobody_was_told_before_the_breach_was_detected_or_tomorrow()
    {
        var breach = await RecordAsync("2026-02-13T09:30:00+07:00");
        breach = await StepAsync("assessBreach", breach, new { personsAffected = 1, risk = "LOW", measures = "Đã xử lý." });

        foreach (var moment in (string[])["2026-02-13T09:29:59+07:00", "2199-01-01T00:00:00Z"])
            Assert.Equal(["MOMENT_IS_NOT_AFTER_DETECTION input.notifiedAt"], await RefusedAsync("reportBreach", breach, new { notifiedAt = moment, reference = "1", lateReason = "x" }));
    }

    [Fact]
    public async Task No_step_is_left_out()
    {
        var breach = await RecordAsync("2026-02-13T09:30:00+07:00");

        Assert.Equal(["BREACH_STEP_DOES_NOT_FOLLOW input.id"], await RefusedAsync("reportBreach", breach, new { notifiedAt = "2026-02-14T08:00:00Z", reference = "1" }));
        Assert.Equal(["BREACH_STEP_DOES_NOT_FOLLOW input.id"], await RefusedAsync("closeBreach", breach, new { conclusion = "Xong." }));
        Assert.Equal(
            ["INVALID_INPUT input.personsAffected"], await RefusedAsync("assessBreach", breach, new { personsAffected = -1, risk = "LOW", measures = "Đã xử lý." }));
    }

    [Fact]
    public async Task The_register_is_for_the_data_protection_officer_and_the_auditor()
    {
        var breach = await RecordAsync("2026-02-13T09:30:00+07:00");
        foreach (var (role, sees) in (IReadOnlyList<(string, bool)>)
            [
                (DefaultRoles.DataProtectionOfficer, true), (DefaultRoles.Auditor, true), (DefaultRoles.OrganizationBoardOfficer, false), (DefaultRoles.ProvinceAdministrator, false),
            ])
        {
            using var user = await register.SignInAsync($"breaches.{role}", memberId: null, TestGrant.OfRole(role, Reach.Province));
            var answer = await user.ExecuteAsync("query ($id: ID!) { breach(id: $id) { id } }", new { id = breach.Id });
            Assert.Equal((role, sees), (role, answer.Body["data"]!["breach"] is not null));
        }

        using var east = await register.SignInAsync(
            "breaches.west", memberId: null, TestGrant.Below(ProtectedRegister.KeyOf(register.WestCommune), DataProtectionPermissions.ReadBreaches, DataProtectionPermissions.HandleBreaches));
        (await east.ExecuteAsync("query ($id: ID!) { breach(id: $id) { id } }", new { id = breach.Id })).HasData("""{ "breach": null }""");
        Assert.Equal(["NOT_FOUND input.organizationId"], await ProtectedRegister.ProblemsAsync(east, "recordBreach", Input("2026-02-13T09:30:00+07:00")));
    }

    private object Input(string detectedAt) => new
    {
        organizationId = register.EastCommune,
        detectedAt,
        description = "Danh sách được gửi nhầm địa chỉ.",
        dataKinds = "Họ tên, số căn cước",
        involvesSensitiveData = true,
    };

    private async Task<(string Id, int Version)> RecordAsync(string detectedAt) =>
        Versioned(await ProtectedRegister.DoAsync(register.Officer, "recordBreach", Input(detectedAt), "breach { id version }"));

    private async Task<(string Id, int Version)> StepAsync(string mutation, (string Id, int Version) breach, object more) =>
        Versioned(await ProtectedRegister.DoAsync(register.Officer, mutation, Step(breach, more), "breach { id version }"));

    private Task<string[]> RefusedAsync(string mutation, (string Id, int Version) breach, object more) =>
        ProtectedRegister.ProblemsAsync(register.Officer, mutation, Step(breach, more));

    private async Task<JsonNode> ReadAsync((string Id, int Version) breach, string selection) =>
        (await register.Officer.ExecuteAsync($"query ($id: ID!) {{ breach(id: $id) {{ {selection} }} }}", new { id = breach.Id })).Data["breach"]!;

    private static JsonObject Step((string Id, int Version) breach, object more)
    {
        var input = System.Text.Json.JsonSerializer.SerializeToNode(more)!.AsObject();
        input["id"] = breach.Id;
        input["expectedVersion"] = breach.Version;
        return input;
    }

    private static (string Id, int Version) Versioned(JsonNode payload) => ((string)payload["breach"]!["id"]!, (int)payload["breach"]!["version"]!);

    private static void Same(string expected, JsonNode actual) => Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), actual.ToJsonString());
}
