using System.Text.Json.Nodes;
using Modular.Kernel.Access;
using Modular.Members.Contracts;
using Modular.Organizations.Contracts;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Npgsql;
using Xunit;

namespace Modular.Members.Tests.Documents;

/// <summary>What officers see of the papers that files lack (MEM-07), by the default values of the policy.</summary>
public sealed class FilePaperTests(Register register) : IClassFixture<Register>
{
    private const string OfMember = "query ($id: ID!) { member(id: $id) { missingPapers { kind stage } } }";

    private static readonly string[] OfAdmission =
        ["AWARENESS_CERTIFICATE", "APPLICATION", "APPLICANT_CV", "SPONSORSHIP", "OPINIONS", "ADMISSION_RESOLUTION", "ADMISSION_DECISION", "MEMBER_CV", "MEMBER_SHEET"];

    private static readonly string[] OfRecognition =
        ["NEW_MEMBER_CERTIFICATE", "SELF_REVIEW", "HELPER_COMMENT", "PROBATION_OPINIONS", "RECOGNITION_RESOLUTION", "RECOGNITION_DECISION"];

    [Fact]
    public async Task A_file_lacks_the_papers_of_its_stage_until_they_are_recorded_and_older_files_are_not_asked_for()
    {
        var probationary = await AddAsync(register.FirstCell, "Phạm Thị Dự Bị", 501);
        var official = await AddAsync(register.FirstCell, "Phạm Thị Chính Thức", 502, isOfficial: true);
        var older = await register.AddMemberAsync(register.FirstCell, "Phạm Thị Lâu Năm", 503);

        Assert.Equal(OfAdmission.Select(kind => $"{kind} {(Array.IndexOf(OfAdmission, kind) < 5 ? "APPLICATION" : "ADMISSION")}"), await MissingAsync(probationary));
        Assert.Equal([.. await MissingAsync(probationary), .. OfRecognition.Select(kind => $"{kind} RECOGNITION")], await MissingAsync(official));
        Assert.Equal([], await MissingAsync(older));

        await RecordAsync(probationary, [.. OfAdmission.Except(["MEMBER_CV", "APPLICATION"]), "SELF_REVIEW"]);
        Assert.Equal(["APPLICATION APPLICATION", "MEMBER_CV ADMISSION"], await MissingAsync(probationary));
    }

    [Fact]
    public async Task A_state_secret_counts_as_there_and_what_is_changed_or_taken_out_does_not()
    {
        var member = await AddAsync(register.FirstCell, "Phạm Thị Giấy Tờ", 511);
        var secret = (await RecordAsync(member, OfAdmission)).Last();
        await DoAsync("changeMemberDocument", new { id = secret, expectedVersion = 1, paper = new { kind = "MEMBER_SHEET", number = "3-PĐV", keptAt = "Két", isStateSecret = true } });
        Assert.Equal([], await MissingAsync(member));

        await DoAsync("changeMemberDocument", new { id = secret, expectedVersion = 2, paper = new { kind = "OTHER", keptAt = "Két", isStateSecret = true } });
        Assert.Equal(["MEMBER_SHEET ADMISSION"], await MissingAsync(member));
        await DoAsync("changeMemberDocument", new { id = secret, expectedVersion = 3, paper = new { kind = "MEMBER_SHEET", keptAt = "Két", isStateSecret = true } });
        Assert.Equal([], await MissingAsync(member));
        await DoAsync("removeMemberDocument", new { id = secret, expectedVersion = 4, reason = "Nhầm hồ sơ." });
        Assert.Equal(["MEMBER_SHEET ADMISSION"], await MissingAsync(member));
    }

    [Fact]
    public async Task Organizations_count_their_incomplete_files_and_list_them()
    {
        var commune = await register.FoundAsync(register.District, "GRASSROOTS_COMMITTEE", "Đảng bộ xã Hồ Sơ", "36.01.052");
        var cell = await register.FoundAsync(commune, "CELL", "Chi bộ xóm Hồ Sơ", "36.01.052.001");
        var beside = await register.FoundAsync(commune, "CELL", "Chi bộ xóm Lưu Trữ", "36.01.052.002");
        await register.AddMemberAsync(cell, "Phạm Văn Cũ", 521);
        var incomplete = await AddAsync(cell, "Phạm Văn Thiếu", 522);
        await RecordAsync(incomplete, [.. OfAdmission.Except(["MEMBER_CV"])]);
        await RecordAsync(await AddAsync(beside, "Phạm Văn Đủ", 523), OfAdmission);

        var answer = await register.Officer.ExecuteAsync(
            """
            query ($commune: ID!, $cell: ID!, $beside: ID!) {
              commune: organization(id: $commune) {
                fileCompleteness { asked incomplete }
                lacking: members(includeSubtree: true, where: {hasMissingPapers: true}) { totalCount nodes { fullName } }
                complete: members(includeSubtree: true, where: {hasMissingPapers: false}) { totalCount nodes { fullName } }
                cv: members(includeSubtree: true, where: {missingPaper: MEMBER_CV}) { nodes { fullName } }
                sheet: members(includeSubtree: true, where: {missingPaper: MEMBER_SHEET}) { nodes { fullName } }
                recognition: members(includeSubtree: true, where: {missingPaper: SELF_REVIEW}) { nodes { fullName } }
              }
              cell: organization(id: $cell) { fileCompleteness { asked incomplete } }
              beside: organization(id: $beside) { fileCompleteness { asked incomplete } }
            }
            """,
            new { commune, cell, beside });

        answer.HasData(
            """
            {"commune": {
              "fileCompleteness": {"asked": 2, "incomplete": 1},
              "lacking": {"totalCount": 1, "nodes": [{"fullName": "Phạm Văn Thiếu"}]},
              "complete": {"totalCount": 1, "nodes": [{"fullName": "Phạm Văn Đủ"}]},
              "cv": {"nodes": [{"fullName": "Phạm Văn Thiếu"}]}, "sheet": {"nodes": []}, "recognition": {"nodes": []}},
             "cell": {"fileCompleteness": {"asked": 1, "incomplete": 1}}, "beside": {"fileCompleteness": {"asked": 1, "incomplete": 0}}}
            """);
    }

    [Fact]
    public async Task Papers_are_shown_and_asked_for_as_far_as_the_right_to_read_records_reaches()
    {
        var east = await AddAsync(register.SecondCell, "Phạm Thị Đông", 531);
        await AddAsync(register.WestCell, "Phạm Thị Tây", 532);
        using var plain = await register.SignInAsync("plain.papers", TestGrant.InProvince(MembersPermissions.Read, OrganizationsPermissions.Read));
        using var west = await register.SignInAsync(
            "west.papers", TestGrant.Below(GlobalIds.KeyOf(register.WestCommune), MembersPermissions.ReadRecord, MembersPermissions.Count),
            TestGrant.InProvince(MembersPermissions.Read, OrganizationsPermissions.Read));
        using var own = await register.SignInAsync("own.papers", GlobalIds.KeyOf(east), TestGrant.OfRole(DefaultRoles.Member, Reach.Self));

        foreach (var asked in new[] { OfMember, "{ members(where: {hasMissingPapers: true}) { totalCount } }", "{ members(where: {missingPaper: MEMBER_CV}) { totalCount } }" })
            Assert.Equal(["FORBIDDEN"], (await plain.ExecuteAsync(asked, asked == OfMember ? new { id = east } : null)).ErrorCodes);
        Assert.Equal(["FORBIDDEN"], (await plain.ExecuteAsync("query ($id: ID!) { organization(id: $id) { fileCompleteness { asked } } }", new { id = register.EastCommune })).ErrorCodes);
        (await west.ExecuteAsync(
            """
            query ($east: ID!, $eastCommune: ID!, $westCommune: ID!) {
              member(id: $east) { fullName missingPapers { kind } }
              members(where: {hasMissingPapers: true}) { nodes { fullName } }
              cv: members(where: {missingPaper: MEMBER_CV}) { nodes { fullName } }
              east: organization(id: $eastCommune) { fileCompleteness { asked } }
              west: organization(id: $westCommune) { fileCompleteness { asked incomplete } }
            }
            """,
            new { east, eastCommune = register.EastCommune, westCommune = register.WestCommune })).HasData(
            """
            {"member": {"fullName": "Phạm Thị Đông", "missingPapers": null}, "members": {"nodes": [{"fullName": "Phạm Thị Tây"}]}, "cv": {"nodes": [{"fullName": "Phạm Thị Tây"}]},
             "east": {"fileCompleteness": null}, "west": {"fileCompleteness": {"asked": 1, "incomplete": 1}}}
            """);
        Assert.Equal(9, (await own.ExecuteAsync("{ myMember { missingPapers { kind } } }")).Data["myMember"]!["missingPapers"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_page_of_members_asks_once_for_what_their_files_lack()
    {
        for (var number = 541; number < 546; number++)
            await AddAsync(register.FirstCell, $"Phạm Thị Trang {(char)('A' + number - 541)}", number);

        var (one, five) = (await StatementsAsync(1), await StatementsAsync(5));

        Assert.Equal(one, five);

        async Task<int> StatementsAsync(int first)
        {
            using var sent = new SentCommands(new NpgsqlConnectionStringBuilder(register.Database.Connections.Application).Database!, "members", "organizations");
            Assert.Equal([], (await register.Officer.ExecuteAsync("query ($first: Int!) { members(first: $first) { nodes { missingPapers { kind } } } }", new { first })).ErrorCodes);
            return sent.Take().Count;
        }
    }

    [Fact]
    public async Task A_list_says_the_same_where_few_of_a_province_fit_and_where_they_are_many()
    {
        await RecordAsync(await AddAsync(register.SecondCell, "Phạm Thị Hết", 551), OfAdmission);
        await AddAsync(register.SecondCell, "Phạm Thị Còn", 552);
        const string Asked =
            """
            query ($id: ID!) {
              organization(id: $id) {
                lacking: members(includeSubtree: true, where: {hasMissingPapers: true}) { nodes { id } }
                complete: members(includeSubtree: true, where: {hasMissingPapers: false}) { nodes { id } }
                cv: members(includeSubtree: true, where: {missingPaper: MEMBER_CV}) { nodes { id } }
                others: members(includeSubtree: true, where: {not: {hasMissingPapers: true}}) { nodes { id } }
              }
              lackingAnywhere: members(first: 200, where: {hasMissingPapers: true}) { totalCount nodes { id } }
              completeAnywhere: members(first: 200, where: {hasMissingPapers: false}) { totalCount nodes { id } }
              cvAnywhere: members(first: 200, where: {missingPaper: MEMBER_CV}) { totalCount nodes { id } }
            }
            """;
        var few = (await register.Officer.ExecuteAsync(Asked, new { id = register.Root })).Data.ToJsonString();

        var definition = await register.Database.ScalarAsync<string>(TestProvinces.NamDinh, "select pg_get_functiondef('members.few_files'::regproc)");
        await using var owner = await register.Database.OpenAsOwnerAsync();
        await using var forget = new NpgsqlCommand(
            "create or replace function members.few_files(defaults jsonb, day date, kinds bigint, lacks_any boolean) returns uuid[] language sql stable as 'select null::uuid[]'", owner);
        await forget.ExecuteNonQueryAsync();
        var many = (await register.Officer.ExecuteAsync(Asked, new { id = register.Root })).Data.ToJsonString();
        await using var restore = new NpgsqlCommand(definition, owner);
        await restore.ExecuteNonQueryAsync();

        Assert.Equal(few, many);
        Assert.All(["lacking", "complete", "cv", "others"], list => Assert.Contains($"\"{list}\":{{\"nodes\":[{{", few, StringComparison.Ordinal));
        Assert.All(["lackingAnywhere", "completeAnywhere", "cvAnywhere"], list => Assert.DoesNotContain($"\"{list}\":{{\"totalCount\":0", few, StringComparison.Ordinal));
    }

    private async Task<string> AddAsync(string cell, string name, int number, bool isOfficial = false)
    {
        var payload = await DoAsync(
            "registerMember",
            new
            {
                organizationId = cell,
                since = isOfficial ? "2026-01-13" : "2025-01-13",
                status = isOfficial ? "OFFICIAL" : "PROBATIONARY",
                person = new { fullName = name, sex = "FEMALE", birthDate = new DateOnly(1995, 2, 14).AddDays(number).ToString("o"), citizenId = $"036195{number:000000}", ethnicGroup = "KINH" },
                membership = new { admissionDecidedOn = "2025-01-06", ceremonyOn = "2025-01-13", officialOn = isOfficial ? "2026-01-13" : null },
                cvNumber = $"{number:000000}ND",
                confirmNotDuplicate = "Known to be somebody else.",
            },
            "member { id }");
        return (string)payload["member"]!["id"]!;
    }

    private async Task<IEnumerable<string>> MissingAsync(string member) =>
        (await register.Officer.ExecuteAsync(OfMember, new { id = member })).Data["member"]!["missingPapers"]!.AsArray().Select(paper => $"{paper!["kind"]} {paper["stage"]}");

    private async Task<List<string>> RecordAsync(string member, params IReadOnlyList<string> kinds)
    {
        var recorded = new List<string>();
        var read = await register.Officer.ExecuteAsync("query ($id: ID!) { member(id: $id) { version } }", new { id = member });
        var version = (int)read.Data["member"]!["version"]!;
        foreach (var kind in kinds)
        {
            var payload = await DoAsync("recordMemberDocument", new { memberId = member, expectedVersion = version++, paper = new { kind, keptAt = "Tủ 3" } }, "memberDocument { id }");
            recorded.Add((string)payload["memberDocument"]!["id"]!);
        }

        return recorded;
    }

    private async Task<JsonNode> DoAsync(string mutation, object input, string selection = "__typename")
    {
        var answer = await register.Officer.ExecuteAsync(
            $"mutation ($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ {mutation}(input: $input) {{ {selection} errors {{ ... on Problem {{ code field }} }} }} }}",
            new { input });
        var payload = answer.Data[mutation]!;
        Assert.Equal("[]", payload["errors"]!.ToJsonString());
        return payload;
    }
}
