using Modular.Members.Contracts;
using Modular.Organizations.Contracts;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Members.Tests.Transfers;

/// <summary>Transfers over HTTP: what each side sees and when, and that a request that is sent twice is done once.</summary>
public sealed class TransferInboxTests(Register register) : IClassFixture<Register>
{
    private const string Inbox =
        """
        query Inbox($west: ID!, $east: ID!) {
          west: organization(id: $west) { incomingTransfers(includeSubtree: true) { nodes { fullName state member { fullName } boxes { ordinal registerNumber } } } }
          east: organization(id: $east) { outgoingTransfers(includeSubtree: true) { nodes { fullName } } introductions { nodes { registerNumber } } }
          members(search: "chuyển đến") { totalCount }
        }
        """;

    [Fact]
    public async Task The_receiving_side_sees_the_paper_when_it_is_complete_and_the_member_when_they_are_taken_in()
    {
        var member = await register.AddMemberAsync(register.FirstCell, "Trần Văn Chuyển Đến", 651);
        using var west = await register.SignInAsync("west.clerk", TestGrant.Below(GlobalIds.KeyOf(register.WestCommune), [
            MembersPermissions.Read, MembersPermissions.ReadTransfers, MembersPermissions.Transfer, OrganizationsPermissions.Read]));

        var requested = await DoAsync(register.Officer, "requestTransfers", Request(member));
        (await InboxAsync(west)).HasData(
            """{ "west": { "incomingTransfers": { "nodes": [] } }, "east": { "outgoingTransfers": { "nodes": [] }, "introductions": { "nodes": [] } }, "members": { "totalCount": 0 } }""");

        var introduced = await DoAsync(
            register.Officer, "signTransfers", new { transfers = new[] { requested }, on = "2026-05-04", duesPaidThrough = "2026-05-01", allInReach = true });
        (await InboxAsync(west)).HasData(
            """
            { "west": { "incomingTransfers": { "nodes": [{ "fullName": "Trần Văn Chuyển Đến", "state": "INTRODUCED", "member": null,
                "boxes": [{ "ordinal": 1, "registerNumber": 1 }, { "ordinal": 2, "registerNumber": 1 }, { "ordinal": 3, "registerNumber": null }, { "ordinal": 4, "registerNumber": null }] }] } },
              "east": { "outgoingTransfers": { "nodes": [{ "fullName": "Trần Văn Chuyển Đến" }] }, "introductions": { "nodes": [{ "registerNumber": 1 }] } }, "members": { "totalCount": 0 } }
            """);

        var received = await DoAsync(west, "signTransfers", new { transfers = new[] { introduced }, on = "2026-05-11", allInReach = true });
        await DoAsync(west, "acceptTransfers", new { transfers = new[] { received }, on = "2026-05-11" });
        (await InboxAsync(west)).HasData(
            """
            { "west": { "incomingTransfers": { "nodes": [{ "fullName": "Trần Văn Chuyển Đến", "state": "ACCEPTED", "member": { "fullName": "Trần Văn Chuyển Đến" },
                "boxes": [{ "ordinal": 1, "registerNumber": 1 }, { "ordinal": 2, "registerNumber": 1 }, { "ordinal": 3, "registerNumber": 1 }, { "ordinal": 4, "registerNumber": null }] }] } },
              "east": { "outgoingTransfers": { "nodes": [{ "fullName": "Trần Văn Chuyển Đến" }] }, "introductions": { "nodes": [{ "registerNumber": 1 }] } }, "members": { "totalCount": 1 } }
            """);
    }

    [Fact]
    public async Task The_same_request_twice_starts_one_transfer()
    {
        var member = await register.AddMemberAsync(register.SecondCell, "Lê Văn Hai Lần", 652);
        var input = Request(member, clientMutationId: "hai-lan-1");

        var first = await DoAsync(register.Officer, "requestTransfers", input);
        var again = await DoAsync(register.Officer, "requestTransfers", input);

        Assert.Equal(first, again);
        var answer = await register.Officer.ExecuteAsync("query ($id: ID!) { member(id: $id) { transfers { state } } }", new { id = member });
        answer.HasData("""{ "member": { "transfers": [{ "state": "REQUESTED" }] } }""");
    }

    private Task<GraphQLAnswer> InboxAsync(TestClient client) => client.ExecuteAsync(Inbox, new { west = register.WestCommune, east = register.EastCommune });

    private object Request(string member, string? clientMutationId = null) => new
    {
        members = new[] { new { memberId = member, expectedVersion = 1 } },
        kind = "OFFICIAL",
        cause = "NEW_UNIT",
        changedOn = "2026-04-20",
        on = "2026-04-27",
        destinationId = register.WestCell,
        decision = new { number = "15-QĐ/HU", decidedOn = "2026-04-06" },
        selfReviewYear = 2025,
        clientMutationId,
    };

    private static async Task<object> DoAsync(TestClient client, string mutation, object input)
    {
        var answer = await client.ExecuteAsync(
            $"mutation ($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ {mutation}(input: $input) {{ transfers {{ id version }} errors {{ ... on Problem {{ code field }} }} }} }}",
            new { input });
        var payload = answer.Data[mutation]!;
        Assert.Equal("[]", payload["errors"]!.ToJsonString());
        return new { id = (string)payload["transfers"]![0]!["id"]!, expectedVersion = (int)payload["transfers"]![0]!["version"]! };
    }
}
