using Modular.Kernel.Access;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;
using static Modular.ResidenceLiaison.Tests.LiaisonProvince;

namespace Modular.ResidenceLiaison.Tests.Introductions;

/// <summary>Who came from a file is on the list as everybody else (RES-01).</summary>
public sealed class ImportedMembersTests(LiaisonProvince province)
{
    private const string Headers = "Họ và tên,Ngày sinh,Giới tính,Số CCCD,Dân tộc,Ngày vào Đảng,Ngày chính thức,Số thẻ đảng viên,Mã chi bộ";

    [Fact]
    public async Task Imported_members_come_onto_the_list_by_themselves_and_go_with_the_file()
    {
        var workplace = await province.FoundAsync(province.Bloc, "GRASSROOTS_CELL", "Chi bộ cơ sở Trung tâm Lưu trữ", "AGENCY");
        var code = await province.CodeAsync(workplace);
        var (one, two, batch) = (province.NextNumber(), province.NextNumber(), Guid.CreateVersion7());
        var imported = (await province.SendFileAsync(
            "members",
            $"{Headers}\nVũ Thị Lưu,05/06/1984,Nữ,036184{one:000000},Kinh,05/06/2009,05/06/2010,37{one:000000},{code}\nVũ Văn Trữ,05/07/1983,Nam,036083{two:000000},Kinh,05/06/2009,05/06/2010,37{two:000000},{code}",
            batch))["batch"]!;
        Assert.True((string)imported["state"]! == "APPLIED", imported.ToJsonString(Readable));
        Assert.Equal("2 TO_INTRODUCE LIST_REVIEW", await ListedAsync(workplace));

        await DoAsync(province.Officer, "undoImport", new { batchId = batch, reason = "Nhầm tệp." }, "batch { state }");
        Assert.Equal("2 ENDED LIST_REVIEW", await ListedAsync(workplace));
    }

    [Fact]
    public async Task The_committee_of_the_commune_where_a_member_lives_is_suggested_and_of_a_commune_that_was_merged_that_of_the_next()
    {
        var commune = await province.FoundAsync(province.Root, "GRASSROOTS_COMMITTEE", "Đảng bộ xã Xuân Trường", "COMMUNE");
        await using (var owner = await province.Host.Database.OpenAsOwnerAsync())
        await using (var units = owner.CreateCommand())
        {
            units.CommandText =
                """
                insert into organizations.administrative_unit (id, code, level, kind, name, full_name, search_key, valid)
                values (9914167, '14167', 'COMMUNE', 'COMMUNE', 'Giao Hà', 'Xã Giao Hà', 'xa giao ha', daterange('2000-01-01', '2025-07-01')),
                    (9914999, '14999', 'COMMUNE', 'COMMUNE', 'Xuân Trường', 'Xã Xuân Trường', 'xa xuan truong', daterange('2025-07-01', null));
                insert into organizations.administrative_unit_succession (predecessor_id, successor_id) values (9914167, 9914999)
                """;
            await units.ExecuteNonQueryAsync();
        }

        await province.Host.Database.ExecuteAsync(TestProvinces.NamDinh, "update organizations.organization set administrative_unit_id = 9914999 where id = $1", KeyOf(commune));
        var introduction = await province.NewIntroductionAsync();

        var suggested = await province.Workplace.ExecuteAsync(
            "query ($id: ID!) { residenceIntroduction(id: $id) { communeCode suggestedReceiver { name } } }", new { id = introduction.Id });
        suggested.HasData("""{ "residenceIntroduction": { "communeCode": "14167", "suggestedReceiver": { "name": "Đảng bộ xã Xuân Trường" } } }""");
    }

    [Fact]
    public async Task Who_moved_house_without_papers_is_a_lead_for_both_sides_until_the_next_letter()
    {
        var contact = await KeepingContact.NewAsync(province);
        await DoAsync(
            province.Officer, "recordAddress",
            new { memberId = contact.Member, expectedVersion = contact.Version, residence = new { kind = "TEMPORARY", address = "Số 11 đường Hàn Thuyên", from = "2026-09-14" } }, "member { id }");
        var next = await province.IntroductionOfAsync(contact.Member);
        Assert.Equal("workplace residence", await SeenByAsync(contact));

        await StepAsync(province.Workplace, "issueResidenceLetters", next, new { receiverId = province.CommuneCommittee });
        Assert.Equal("", await SeenByAsync(contact));
    }

    /// <summary>Who sees that the member moved without papers, of the two sides and somebody else.</summary>
    private async Task<string> SeenByAsync(KeepingContact contact)
    {
        var stranger = await province.SignInAsync(
            $"other.{province.NextNumber()}", null, TestGrant.OfRole(DefaultRoles.GrassrootsOfficer, Reach.OrganizationAndBelow, KeyOf(province.OtherAgency)));
        var seenBy = new List<string>();
        foreach (var (side, client) in new[] { ("workplace", province.Workplace), ("residence", province.HamletSecretary), ("stranger", stranger) })
        {
            var leads = (await client.ExecuteAsync("{ membersMovedWithoutPapers(first: 200) { nodes { id } } }")).Data["membersMovedWithoutPapers"]!["nodes"]!.AsArray();
            if (leads.Any(lead => (string)lead!["id"]! == contact.Introduction.Id))
                seenBy.Add(side);
        }

        return string.Join(' ', seenBy);
    }

    private async Task<string> ListedAsync(string workplace)
    {
        await province.Host.DispatchEventsAsync();
        var listed = (await province.Officer.ExecuteAsync(
            "query ($id: ID!) { residenceIntroductions(where: {workplace: {id: $id}}) { nodes { state cause } } }", new { id = workplace })).Data["residenceIntroductions"]!["nodes"]!.AsArray();
        return $"{listed.Count} {string.Join(' ', listed.Select(one => $"{one!["state"]} {one["cause"]}").Distinct())}";
    }
}
