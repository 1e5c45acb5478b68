using Modular.Members.Contracts;
using Modular.Organizations.Contracts;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Members.Tests.Quality;

public sealed class QualityOverHttpTests(Register register) : IClassFixture<Register>
{
    private const string OfCommune =
        """
        query ($id: ID!) {
          organization(id: $id) {
            dataQuality { members complete score }
            qualityFindings { finding aspect count }
            members(includeSubtree: true, where: {qualityFinding: PHONE_IS_MISSING}) { totalCount nodes { qualityScore qualityFindings } }
          }
        }
        """;

    [Fact]
    public async Task A_commune_sees_how_good_its_records_are_and_whose_are_to_be_mended()
    {
        await register.AddMemberAsync(register.WestCell, "Phạm Thị Thiếu", 61);

        var answer = await register.Officer.ExecuteAsync(OfCommune, new { id = register.WestCommune });

        answer.HasData(
            """
            {"organization": {
              "dataQuality": {"members": 1, "complete": 0, "score": 50},
              "qualityFindings": [
                {"finding": "CAREER_IS_MISSING", "aspect": "COMPLETE", "count": 1}, {"finding": "EDUCATION_IS_MISSING", "aspect": "COMPLETE", "count": 1},
                {"finding": "FAMILY_IS_MISSING", "aspect": "COMPLETE", "count": 1}, {"finding": "NATIVE_PLACE_IS_MISSING", "aspect": "COMPLETE", "count": 1},
                {"finding": "OCCUPATION_IS_MISSING", "aspect": "COMPLETE", "count": 1}, {"finding": "PHONE_IS_MISSING", "aspect": "COMPLETE", "count": 1},
                {"finding": "RELIGION_IS_MISSING", "aspect": "COMPLETE", "count": 1}, {"finding": "RESIDENCE_IS_MISSING", "aspect": "COMPLETE", "count": 1},
                {"finding": "SPONSORS_ARE_MISSING", "aspect": "COMPLETE", "count": 1}],
              "members": {"totalCount": 1, "nodes": [{"qualityScore": 50, "qualityFindings": [
                "CAREER_IS_MISSING", "EDUCATION_IS_MISSING", "FAMILY_IS_MISSING", "NATIVE_PLACE_IS_MISSING", "OCCUPATION_IS_MISSING", "PHONE_IS_MISSING",
                "RELIGION_IS_MISSING", "RESIDENCE_IS_MISSING", "SPONSORS_ARE_MISSING"]}]}}}
            """);
    }

    [Fact]
    public async Task What_time_brings_is_counted_and_listed_like_what_is_missing()
    {
        var cell = await register.FoundAsync(register.EastCommune, "CELL", "Chi bộ xóm Rà Soát", "36.01.001.061");
        var complete = await register.AddMemberAsync(cell, "Phạm Văn Rà", 63);
        await register.Database.ExecuteAsync(TestProvinces.NamDinh, "update members.member_quality set findings = '{}' where id = $1", GlobalIds.KeyOf(complete));
        var overdue = await register.AddMemberAsync(cell, "Phạm Văn Soát", 64);
        await register.Database.ExecuteAsync(
            TestProvinces.NamDinh, "update members.member set status = 'PROBATIONARY', official_on = null, joined_on = date '2019-05-19', phone = '0912345678' where id = $1",
            GlobalIds.KeyOf(overdue));

        var answer = await register.Officer.ExecuteAsync(
            """
            query ($id: ID!) {
              organization(id: $id) {
                dataQuality { members complete score }
                qualityFindings { finding aspect count }
                members(where: {qualityFinding: PROBATION_IS_OVERDUE}) { nodes { qualityScore qualityFindings } }
              }
            }
            """,
            new { id = cell });

        answer.HasData(
            """
            {"organization": {
              "dataQuality": {"members": 2, "complete": 1, "score": 75},
              "qualityFindings": [
                {"finding": "CAREER_IS_MISSING", "aspect": "COMPLETE", "count": 1}, {"finding": "EDUCATION_IS_MISSING", "aspect": "COMPLETE", "count": 1},
                {"finding": "FAMILY_IS_MISSING", "aspect": "COMPLETE", "count": 1}, {"finding": "NATIVE_PLACE_IS_MISSING", "aspect": "COMPLETE", "count": 1},
                {"finding": "OCCUPATION_IS_MISSING", "aspect": "COMPLETE", "count": 1}, {"finding": "PROBATION_IS_OVERDUE", "aspect": "CURRENT", "count": 1},
                {"finding": "RELIGION_IS_MISSING", "aspect": "COMPLETE", "count": 1}, {"finding": "RESIDENCE_IS_MISSING", "aspect": "COMPLETE", "count": 1},
                {"finding": "SPONSORS_ARE_MISSING", "aspect": "COMPLETE", "count": 1}],
              "members": {"nodes": [{"qualityScore": 50, "qualityFindings": [
                "CAREER_IS_MISSING", "EDUCATION_IS_MISSING", "FAMILY_IS_MISSING", "NATIVE_PLACE_IS_MISSING", "OCCUPATION_IS_MISSING", "PROBATION_IS_OVERDUE",
                "RELIGION_IS_MISSING", "RESIDENCE_IS_MISSING", "SPONSORS_ARE_MISSING"]}]}}}
            """);
    }

    [Fact]
    public async Task A_member_reads_their_own_record_and_an_officer_beside_reads_none_of_it()
    {
        var id = await register.AddMemberAsync(register.FirstCell, "Phạm Thị Phiếu", 62);
        var written = await register.Officer.ExecuteAsync(
            """
            mutation ($input: UpdateMemberRecordInput!) {
              updateMemberRecord(input: $input) { member { record { health career { work } family { fullName } } } errors { ... on Problem { code } } }
            }
            """,
            new
            {
                input = new
                {
                    memberId = id,
                    expectedVersion = 1,
                    changes = new
                    {
                        particulars = new { health = "Tốt" },
                        career = new { put = new[] { new { beganOn = "2008-09-01", work = "Giáo viên" } } },
                        family = new { put = new[] { new { relation = "MOTHER", fullName = "Lê Thị Mẹ" } } },
                    },
                },
            });
        const string Record = """{"health": "Tốt", "career": [{"work": "Giáo viên"}], "family": [{"fullName": "Lê Thị Mẹ"}]}""";
        using var own = await register.SignInAsync("own.record", GlobalIds.KeyOf(id), TestGrant.OfRole(Kernel.Access.DefaultRoles.Member, Kernel.Access.Reach.Self));
        using var beside = await register.SignInAsync(
            "beside.record", TestGrant.Below(GlobalIds.KeyOf(register.WestCommune), MembersPermissions.ReadRecord, MembersPermissions.ReadSensitive),
            TestGrant.InProvince(MembersPermissions.Read, OrganizationsPermissions.Read));

        written.HasData($$$"""{"updateMemberRecord": {"member": {"record": {{{Record}}}}, "errors": []}}""");
        (await own.ExecuteAsync("{ myMember { record { health career { work } family { fullName } } } }")).HasData($$$"""{"myMember": {"record": {{{Record}}}}}""");
        (await beside.ExecuteAsync("query ($id: ID!) { member(id: $id) { fullName record { health career { work } family { fullName } } } }", new { id }))
            .HasData("""{"member": {"fullName": "Phạm Thị Phiếu", "record": null}}""");
    }
}
