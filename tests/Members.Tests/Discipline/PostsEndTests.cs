using Modular.Members.Contracts;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Members.Tests.Discipline;

/// <summary>Posts in committees end when their holders die or are removed, and discipline is seen under a permission of its own; over HTTP.</summary>
public sealed class PostsEndTests(Register register) : IClassFixture<Register>
{
    private const string Record =
        """
        mutation Record($input: RecordDisciplinaryMeasureInput!) {
          recordDisciplinaryMeasure(input: $input) { disciplinaryMeasure { id } errors { __typename ... on Problem { message field } } }
        }
        """;

    private const string Posts =
        "select coalesce(string_agg(format('%s %s %s', post.post, post.valid, post.end_reason), ', '), '') from organizations.committee_post as post where post.member_id = $1";

    [Fact]
    public async Task Whoever_is_removed_from_post_or_dies_holds_no_post_any_more_and_a_reader_without_the_permission_sees_no_discipline()
    {
        var removed = await register.AddMemberAsync(register.FirstCell, "Đỗ Thị Chức", 201);
        var died = await register.AddMemberAsync(register.FirstCell, "Đỗ Thị Mất", 202);
        await HoldAsync(register.FirstCell, removed, "SECRETARY");
        await HoldAsync(register.SecondCell, await register.AddMemberAsync(register.SecondCell, "Đỗ Thị Hai", 203), "SECRETARY");
        await HoldAsync(register.EastCommune, died, "SECRETARY");

        var answer = await register.Officer.ExecuteAsync(Record, new
        {
            input = new
            {
                memberId = removed,
                expectedVersion = 1,
                form = "REMOVAL_FROM_POST",
                ground = "TASK_OF_SUPERIOR",
                fault = "Thiếu trách nhiệm.",
                faultEndedOn = "2026-02-03",
                decidedByOrganizationId = register.District,
                vote = new { @base = 9, inFavour = 6 },
                hearing = "HEARD",
                heardOn = "2026-05-04",
                announcedOn = "2026-05-04",
                decision = new { number = "8-QĐ/HU", decidedOn = "2026-05-05" },
            },
        });
        Assert.Equal("[]", answer.Data["recordDisciplinaryMeasure"]!["errors"]!.ToJsonString());
        await register.Officer.ExecuteAsync(
            "mutation Die($input: RecordDeathInput!) { recordDeath(input: $input) { errors { __typename } } }",
            new { input = new { memberId = died, expectedVersion = 1, diedOn = "2026-06-01" } });
        await register.Host.DispatchEventsAsync();

        Assert.Equal("SECRETARY [2025-01-02,2026-05-04) DISCIPLINED", await PostsAsync(removed));
        Assert.Equal("SECRETARY [2025-01-02,2026-06-01) DECEASED", await PostsAsync(died));

        using var reader = await register.SignInAsync("plain.reader", TestGrant.InProvince(MembersPermissions.Read));
        const string Read = "query ($id: ID!) { member(id: $id) { fullName disciplinaryMeasures { form } } }";
        var refused = await reader.ExecuteAsync(Read, new { id = removed });
        var shown = await register.Officer.ExecuteAsync(Read, new { id = removed });
        Assert.Equal("FORBIDDEN", (string)refused.Body["errors"]![0]!["extensions"]!["code"]!);
        Assert.Equal("""[{"form":"REMOVAL_FROM_POST"}]""", shown.Data["member"]!["disciplinaryMeasures"]!.ToJsonString());
    }

    private Task<string> PostsAsync(string member) => register.Database.ScalarAsync<string>(TestProvinces.NamDinh, Posts, GlobalIds.KeyOf(member));

    private async Task HoldAsync(string organization, string member, string post)
    {
        var term = await register.Officer.ExecuteAsync(
            "mutation Open($input: OpenCommitteeTermInput!) { openCommitteeTerm(input: $input) { committeeTerm { id } errors { __typename ... on Problem { message } } } }",
            new
            {
                input = new
                {
                    organizationId = organization,
                    number = "2025-2028",
                    effectiveOn = "2025-01-02",
                    committeeSize = organization == register.EastCommune ? 9 : 0,
                    standingSize = organization == register.EastCommune ? 3 : 0,
                    decision = new { number = "1-QĐ/HU", decidedOn = "2025-01-01", authority = "Ban Thường vụ" },
                },
            });
        Assert.Equal("[]", term.Data["openCommitteeTerm"]!["errors"]!.ToJsonString());
        var given = await register.Officer.ExecuteAsync(
            "mutation Give($input: AssignPostInput!) { assignPost(input: $input) { errors { __typename ... on Problem { message } } } }",
            new { input = new { termId = (string)term.Data["openCommitteeTerm"]!["committeeTerm"]!["id"]!, memberId = member, post, basis = "ELECTED", effectiveOn = "2025-01-02" } });
        Assert.Equal("[]", given.Data["assignPost"]!["errors"]!.ToJsonString());
    }
}
