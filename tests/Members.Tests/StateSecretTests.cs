using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Members.Tests;

/// <summary>PD-24: a system within reach of the Internet keeps no state secrets.</summary>
public sealed class StateSecretTests(Register register) : IClassFixture<Register>
{
    private const string SetFlag =
        "mutation ($input: SetMemberFlagInput!) { setMemberFlag(input: $input) { member { id } errors { __typename ... on Problem { field message } } } }";

    [Fact]
    public async Task A_document_that_is_marked_as_secret_is_refused()
    {
        var answer = await FlagAsync(901, number: "12-QĐ/TU", authority: "Ban Thường vụ Tỉnh ủy (TỐI MẬT)", reason: "Đi công tác.");

        answer.Is(
            """
            {"data": {"setMemberFlag": {"member": null, "errors": [{"__typename": "InvalidInput", "field": "input.decision.authority",
              "message": "A document that is marked as a state secret is not kept in this system; enter its number, its day and where it is kept (PD-24)."}]}}}
            """);
    }

    [Fact]
    public async Task A_remark_with_a_stamp_is_taken_with_a_warning()
    {
        var answer = await FlagAsync(902, number: "12-QĐ/TU", authority: "Ban Thường vụ Tỉnh ủy", reason: "Theo văn bản [MẬT] ngày 3/2.");

        Assert.Equal("[]", answer.Data["setMemberFlag"]!["errors"]!.ToJsonString());
        var warning = Assert.Single(answer.Body["extensions"]!["warnings"]!.AsArray())!;
        Assert.Equal(("TEXT_BEARS_A_STAMP_OF_SECRECY", "input.reason"), ((string?)warning["code"], (string?)warning["field"]));
    }

    [Fact]
    public async Task Other_texts_are_taken_without_a_word()
    {
        var answer = await FlagAsync(903, number: "12-QĐ/TU", authority: "Ban Bảo mật", reason: "Giữ bí mật đời tư.");

        Assert.Null(answer.Body["extensions"]?["warnings"]);
        Assert.Equal("[]", answer.Data["setMemberFlag"]!["errors"]!.ToJsonString());
    }

    private async Task<GraphQLAnswer> FlagAsync(int person, string number, string authority, string reason)
    {
        var member = await register.AddMemberAsync(register.FirstCell, $"Trần Văn Kín {(char)('A' + (person % 26))}", person);
        var version = (int)(await register.Officer.ExecuteAsync("query ($id: ID!) { member(id: $id) { version } }", new { id = member })).Data["member"]!["version"]!;
        return await register.Officer.ExecuteAsync(SetFlag, new
        {
            input = new
            {
                memberId = member,
                expectedVersion = version,
                flag = "ABROAD",
                from = "2024-01-01",
                reason,
                decision = new { number, decidedOn = "2023-12-20", authority },
            },
        });
    }
}
