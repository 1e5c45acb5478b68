using System.Net;
using System.Text.Json.Nodes;
using Modular.DataProtection.Contracts;
using Modular.DataProtection.Tests.Requests;
using Modular.Kernel.Access;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.DataProtection.Tests.Copies;

/// <summary>The copy of all that the system keeps about a person (PD-08): who may fetch it, for how long, and what is in it.</summary>
public sealed class DataCopyTests(ProtectedRegister register) : IClassFixture<ProtectedRegister>
{
    [Fact]
    public async Task The_person_fetches_everything_that_is_kept_about_them()
    {
        var (person, path) = await PreparedAsync("Lương Thị Bản Sao");
        using var client = await register.SignInAsync("own.copy", ProtectedRegister.KeyOf(person), TestGrant.OfRole(DefaultRoles.Member, Reach.Self));

        using var response = await client.Http.GetAsync(path + "?format=json");

        Assert.True(response.StatusCode == HttpStatusCode.OK, path + await response.Content.ReadAsStringAsync());
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment; filename=\"data-copy.json\"", response.Content.Headers.GetValues("Content-Disposition").Single());
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        var copy = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal(ProtectedRegister.KeyOf(person).ToString(), (string)copy["subject"]!);
        var parts = copy["parts"]!.AsArray().ToDictionary(part => (string)part!["name"]!, part => part!);
        Assert.Equal(
            ["Account", "CellAssignment", "CvNumberPeriod", "Edit", "Grant", "Member", "MemberQuality", "Membership", "PartyCard", "SensitiveRead", "StatusPeriod", "SubjectRequest", "WorkItem"],
            parts.Keys.Order(StringComparer.Ordinal));
        var member = parts["Member"]["rows"]![0]!;
        Assert.Equal(("Lương Thị Bản Sao", "BUDDHISM"), ((string)member["full_name"]!, (string)member["religion"]!));
        Assert.Null(member["search_key"]);
        Assert.Equal("Full name (họ và tên).", (string)parts["Member"]["columns"]!["full_name"]!);
        Assert.Equal("Xin bản sao.", (string)parts["SubjectRequest"]["rows"]![0]!["content"]!);
    }

    [Fact]
    public async Task A_vietnamese_request_is_answered_in_vietnamese()
    {
        var (person, path) = await PreparedAsync("Lương Thị Tiếng Việt");
        using var client = (await register.SignInAsync("own.vietnamese.copy", ProtectedRegister.KeyOf(person), TestGrant.OfRole(DefaultRoles.Member, Reach.Self))).In("vi");

        var parts = JsonNode.Parse(await client.Http.GetStringAsync(path + "?format=json"))!["parts"]!.AsArray();

        var member = parts.Single(part => (string)part!["name"]! == "Member")!["columns"]!;
        Assert.Equal(("Họ và tên", "Ngày sinh", "Phiên bản"), ((string)member["full_name"]!, (string)member["birth_date"]!, (string)member["version"]!));
        Assert.Equal("Lần xem dữ liệu nhạy cảm", (string)parts.Single(part => (string)part!["name"]! == "SensitiveRead")!["description"]!);
        Assert.Equal([], parts.SelectMany(part => part!["columns"]!.AsObject()).Where(column => column.Key == (string)column.Value!).Select(column => column.Key));
    }

    [Fact]
    public async Task The_copy_comes_as_pages_too()
    {
        var (_, path) = await PreparedAsync("Lương Thị Trang");

        using var response = await register.Officer.Http.GetAsync(path + "?format=pdf");

        Assert.Equal("application/pdf", response.Content.Headers.ContentType!.MediaType);
        var pages = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal("%PDF-"u8.ToArray(), pages[..5]);
        Assert.InRange(pages.Length, 5_000, 1_000_000);
    }

    [Fact]
    public async Task Whoever_fetches_a_copy_stands_in_the_log_of_sensitive_reads()
    {
        var (person, path) = await PreparedAsync("Lương Thị Nhật Ký");
        register.Officer.Http.DefaultRequestHeaders.Add("X-Purpose", "Theo%20%C4%91%C6%A1n");
        using var response = await register.Officer.Http.GetAsync(path);
        register.Officer.Http.DefaultRequestHeaders.Remove("X-Purpose");

        Assert.Equal(
            "officer|PersonalDataCopy|Theo đơn",
            await register.Host.Database.ScalarAsync<string>(
                TestProvinces.NamDinh,
                """
                select read.user_name || '|' || read.subject_type || '|' || read.purpose from kernel.sensitive_reads as read
                where $1 = any(read.subjects) and read.subject_type = 'PersonalDataCopy'
                """,
                ProtectedRegister.KeyOf(person)));
    }

    [Fact]
    public async Task Nobody_else_is_told_that_there_is_a_copy()
    {
        var (_, path) = await PreparedAsync("Lương Thị Riêng Tư");
        using var colleague = await register.SignInAsync("no.copy", ProtectedRegister.KeyOf(register.WestMember), TestGrant.OfRole(DefaultRoles.Member, Reach.Self));
        using var reader = await register.SignInAsync("reads.requests", memberId: null, TestGrant.InProvince(DataProtectionPermissions.ReadRequests));
        using var neighbour = await register.SignInAsync(
            "handles.west", memberId: null,
            TestGrant.Below(ProtectedRegister.KeyOf(register.WestCommune), DataProtectionPermissions.ReadRequests, DataProtectionPermissions.HandleRequests));
        using var anonymous = register.Host.Anonymous(TestProvinces.NamDinh);
        var foreigner = await register.Host.AddUserAsync(
            "foreign.copy", TestProvinces.NinhThuan, TestGrant.InProvince(DataProtectionPermissions.ReadRequests, DataProtectionPermissions.HandleRequests));
        using var foreign = await register.Host.SignInAsync(foreigner);

        foreach (var client in new[] { colleague, reader, neighbour })
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, path));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(anonymous, path));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(foreign, path.Replace("nam-dinh", "ninh-thuan", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(foreign, path));
    }

    [Fact]
    public async Task A_copy_expires()
    {
        var (person, path) = await PreparedAsync("Lương Thị Hết Hạn");
        await register.Host.Database.ExecuteAsync(
            TestProvinces.NamDinh,
            "update data_protection.subject_request set copy_expires_at = now() - interval '1 second' where member_id = $1",
            ProtectedRegister.KeyOf(person));

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(register.Officer, path));
    }

    [Fact]
    public async Task A_copy_is_for_requests_to_see_data_that_are_worked_on()
    {
        var received = await register.RecordAsync(register.EastMember, "ACCESS");
        var deletion = await register.RecordAsync(register.EastMember, "DELETE");
        deletion = await register.Officer.StepAsync("acknowledgeSubjectRequest", deletion);
        deletion = await register.Officer.StepAsync("startSubjectRequest", deletion);

        Assert.Equal(["REQUEST_IS_FOR_NO_COPY input.id"], await register.Officer.RefusedAsync("prepareDataCopy", received));
        Assert.Equal(["REQUEST_IS_FOR_NO_COPY input.id"], await register.Officer.RefusedAsync("prepareDataCopy", deletion));
    }

    [Fact]
    public async Task There_is_no_copy_where_none_was_prepared_or_of_another_kind()
    {
        var request = await register.RecordAsync(register.EastMember, "ACCESS");
        Assert.Null((await register.Officer.ReadAsync(request, "copyPath"))["copyPath"]);
        var (_, path) = await PreparedAsync("Lương Thị Khác");

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(register.Officer, $"/nam-dinh/downloads/data-copies/{ProtectedRegister.KeyOf(request.Id)}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(register.Officer, path + "?format=docx"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(register.Officer, path.Replace("data-copies", "no-such", StringComparison.Ordinal)));
    }

    private static async Task<HttpStatusCode> StatusAsync(TestClient client, string path)
    {
        using var response = await client.Http.GetAsync(path);
        return response.StatusCode;
    }

    /// <summary>A person of the east cell whose copy may be fetched at the path.</summary>
    private async Task<(string Person, string Path)> PreparedAsync(string name)
    {
        var person = await register.AddMemberAsync(register.EastCell, name);
        var recorded = await ProtectedRegister.DoAsync(
            register.Officer, "recordSubjectRequest", new { memberId = person, kind = "PROVIDE_COPY", content = "Xin bản sao.", receivedOn = "2026-02-13" }, "subjectRequest { id version }");
        var request = ((string)recorded["subjectRequest"]!["id"]!, (int)recorded["subjectRequest"]!["version"]!);
        request = await register.Officer.StepAsync("acknowledgeSubjectRequest", request);
        request = await register.Officer.StepAsync("startSubjectRequest", request);
        request = await register.Officer.StepAsync("prepareDataCopy", request);
        return (person, "/nam-dinh" + (string)(await register.Officer.ReadAsync(request, "copyPath"))["copyPath"]!);
    }
}
