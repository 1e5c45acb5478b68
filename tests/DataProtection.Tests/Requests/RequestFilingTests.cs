using Modular.DataProtection.Contracts;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.DataProtection.Tests.Requests;

/// <summary>How requests come in (PD-08), and until when they are answered (PD-09).</summary>
public sealed class RequestFilingTests(ProtectedRegister register) : IClassFixture<ProtectedRegister>
{
    [Fact]
    public async Task A_member_files_a_request_and_finds_it_with_what_becomes_of_it()
    {
        var filed = await ProtectedRegister.DoAsync(
            register.Member, "fileSubjectRequest", new { kind = "ACCESS", content = "  Tôi muốn xem   dữ liệu của mình. " }, "subjectRequest { id }");
        var id = (string)filed["subjectRequest"]!["id"]!;

        (await register.Member.ExecuteAsync($$"""{ subjectRequest(id: "{{id}}") { kind channel state content isLate member { fullName } organization { name } } }""")).HasData(
            """
            { "subjectRequest": {
              "kind": "ACCESS", "channel": "ONLINE", "state": "RECEIVED", "content": "Tôi muốn xem dữ liệu của mình.", "isLate": false,
              "member": { "fullName": "Trần Thị Đông" }, "organization": { "name": "Chi bộ xóm 1" } } }
            """);
        var own = await register.Member.ExecuteAsync("{ myMember { subjectRequests { nodes { id } } } }");
        Assert.Contains(id, own.Data["myMember"]!["subjectRequests"]!["nodes"]!.AsArray().Select(request => (string?)request!["id"]));
    }

    [Theory]
    [InlineData("ACCESS", false, "2026-02-23")]
    [InlineData("CORRECT", false, "2026-02-23")]
    [InlineData("DELETE", false, "2026-03-05")]
    // The fifteenth day is a Saturday.
    [InlineData("RESTRICT", false, "2026-03-02")]
    [InlineData("OBJECT", true, "2026-03-05")]
    [InlineData("WITHDRAW_CONSENT", true, "2026-03-05")]
    // A third party gives more time to restrictions only.
    [InlineData("PROVIDE_COPY", true, "2026-02-23")]
    // The thirtieth day is a Sunday.
    [InlineData("COMPLAIN", false, "2026-03-16")]
    public async Task Deadlines_count_from_the_day_on_which_the_paper_was_received(string kind, bool involvesThirdParty, string completionDueOn)
    {
        var request = await register.RecordAsync(register.WestMember, kind, involvesThirdParty: involvesThirdParty);

        // The reply within two working days leaves out the week of Tết.
        Assert.Equal(
            $$"""{"channel":"PAPER","receivedOn":"2026-02-13","acknowledgeDueOn":"2026-02-24","completionDueOn":"{{completionDueOn}}","paperNumber":"15/ĐN","isLate":true}""",
            (await register.Officer.ReadAsync(request, "channel receivedOn acknowledgeDueOn completionDueOn paperNumber isLate"))
                .ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public async Task Whoever_belongs_to_no_record_has_no_data_to_ask_about() => Assert.Equal(
        ["ACCOUNT_BELONGS_TO_NO_MEMBER "], await ProtectedRegister.ProblemsAsync(register.Officer, "fileSubjectRequest", new { kind = "KNOW", content = "Vì sao?" }));

    [Fact]
    public async Task A_request_says_what_is_asked_for() => Assert.Equal(
        ["INVALID_INPUT input.content"], await ProtectedRegister.ProblemsAsync(register.Member, "fileSubjectRequest", new { kind = "KNOW", content = "   " }));

    [Fact]
    public async Task A_paper_was_not_received_tomorrow() => Assert.Equal(
        ["DAY_IS_STILL_TO_COME input.receivedOn"],
        await ProtectedRegister.ProblemsAsync(
            register.Officer, "recordSubjectRequest", new { memberId = register.WestMember, kind = "KNOW", content = "Đơn.", receivedOn = "2199-01-01" }));

    [Fact]
    public async Task Nobody_floods_the_register_with_requests()
    {
        var person = await register.AddMemberAsync(register.EastCell, "Lê Thị Hỏi");
        using var client = await register.SignInAsync(
            "asks.often", ProtectedRegister.KeyOf(person), TestGrant.OnSelf(DataProtectionPermissions.FileRequest, DataProtectionPermissions.ReadRequests));
        for (var number = 1; number <= 10; number++)
            await ProtectedRegister.DoAsync(client, "fileSubjectRequest", new { kind = "KNOW", content = $"Câu hỏi {number}" }, "subjectRequest { id }");

        Assert.Equal(
            ["TOO_MANY_REQUESTS_ARE_OPEN input"], await ProtectedRegister.ProblemsAsync(client, "fileSubjectRequest", new { kind = "KNOW", content = "Câu hỏi 11" }));
    }

    [Fact]
    public async Task An_officer_records_for_nobody_out_of_their_reach()
    {
        using var east = await register.SignInAsync(
            "east.records", memberId: null,
            TestGrant.Below(ProtectedRegister.KeyOf(register.EastCommune), DataProtectionPermissions.RecordRequest, DataProtectionPermissions.ReadRequests));
        object Of(string memberId) => new { memberId, kind = "KNOW", content = "Đơn.", receivedOn = "2026-02-13" };

        Assert.Equal(["NOT_FOUND input.memberId"], await ProtectedRegister.ProblemsAsync(east, "recordSubjectRequest", Of(register.WestMember)));
        Assert.Empty(await ProtectedRegister.ProblemsAsync(east, "recordSubjectRequest", Of(register.EastMember)));
    }

    [Fact]
    public async Task Members_see_their_own_requests_and_officers_those_of_their_organizations()
    {
        var person = await register.AddMemberAsync(register.EastCell, "Lê Văn Riêng");
        var west = await register.RecordAsync(register.WestMember);
        var own = await register.RecordAsync(person);
        using var member = await register.SignInAsync("own.requests", ProtectedRegister.KeyOf(person), TestGrant.OnSelf(DataProtectionPermissions.ReadRequests));
        using var officer = await register.SignInAsync(
            "west.reads", memberId: null, TestGrant.Below(ProtectedRegister.KeyOf(register.WestCommune), DataProtectionPermissions.ReadRequests));

        (await member.ExecuteAsync("{ subjectRequests { totalCount nodes { id } } }")).HasData(
            $$"""{ "subjectRequests": { "totalCount": 1, "nodes": [{ "id": "{{own.Id}}" }] } }""");
        (await officer.ExecuteAsync("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids = new[] { own.Id, west.Id } })).HasData(
            $$"""{ "nodes": [null, { "id": "{{west.Id}}" }] }""");
    }
}
