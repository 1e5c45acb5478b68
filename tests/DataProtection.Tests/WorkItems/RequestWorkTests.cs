using Modular.DataProtection.Contracts;
using Modular.DataProtection.Tests.Requests;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.DataProtection.Tests.WorkItems;

/// <summary>What is due about requests: opened with them, closed by the acts themselves.</summary>
public sealed class RequestWorkTests(ProtectedRegister register) : IClassFixture<ProtectedRegister>
{
    private const string OfMember =
        """
        query Of($id: ID!) { member(id: $id) { workItems { nodes { kind { id ruleId } dueOn isOverdue organization { name } } } } }
        """;

    [Fact]
    public async Task A_request_is_to_be_acknowledged_and_completed_until_it_is()
    {
        var person = await register.AddMemberAsync(register.EastCell, "Ngô Thị Hạn");
        var request = await register.RecordAsync(person);
        await HasWorkAsync(
            person,
            """
            [{ "kind": { "id": "data-protection.request-to-acknowledge", "ruleId": "PD-09" }, "dueOn": "2026-02-24", "isOverdue": true, "organization": { "name": "Chi bộ xóm 1" } },
             { "kind": { "id": "data-protection.request-to-complete", "ruleId": "PD-09" }, "dueOn": "2026-03-02", "isOverdue": true, "organization": { "name": "Chi bộ xóm 1" } }]
            """);

        request = await register.Officer.StepAsync("acknowledgeSubjectRequest", request);
        request = await register.Officer.StepAsync("startSubjectRequest", request);
        request = await register.Officer.StepAsync("extendSubjectRequest", request, new { days = 15, reason = "Nhiều hồ sơ." });
        await HasWorkAsync(
            person,
            """[{ "kind": { "id": "data-protection.request-to-complete", "ruleId": "PD-09" }, "dueOn": "2026-03-17", "isOverdue": true, "organization": { "name": "Chi bộ xóm 1" } }]""");

        await register.Officer.StepAsync("completeSubjectRequest", request, new { result = "Đã hạn chế." });
        await HasWorkAsync(person, "[]");
    }

    [Fact]
    public async Task Work_is_shown_to_whoever_follows_requests_of_the_organization()
    {
        await register.RecordAsync(register.WestMember);
        using var west = await FollowerAsync("follows.west", register.WestCommune);
        using var east = await FollowerAsync("follows.east", register.EastCell);
        const string Kinds = "{ workItems(where: {kindId: {eq: \"data-protection.request-to-acknowledge\"}}) { nodes { organization { name } } } }";

        Assert.Contains("Chi bộ xóm 9", (await west.ExecuteAsync(Kinds)).Data.ToJsonString(Readable), StringComparison.Ordinal);
        Assert.DoesNotContain("Chi bộ xóm 9", (await east.ExecuteAsync(Kinds)).Data.ToJsonString(Readable), StringComparison.Ordinal);
    }

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private Task<TestClient> FollowerAsync(string name, string organization) => register.SignInAsync(
        name, memberId: null, TestGrant.Below(ProtectedRegister.KeyOf(organization), DataProtectionPermissions.FollowRequests), TestGrant.InProvince("organizations.read"));

    private async Task HasWorkAsync(string person, string expected) =>
        (await register.Officer.ExecuteAsync(OfMember, new { id = person })).HasData($$"""{ "member": { "workItems": { "nodes": {{expected}} } } }""");
}
