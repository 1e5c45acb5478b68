using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Imports;
using Modular.Organizations.Contracts;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Organizations.Tests.Meetings;

/// <summary>Files of meetings.</summary>
public sealed class MeetingImportTests : IAsyncLifetime
{
    private const string Headers = "Mã chi bộ,Thành phần,Loại,Ngày họp,Số phải dự họp,Có mặt,Họp theo tổ đảng,Nội dung,Số nghị quyết";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("modular-meetings-");
    private Province province = null!;

    public async ValueTask InitializeAsync() => province = await Province.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        await province.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_file_of_meetings_comes_in_by_the_rules_of_single_ones_and_is_undone()
    {
        await province.FoundAsync(province.Cell, OrganizationKinds.PartyGroup, "Tổ đảng số 1", "36.01.001.001.01");
        var batch = await ImportAsync(
            """
            36.01.001.001,,,03/04/2024,20,18,x,,04-NQ/CB
            36.01.001.001,Chi bộ,Chuyên đề,12/4/2024,20,19,,Chuyển đổi số,
            36.01.001,,Thường kỳ,2024-04-05,15,15,,,07-NQ/ĐU
            """,
            ImportMode.AllOrNothing);

        Assert.Equal("", await VerdictsAsync(batch));
        Assert.Equal((ImportState.Applied, 3), (batch.State, batch.RowsApplied));
        Assert.Equal(
            """{"organizationMeetings":{"nodes":[{"organization":{"code":"36.01.001.001"},"body":"MEMBERS","kind":"THEMATIC","heldOn":"2024-04-12","present":19,"isByPartyGroups":false,"reference":null},{"organization":{"code":"36.01.001"},"body":"COMMITTEE","kind":"REGULAR","heldOn":"2024-04-05","present":15,"isByPartyGroups":false,"reference":"07-NQ/ĐU"},{"organization":{"code":"36.01.001.001"},"body":"MEMBERS","kind":"REGULAR","heldOn":"2024-04-03","present":18,"isByPartyGroups":true,"reference":"04-NQ/CB"}]}}""",
            (await province.AskAsync("{ organizationMeetings { nodes { organization { code } body kind heldOn present isByPartyGroups reference } } }"))
                .ToJsonString(new System.Text.Json.JsonSerializerOptions(Province.Readable) { WriteIndented = false }));

        var again = await ImportAsync("36.01.001.001,,,30/04/2024,20,18,,,", ImportMode.GoodRowsOnly);
        Assert.Equal("2 held_on Error REGULAR_MEETING_IS_RECORDED", await VerdictsAsync(again));

        await using var scope = province.Database.Enter();
        var undone = await scope.Get<ImportUndo>().RunAsync(batch.Id, "by mistake", CancellationToken.None);
        Assert.Equal(ImportState.Undone, undone.Value.State);
        Assert.Equal(0, (int)(await province.AskAsync("{ organizationMeetings { totalCount } }"))["organizationMeetings"]!["totalCount"]!);
    }

    [Fact]
    public async Task Rows_that_cannot_have_been_so_are_left_out_each_with_its_reason()
    {
        var batch = await ImportAsync(
            """
            36.99,,,03/04/2024,20,18,,,
            36.01.001.001,,,03/04/2024,20,21,,,
            36.01.001.001,,,03/07/2024,20,18,,,
            36.01.001.001,,,31/04/2024,20,18,,,
            36.01.001,Chi bộ,,03/04/2024,20,18,,,
            36.01.001.001,,,03/05/2024,20,18,x,,
            36.01.001.001,,Hằng quý,03/03/2024,20,18,,,
            36.01.001.001,,,03/02/2024,0,0,,,
            36.01.001.001,,,03/01/2024,20,18,,,
            36.01.001.001,,,25/01/2024,20,18,,,
            36.01.001.001,,,01/01/2015,20,18,,,
            """,
            ImportMode.GoodRowsOnly);

        Assert.Equal(
            """
            2 organization_code Error ORGANIZATION_CODE_IS_UNKNOWN
            3 present Error MORE_ATTENDED_THAN_WERE_INVITED
            4 held_on Error DATE_IS_OUT_OF_RANGE
            5 held_on Error CELL_IS_NOT_A_DATE
            6 body Error KIND_DOES_NOT_MEET_SO
            7 by_party_groups Error CELL_DOES_NOT_MEET_BY_GROUPS
            8 kind Error CELL_IS_NOT_IN_THE_LIST
            9 expected Error CELL_IS_NOT_A_WHOLE_NUMBER
            11 held_on Error REGULAR_MEETING_IS_RECORDED
            12 held_on Error ORGANIZATION_DID_NOT_EXIST_THEN
            """,
            await VerdictsAsync(batch));
        Assert.Equal(1, batch.RowsApplied);
    }

    private async Task<ImportBatch> ImportAsync(string rows, ImportMode mode)
    {
        var path = Path.Combine(folder.FullName, $"{Guid.NewGuid():n}.csv");
        await File.WriteAllTextAsync(path, $"{Headers}\n{rows}\n");
        await using var scope = province.Database.Enter(TestProvinces.NamDinh, new SystemAccess("test"));
        return (await scope.Get<FileImports>().RunAsync(new ImportRequest("meetings", ImportContent.OfFile(path), mode), progress: null, CancellationToken.None)).Value;
    }

    private async Task<string> VerdictsAsync(ImportBatch batch)
    {
        Assert.Null(batch.ProblemCode);
        await using var scope = province.Database.Enter();
        var verdicts = await scope.Get<ImportBatchReader>().VerdictsAsync(batch.Id, severity: null, after: 0, most: 100, CancellationToken.None);
        return string.Join('\n', verdicts.Select(verdict => $"{verdict.Row} {verdict.Column} {verdict.Severity} {verdict.Code}"));
    }
}
