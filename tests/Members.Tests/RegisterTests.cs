using Modular.Kernel.Access;
using Modular.Members.Contracts;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Members.Tests;

/// <summary>The register over HTTP, as users of different roles and places.</summary>
public sealed class RegisterTests(Register register) : IClassFixture<Register>
{
    [Fact]
    public async Task A_registered_member_is_found_with_and_without_diacritics_by_card_and_in_the_order_of_given_names()
    {
        await register.AddMemberAsync(register.FirstCell, "Nguyễn Văn Ánh", 101);
        await register.AddMemberAsync(register.FirstCell, "Nguyễn Thị Đào", 102);
        await register.AddMemberAsync(register.SecondCell, "Nguyễn Văn Anh", 103);

        var answer = await register.Officer.ExecuteAsync(
            """
            { plain: members(search: "nguyen van anh") { totalCount nodes { fullName } }
              marked: members(search: "Ánh Nguyễn") { nodes { fullName } }
              card: members(search: "36000102") { nodes { fullName cardNumber organization { name } } }
              given: members(search: "nguyễn", orderBy: [{field: NAME, direction: DESC}], first: 2) { nodes { fullName } pageInfo { hasNextPage } } }
            """);

        answer.HasData(
            """
            { "plain": { "totalCount": 2, "nodes": [{ "fullName": "Nguyễn Văn Anh" }, { "fullName": "Nguyễn Văn Ánh" }] },
              "marked": { "nodes": [{ "fullName": "Nguyễn Văn Anh" }, { "fullName": "Nguyễn Văn Ánh" }] },
              "card": { "nodes": [{ "fullName": "Nguyễn Thị Đào", "cardNumber": "36000102", "organization": { "name": "Chi bộ xóm 1" } }] },
              "given": { "nodes": [{ "fullName": "Nguyễn Thị Đào" }, { "fullName": "Nguyễn Văn Ánh" }], "pageInfo": { "hasNextPage": true } } }
            """);
    }

    [Fact]
    public async Task Organizations_are_counted_with_all_below_them_as_of_a_day()
    {
        await register.AddMemberAsync(register.WestCell, "Trần Văn Đếm", 111);

        var answer = await register.Officer.ExecuteAsync(
            """
            query Count($west: ID!) { organization(id: $west) {
              memberCount own: memberCount(includeSubtree: false) all: memberCount(includeSubtree: true)
              before: memberCount(includeSubtree: true, asOf: "2015-12-31") membership(includeSubtree: true) { official probationary applicants sympathizers } } }
            """,
            new { west = register.WestCommune });

        answer.HasData(
            """
            { "organization": { "memberCount": 0, "own": 0, "all": 1, "before": 0,
              "membership": { "official": 1, "probationary": 0, "applicants": 0, "sympathizers": 0 } } }
            """);
    }

    [Fact]
    public async Task A_member_shows_facts_flags_and_party_age()
    {
        var id = await register.AddMemberAsync(register.FirstCell, "Phạm Thị Hồ Sơ", 121);

        var answer = await register.Officer.ExecuteAsync(
            """
            query One($id: ID!) { member(id: $id) {
              version status partyAge(asOf: "2024-04-19") { years months countsFrom }
              statuses { status validFrom validTo } card { number } assignments { kind organization { name } validFrom }
              memberships { ordinal officialOn } flags { flag } citizenId warnings } }
            """,
            new { id });

        answer.HasData(
            """
            { "member": { "version": 1, "status": "OFFICIAL", "partyAge": { "years": 13, "months": 11, "countsFrom": "2010-04-20" },
              "statuses": [{ "status": "OFFICIAL", "validFrom": "2011-05-19", "validTo": null }, { "status": "PROBATIONARY", "validFrom": "2010-05-19", "validTo": "2011-05-18" }],
              "card": { "number": "36000121" }, "assignments": [{ "kind": "OFFICIAL", "organization": { "name": "Chi bộ xóm 1" }, "validFrom": "2016-01-05" }],
              "memberships": [{ "ordinal": 1, "officialOn": "2011-05-19" }], "flags": [], "citizenId": "036185000121", "warnings": [] } }
            """);
    }

    [Fact]
    public async Task The_secretary_of_a_cell_sees_that_cell_and_nothing_sensitive_of_others()
    {
        var own = await register.AddMemberAsync(register.SecondCell, "Lê Thị Bí Thư", 131);
        await register.AddMemberAsync(register.FirstCell, "Lê Văn Nơi Khác", 132);
        await register.AddMemberAsync(register.SecondCell, "Lê Văn Cùng Chi Bộ", 133);
        using var secretary = await register.SignInAsync(
            "secretary", GlobalIds.KeyOf(own),
            TestGrant.OfRole(DefaultRoles.CellSecretary, Reach.Organization, GlobalIds.KeyOf(register.SecondCell)),
            TestGrant.OfRole(DefaultRoles.Member, Reach.Self));

        var answer = await secretary.ExecuteAsync("""{ members(search: "le") { nodes { fullName } } myMember { fullName citizenId } }""");
        var sensitive = await secretary.ExecuteAsync("""{ members(search: "le van cung") { nodes { fullName citizenId } } }""");

        answer.HasData(
            """
            { "members": { "nodes": [{ "fullName": "Lê Văn Cùng Chi Bộ" }, { "fullName": "Lê Thị Bí Thư" }] },
              "myMember": { "fullName": "Lê Thị Bí Thư", "citizenId": "036185000131" } }
            """);
        var probed = await secretary.ExecuteAsync("""{ members(where: { citizenId: { eq: "036185000133" } }) { totalCount } }""");

        sensitive.HasData("""{ "members": { "nodes": [{ "fullName": "Lê Văn Cùng Chi Bộ", "citizenId": null }] } }""");
        probed.HasData("""{ "members": { "totalCount": 0 } }""");
    }

    [Fact]
    public async Task A_member_sees_only_their_own_record()
    {
        var own = await register.AddMemberAsync(register.FirstCell, "Đỗ Văn Mình", 141);
        var other = await register.AddMemberAsync(register.FirstCell, "Đỗ Văn Người", 142);
        using var member = await register.SignInAsync("member", GlobalIds.KeyOf(own), TestGrant.OfRole(DefaultRoles.Member, Reach.Self));

        var answer = await member.ExecuteAsync(
            "query Mine($other: ID!) { members { totalCount nodes { fullName } } member(id: $other) { fullName } }", new { other });

        answer.HasData("""{ "members": { "totalCount": 1, "nodes": [{ "fullName": "Đỗ Văn Mình" }] }, "member": null }""");
    }

    [Fact]
    public async Task Without_the_permission_nothing_is_read_and_nothing_registered()
    {
        using var operatorOfTheSystem = await register.SignInAsync("operator", TestGrant.OfRole(DefaultRoles.SystemOperator, Reach.Province));

        var read = await operatorOfTheSystem.ExecuteAsync("{ members { totalCount } }");
        var count = await operatorOfTheSystem.ExecuteAsync("{ myMember { fullName } }");

        Assert.Equal("FORBIDDEN FORBIDDEN", string.Join(" ", read.ErrorCodes.Concat(count.ErrorCodes)));
    }

    [Fact]
    public async Task Problems_come_typed_with_rule_and_field_in_the_language_of_the_user()
    {
        var input = Register.Input(register.EastCommune, "Hoàng Văn Sai", 151);
        using var vietnamese = await register.SignInAsync("viet", TestGrant.InProvince(MembersPermissions.Read, MembersPermissions.Register));

        var answer = await register.Officer.ExecuteAsync(Register.RegisterMember, new { input });

        answer.HasData(
            """
            { "registerMember": { "member": null, "errors": [{ "__typename": "MembersBelongToCellsOnly", "code": "MEMBERS_BELONG_TO_CELLS_ONLY",
              "field": "input.organizationId", "message": "\"Đảng bộ xã Giao Hà\" is not a cell. Members belong to cells.", "rule": { "id": "MEM-20" } }] } }
            """);
    }
}
