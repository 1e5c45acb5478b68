using System.Text.Json;
using Modular.Members.Contracts;
using Modular.Members.Quality;
using Modular.Organizations.Contracts;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Npgsql;
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
    public async Task Each_finding_lists_whoever_has_it_where_few_of_the_province_do_and_where_many_do()
    {
        QualityFinding[] ofTime = [QualityFinding.ProbationIsOverdue, QualityFinding.TemporaryResidenceHasExpired, QualityFinding.SlipIsMissing];
        var poor = await register.AddMemberAsync(register.FirstCell, "Phạm Văn Thiếu Đủ", 65);
        await register.Database.ExecuteAsync(
            TestProvinces.NamDinh,
            """
            update members.member_quality
            set findings = $2, is_probationary = true, joined_on = date '2019-05-19', temporary_residence_since = date '2015-01-01', last_slip_year = null where id = $1
            """,
            GlobalIds.KeyOf(poor), Enum.GetValues<QualityFinding>().Except(ofTime).Select(NameOf).ToArray());

        var few = await ListedAsync();
        var definition = await register.Database.ScalarAsync<string>(TestProvinces.NamDinh, "select pg_get_functiondef('members.few_with_finding'::regproc)");
        await DefineAsync(
            """
            create or replace function members.few_with_finding(finding text, day date, probation_months integer, residence_months integer, first_slip_year integer) returns uuid[]
            language sql stable as 'select null::uuid[]'
            """);
        var many = await ListedAsync();
        await DefineAsync(definition);

        Assert.Equal(few, many);
        // No slip is asked for before the year after the first one of the policy.
        Assert.All(few.Where(list => list.Finding != QualityFinding.SlipIsMissing), list => Assert.Contains(poor, list.Members, StringComparison.Ordinal));
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

    private static string NameOf(QualityFinding finding) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(finding.ToString());

    private async Task<List<(QualityFinding Finding, string Members)>> ListedAsync()
    {
        var listed = new List<(QualityFinding, string)>();
        foreach (var finding in Enum.GetValues<QualityFinding>())
        {
            var members = (await register.Officer.ExecuteAsync($"{{ members(first: 100, where: {{qualityFinding: {NameOf(finding)}}}) {{ totalCount nodes {{ id }} }} }}")).Data["members"]!;
            Assert.Equal((int)members["totalCount"]!, members["nodes"]!.AsArray().Count);
            listed.Add((finding, members["nodes"]!.ToJsonString()));
        }

        return listed;
    }

    private async Task DefineAsync(string function)
    {
        await using var owner = await register.Database.OpenAsOwnerAsync();
        await using var define = new NpgsqlCommand(function, owner);
        await define.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
