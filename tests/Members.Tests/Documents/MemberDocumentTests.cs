using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Modular.Kernel.Access;
using Modular.Members.Contracts;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Members.Tests.Documents;

public sealed class MemberDocumentTests(Register register) : IClassFixture<Register>
{
    private const string Outcome = "memberDocument { id version scanPath scanBytes } errors { __typename ... on Problem { field rule { id } } }";
    private static readonly byte[] Pdf = "%PDF-1.7 scan"u8.ToArray();

    [Fact]
    public async Task A_scan_is_fetched_by_whoever_may_read_the_record_and_each_time_logged()
    {
        var member = await register.AddMemberAsync(register.FirstCell, "Phạm Thị Tài Liệu", 81);
        var document = await RecordAsync(member, new { kind = "ADMISSION_DECISION", title = "Kết nạp đảng viên", number = "45-QĐ/HU", issuedOn = "2010-04-20", keptAt = "Tủ 3, hộp 12" });
        var attached = await AttachAsync(document, 1, Pdf);
        Assert.Equal("[]", attached["errors"]!.ToJsonString());
        var path = "/nam-dinh" + (string)attached["memberDocument"]!["scanPath"]!;
        using var own = await register.SignInAsync("own.scan", GlobalIds.KeyOf(member), TestGrant.OfRole(DefaultRoles.Member, Reach.Self));
        using var beside = await register.SignInAsync(
            "beside.scan", TestGrant.Below(GlobalIds.KeyOf(register.WestCommune), MembersPermissions.Read, MembersPermissions.ReadRecord, MembersPermissions.ReadSensitive));
        using var insensitive = await register.SignInAsync("plain.scan", TestGrant.InProvince(MembersPermissions.Read, MembersPermissions.ReadRecord));

        using var fetched = await own.Http.GetAsync(path);
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (fetched.StatusCode, fetched.Content.Headers.ContentType!.MediaType));
        Assert.Equal(Pdf, await fetched.Content.ReadAsByteArrayAsync());
        foreach (var other in new[] { beside, insensitive })
        {
            using var refused = await other.Http.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }

        Assert.Equal(
            1,
            await register.Database.ScalarAsync<long>(
                TestProvinces.NamDinh,
                "select count(*) from kernel.sensitive_reads as read where $1 = any (read.subjects) and read.subject_type = 'MemberDocument' and read.user_name = 'own.scan'",
                GlobalIds.KeyOf(member)));
    }

    [Fact]
    public async Task A_member_shows_by_when_the_cv_was_due_and_when_it_came()
    {
        await MemberCvTests.FollowAsync(register.Database);
        var member = await register.AddMemberAsync(register.FirstCell, "Phạm Thị Lý Lịch", 84);
        await RecordAsync(member, new { kind = "MEMBER_CV", receivedOn = "2010-06-28", keptAt = "Tủ 3" });
        using var plain = await register.SignInAsync("plain.cv", TestGrant.InProvince(MembersPermissions.Read));
        const string Asked = "query ($id: ID!) { member(id: $id) { cvDueBy cvHandedInOn } }";

        (await register.Officer.ExecuteAsync(Asked, new { id = member })).HasData("""{ "member": { "cvDueBy": "2010-06-30", "cvHandedInOn": "2010-06-28" } }""");
        (await plain.ExecuteAsync("query ($id: ID!) { member(id: $id) { cvDueBy } }", new { id = member })).HasData("""{ "member": { "cvDueBy": "2010-06-30" } }""");
    }

    [Fact]
    public async Task Of_a_secret_paper_only_number_day_and_place_are_kept()
    {
        var member = await register.AddMemberAsync(register.FirstCell, "Phạm Thị Kín", 82);
        var version = 1;

        var told = await register.Officer.ExecuteAsync(Recording, new { input = Paper(member, version, new { kind = "OTHER", title = "Nội dung", keptAt = "Két", isStateSecret = true }) });
        var stamped = await register.Officer.ExecuteAsync(Recording, new { input = Paper(member, version, new { kind = "OTHER", title = "Báo cáo MẬT", keptAt = "Két" }) });
        var pointer = await RecordAsync(member, new { kind = "OTHER", number = "7-BC", issuedOn = "2020-01-02", keptAt = "Két", isStateSecret = true });
        var scanned = await AttachAsync(pointer, 1, Pdf);

        Assert.Equal("""[{"__typename":"SecretPapersAreOnlyPointedTo","field":"input.paper.title","rule":{"id":"PD-24"}}]""", told.Data["recordMemberDocument"]!["errors"]!.ToJsonString());
        Assert.Equal("""[{"__typename":"InvalidInput","field":"input.paper.title","rule":null}]""", stamped.Data["recordMemberDocument"]!["errors"]!.ToJsonString());
        Assert.Equal("""[{"__typename":"SecretPapersAreOnlyPointedTo","field":"input.id","rule":{"id":"PD-24"}}]""", scanned["errors"]!.ToJsonString());
    }

    [Fact]
    public async Task A_scan_is_a_pdf_of_the_version_that_was_read_and_goes_with_its_paper()
    {
        var member = await register.AddMemberAsync(register.FirstCell, "Phạm Thị Bản Chụp", 83);
        var document = await RecordAsync(member, new { kind = "MEMBER_CV", keptAt = "Tủ 1" });

        Assert.Equal("ScanIsNoPdf", (string)(await AttachAsync(document, 1, "GIF89a"u8.ToArray()))["errors"]![0]!["__typename"]!);
        Assert.Equal("StaleVersion", (string)(await AttachAsync(document, 7, Pdf))["errors"]![0]!["__typename"]!);
        Assert.Equal("[]", (await AttachAsync(document, 1, Pdf))["errors"]!.ToJsonString());
        var removed = await register.Officer.ExecuteAsync(
            "mutation ($input: RemoveMemberDocumentInput!) { removeMemberDocument(input: $input) { member { documents { totalCount } } errors { __typename } } }",
            new { input = new { id = document, expectedVersion = 2, reason = "Nhầm hồ sơ." } });

        removed.HasData("""{"removeMemberDocument": {"member": {"documents": {"totalCount": 0}}, "errors": []}}""");
    }

    private const string Recording = $"mutation ($input: RecordMemberDocumentInput!) {{ recordMemberDocument(input: $input) {{ {Outcome} }} }}";

    private static object Paper(string member, int version, object paper) => new { memberId = member, expectedVersion = version, paper };

    private async Task<string> RecordAsync(string member, object paper)
    {
        var recorded = await register.Officer.ExecuteAsync(Recording, new { input = Paper(member, 1, paper) });
        var payload = recorded.Data["recordMemberDocument"]!;
        Assert.Equal("[]", payload["errors"]!.ToJsonString());
        return (string)payload["memberDocument"]!["id"]!;
    }

    private async Task<JsonNode> AttachAsync(string document, int version, byte[] content)
    {
        var operations = JsonSerializer.Serialize(new
        {
            query = $"mutation ($input: AttachMemberScanInput!) {{ attachMemberScan(input: $input) {{ {Outcome} }} }}",
            variables = new { input = new { id = document, expectedVersion = version, file = (string?)null } },
        });
        using var form = new MultipartFormDataContent
        {
            { new StringContent(operations, Encoding.UTF8), "operations" },
            { new StringContent("""{"0": ["variables.input.file"]}"""), "map" },
        };
        using var file = new ByteArrayContent(content);
        form.Add(file, "0", "scan.pdf");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/nam-dinh/graphql") { Content = form };
        request.Headers.Add("GraphQL-Preflight", "1");
        using var response = await register.Officer.Http.SendAsync(request);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!["data"]!["attachMemberScan"]!;
    }
}
