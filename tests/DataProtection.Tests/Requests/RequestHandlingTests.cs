using System.Text.Json.Nodes;
using Modular.DataProtection.Contracts;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.DataProtection.Tests.Requests;

/// <summary>How requests are answered (PD-09): step by step, in time, by somebody else.</summary>
public sealed class RequestHandlingTests(ProtectedRegister register) : IClassFixture<ProtectedRegister>
{
    [Fact]
    public async Task A_request_is_acknowledged_worked_on_and_done()
    {
        var request = await register.RecordAsync(register.EastMember, "CORRECT");

        request = await register.Officer.StepAsync("acknowledgeSubjectRequest", request);
        request = await register.Officer.StepAsync("startSubjectRequest", request);
        request = await register.Officer.StepAsync("completeSubjectRequest", request, new { result = "Đã sửa ngày sinh." });

        Same(
            """{"state":"DONE","result":"Đã sửa ngày sinh.","refusalGround":null,"version":4}""",
            await register.Officer.ReadAsync(request, "state result refusalGround version"));
        Assert.NotNull((await register.Officer.ReadAsync(request, "closedAt"))["closedAt"]);
        Assert.NotNull((await register.Officer.ReadAsync(request, "acknowledgedAt"))["acknowledgedAt"]);
        Same("""{"state":"DONE","result":"Đã sửa ngày sinh."}""", await register.Member.ReadAsync(request, "state result"));
    }

    [Fact]
    public async Task A_refusal_says_its_ground()
    {
        var request = await register.RecordAsync(register.EastMember, "DELETE");
        request = await register.Officer.StepAsync("acknowledgeSubjectRequest", request);

        Assert.Equal(
            ["INVALID_INPUT input.reason"],
            await register.Officer.RefusedAsync("refuseSubjectRequest", request, new { ground = "LAW_REQUIRES_KEEPING", reason = " " }));
        request = await register.Officer.StepAsync(
            "refuseSubjectRequest", request, new { ground = "LAW_REQUIRES_KEEPING", reason = "Hồ sơ đảng viên phải lưu giữ." });

        Same(
            """{"state":"REFUSED","refusalGround":"LAW_REQUIRES_KEEPING","refusalReason":"Hồ sơ đảng viên phải lưu giữ.","result":null}""",
            await register.Officer.ReadAsync(request, "state refusalGround refusalReason result"));
    }

    [Fact]
    public async Task Its_time_is_extended_once_and_not_by_more_than_fifteen_days()
    {
        var request = await register.RecordAsync(register.EastMember);
        request = await register.Officer.StepAsync("acknowledgeSubjectRequest", request);
        request = await register.Officer.StepAsync("startSubjectRequest", request);

        Assert.Equal(["EXTENSION_IS_TOO_LONG input.days"], await register.Officer.RefusedAsync("extendSubjectRequest", request, new { days = 16, reason = "Nhiều hồ sơ." }));
        Assert.Equal(["EXTENSION_IS_TOO_LONG input.days"], await register.Officer.RefusedAsync("extendSubjectRequest", request, new { days = 0, reason = "Nhiều hồ sơ." }));
        request = await register.Officer.StepAsync("extendSubjectRequest", request, new { days = 15, reason = "Nhiều hồ sơ." });
        Same(
            """{"state":"EXTENDED","extendedByDays":15,"extensionReason":"Nhiều hồ sơ.","completionDueOn":"2026-03-17"}""",
            await register.Officer.ReadAsync(request, "state extendedByDays extensionReason completionDueOn"));
        Assert.Equal(
            ["REQUEST_STEP_DOES_NOT_FOLLOW input.id"], await register.Officer.RefusedAsync("extendSubjectRequest", request, new { days = 1, reason = "Lại." }));
    }

    [Fact]
    public async Task A_third_party_that_turns_out_to_be_involved_gives_more_time()
    {
        var request = await register.RecordAsync(register.EastMember, "OBJECT");
        request = await register.Officer.StepAsync("acknowledgeSubjectRequest", request);

        request = await register.Officer.StepAsync("startSubjectRequest", request, new { involvesThirdParty = true });

        Same(
            """{"state":"IN_PROGRESS","involvesThirdParty":true,"completionDueOn":"2026-03-05"}""",
            await register.Officer.ReadAsync(request, "state involvesThirdParty completionDueOn"));
    }

    [Fact]
    public async Task No_step_is_left_out_and_none_follows_the_end()
    {
        var request = await register.RecordAsync(register.EastMember);

        Assert.Equal(["REQUEST_STEP_DOES_NOT_FOLLOW input.id"], await register.Officer.RefusedAsync("startSubjectRequest", request));
        Assert.Equal(["REQUEST_STEP_DOES_NOT_FOLLOW input.id"], await register.Officer.RefusedAsync("completeSubjectRequest", request, new { result = "Xong." }));
        request = await register.Officer.StepAsync("acknowledgeSubjectRequest", request);
        request = await register.Officer.StepAsync("refuseSubjectRequest", request, new { ground = "REPEATED", reason = "Đã trả lời." });
        Assert.Equal(["REQUEST_STEP_DOES_NOT_FOLLOW input.id"], await register.Officer.RefusedAsync("acknowledgeSubjectRequest", request));
    }

    [Fact]
    public async Task Nobody_decides_on_their_own_request()
    {
        var person = await register.AddMemberAsync(register.EastCell, "Đỗ Thị Tự Xử");
        var request = await register.RecordAsync(person);
        using var own = await register.SignInAsync(
            "decides.own", ProtectedRegister.KeyOf(person), TestGrant.InProvince(DataProtectionPermissions.ReadRequests, DataProtectionPermissions.HandleRequests));

        Assert.Equal(["NOBODY_DECIDES_ON_THEIR_OWN_REQUEST input.id"], await own.RefusedAsync("acknowledgeSubjectRequest", request));
    }

    [Fact]
    public async Task Only_whoever_handles_requests_there_takes_a_step()
    {
        var west = await register.RecordAsync(register.WestMember);
        var east = ProtectedRegister.KeyOf(register.EastCommune);
        using var reader = await register.SignInAsync(
            "reads.west", memberId: null,
            TestGrant.InProvince(DataProtectionPermissions.ReadRequests), TestGrant.Below(east, DataProtectionPermissions.HandleRequests));
        using var neighbour = await register.SignInAsync(
            "handles.east", memberId: null, TestGrant.Below(east, DataProtectionPermissions.ReadRequests, DataProtectionPermissions.HandleRequests));

        Assert.Equal(["REQUEST_IS_OUT_OF_YOUR_REACH input.id"], await reader.RefusedAsync("acknowledgeSubjectRequest", west));
        Assert.Equal(["NOT_FOUND input.id"], await neighbour.RefusedAsync("acknowledgeSubjectRequest", west));
        var asMember = await register.Member.ExecuteAsync(
            "mutation ($input: AcknowledgeSubjectRequestInput!) { acknowledgeSubjectRequest(input: $input) { errors { __typename } } }",
            new { input = new { id = west.Id, expectedVersion = west.Version } });
        Assert.Equal(["FORBIDDEN"], asMember.ErrorCodes);
    }

    [Fact]
    public async Task A_step_names_the_version_that_was_read()
    {
        var request = await register.RecordAsync(register.EastMember);
        await register.Officer.StepAsync("acknowledgeSubjectRequest", request);

        Assert.Equal(["STALE_VERSION input.expectedVersion"], await register.Officer.RefusedAsync("acknowledgeSubjectRequest", request));
    }

    [Fact]
    public async Task An_open_request_goes_with_its_person_to_another_cell()
    {
        var person = await register.AddMemberAsync(register.EastCell, "Vũ Thị Chuyển");
        var open = await register.RecordAsync(person);
        var closed = await register.RecordAsync(person, "KNOW");
        closed = await register.Officer.StepAsync("acknowledgeSubjectRequest", closed);
        closed = await register.Officer.StepAsync("refuseSubjectRequest", closed, new { ground = "REPEATED", reason = "Đã trả lời." });
        await MoveAsync(person, register.OtherEastCell);

        Same("""{"organization":{"name":"Chi bộ xóm 2"}}""", await register.Officer.ReadAsync(open, "organization { name }"));
        Same("""{"organization":{"name":"Chi bộ xóm 1"}}""", await register.Officer.ReadAsync(closed, "organization { name }"));
    }

    [Fact]
    public async Task Each_step_stands_in_the_history_of_the_person()
    {
        var person = await register.AddMemberAsync(register.EastCell, "Bùi Thị Lịch Sử");
        var request = await register.RecordAsync(person);
        await register.Officer.StepAsync("acknowledgeSubjectRequest", request);

        var history = await register.Officer.ExecuteAsync("query ($id: ID!) { member(id: $id) { history(first: 1) { nodes { action objectType fields { name after } } } } }", new { id = person });
        var last = history.Data["member"]!["history"]!["nodes"]![0]!;
        Assert.Equal(("CHANGED", "SubjectRequest"), ((string)last["action"]!, (string)last["objectType"]!));
        Assert.Contains(last["fields"]!.AsArray(), field => (string)field!["name"]! == "state" && (string?)field["after"] == "ACKNOWLEDGED");
    }

    private async Task MoveAsync(string person, string cell)
    {
        var version = (int)(await register.Officer.ExecuteAsync("query ($id: ID!) { member(id: $id) { version } }", new { id = person })).Data["member"]!["version"]!;
        await ProtectedRegister.DoAsync(
            register.Officer, "assignMemberToCell", new { memberId = person, expectedVersion = version, organizationId = cell, from = "2026-03-02" }, "member { id }");
        await register.Host.DispatchEventsAsync();
    }

    private static void Same(string expected, JsonNode actual) => Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), actual.ToJsonString());
}
