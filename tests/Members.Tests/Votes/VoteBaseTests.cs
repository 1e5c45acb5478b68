using Modular.Members.Contracts;
using Modular.Organizations.Contracts;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Members.Tests.Votes;

/// <summary>Who counts at a vote (ORG-16): a cell of eight official members, of whom one is elsewhere, one exempt, one suspended, and one probationer who never counts.</summary>
public sealed class VoteBaseTests(Register register) : IClassFixture<Register>
{
    private static readonly Guid[] Members = [.. Enumerable.Range(0, 8).Select(_ => Guid.CreateVersion7())];
    private static readonly IReadOnlySet<Guid> Nobody = new HashSet<Guid>();
    private static int numbers = 2000;

    private static MemberAtVote[] Meeting =>
    [
        new(Members[0], IsElsewhere: true, IsExempt: false, IsSuspended: false),
        new(Members[1], IsElsewhere: false, IsExempt: true, IsSuspended: false),
        new(Members[2], IsElsewhere: true, IsExempt: true, IsSuspended: false),
        .. Members[3..].Select(member => new MemberAtVote(member, false, false, false)),
    ];

    [Fact]
    public void Those_elsewhere_and_those_exempt_leave_the_base_once_each() => Assert.Equal(new VoteBase(8, 2, 1, 0, 5), VoteBase.Of(Meeting, Nobody));

    [Fact]
    public void Who_attends_and_votes_comes_back_into_the_base() =>
        Assert.Equal(new VoteBase(8, 1, 0, 0, 7), VoteBase.Of(Meeting, new HashSet<Guid> { Members[0], Members[1], Members[5] }));

    [Fact]
    public void Who_is_suspended_is_not_summoned_even_when_exempt() =>
        Assert.Equal(new VoteBase(1, 0, 0, 1, 0), VoteBase.Of([new(Members[0], false, true, true)], new HashSet<Guid> { Members[0] }));

    [Theory]
    [InlineData(3, true, 2, 2)]
    [InlineData(2, false, 2, 2)]
    [InlineData(10, true, 6, 7)]
    [InlineData(9, true, 5, 6)]
    public void Majorities_are_counted_of_the_base(int members, bool canVote, int half, int twoThirds)
    {
        var found = VoteBase.Of([.. Enumerable.Range(0, members).Select(_ => new MemberAtVote(Guid.CreateVersion7(), false, false, false))], Nobody);

        Assert.Equal((canVote, half, twoThirds), (found.CanVote, found.MoreThanHalf, found.TwoThirds));
    }

    [Fact]
    public async Task The_register_tells_who_is_elsewhere_exempt_or_suspended_on_the_day()
    {
        var cell = await register.FoundAsync(register.EastCommune, OrganizationKinds.Cell, "Chi bộ biểu quyết", "V.1");
        var members = new string[5];
        for (var index = 0; index < members.Length; index++)
            members[index] = await register.AddMemberAsync(cell, $"Trần Văn {(char)('A' + index)}", Interlocked.Increment(ref numbers));
        await FlagAsync(members[0], "EXEMPT");
        await FlagAsync(members[1], "ABROAD");

        var answer = await AskAsync(register.Officer, cell, members[1]);

        answer.HasData(
            """
            { "organization": {
              "before": { "official": 5, "elsewhere": 0, "exempt": 0, "count": 5, "moreThanHalf": 3, "canVote": true },
              "now": { "official": 5, "elsewhere": 1, "exempt": 1, "count": 3, "moreThanHalf": 2, "canVote": true },
              "voting": { "official": 5, "elsewhere": 0, "exempt": 1, "count": 4, "moreThanHalf": 3, "canVote": true } } }
            """);
    }

    [Fact]
    public async Task It_is_told_where_the_right_to_count_members_reaches()
    {
        using var client = await register.SignInAsync(
            "counter", TestGrant.Below(GlobalIds.KeyOf(register.WestCommune), "organizations.read", MembersPermissions.Count));

        var answer = await client.ExecuteAsync(
            "query ($east: ID!, $west: ID!) { east: organization(id: $east) { voteBase { official } } west: organization(id: $west) { voteBase { official } } }",
            new { east = register.EastCommune, west = register.WestCell });

        answer.HasData("""{ "east": { "voteBase": null }, "west": { "voteBase": { "official": 0 } } }""");
    }

    private async Task FlagAsync(string member, string flag)
    {
        var answer = await register.Officer.ExecuteAsync(
            "mutation ($input: SetMemberFlagInput!) { setMemberFlag(input: $input) { errors { __typename ... on Problem { message } } } }",
            new
            {
                input = new
                {
                    memberId = member,
                    expectedVersion = 1,
                    flag,
                    from = "2026-03-01",
                    reason = "Theo đơn",
                    asCorrection = true,
                    decision = new { number = "1-QĐ/ĐU", decidedOn = "2026-02-20", authority = "Đảng ủy" },
                },
            });
        Assert.Equal("[]", answer.Data["setMemberFlag"]!["errors"]!.ToJsonString());
    }

    private static Task<GraphQLAnswer> AskAsync(TestClient client, string cell, string attending) => client.ExecuteAsync(
        """
        query ($id: ID!, $attending: [ID!]) {
          organization(id: $id) {
            before: voteBase(asOf: "2026-02-01") { ...b } now: voteBase(asOf: "2026-04-01") { ...b } voting: voteBase(asOf: "2026-04-01", attending: $attending) { ...b }
          }
        }
        fragment b on VoteBase { official elsewhere exempt count moreThanHalf canVote }
        """,
        new { id = cell, attending = new[] { attending } });
}
