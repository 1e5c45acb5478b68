using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Imports;
using Modular.Members.Contracts;
using Modular.Members.Discipline;
using Modular.Members.People;
using Modular.Members.Tests.Imports;
using Modular.Members.Tests.WorkItems;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Discipline.Importing;

/// <summary>Reprimands and warnings by list, on 15 June 2024, in a cell of four official members.</summary>
public sealed class DisciplineImportTests : IAsyncLifetime
{
    private const string Headers =
        "Số thẻ đảng viên,Hình thức kỷ luật,Lỗi vi phạm,Nội dung vi phạm,Ngày kết thúc vi phạm,Mã tổ chức quyết định,Số người được biểu quyết,Số phiếu tán thành,Nghe đảng viên trình bày,"
        + "Ngày nghe ý kiến,Ngày mời lần 1,Ngày mời lần 2,Ngày công bố,Số quyết định,Ngày quyết định\n";

    private readonly SmallProvince province = new();
    private readonly List<Member> members = [];

    public async ValueTask InitializeAsync()
    {
        await province.InitializeAsync();
        for (var number = 1; number <= 4; number++)
            members.Add(await province.RegisterAsync(province.NewOfficialMember()));
    }

    public ValueTask DisposeAsync() => province.DisposeAsync();

    [Fact]
    public async Task Measures_are_taken_in_by_the_rules_of_single_ones_do_nothing_twice_and_are_undone()
    {
        var rows =
            $"""
            {members[0].CardNumber},Khiển trách,Sinh hoạt đảng,Bỏ sinh hoạt,01/03/2024,36.01.001.001,4,3,Có,18/05/2024,,,20/05/2024,7-QĐ/CB,22/05/2024
            {members[1].CardNumber},Cảnh cáo,Nhiệm vụ do cấp trên giao,Không hoàn thành,01/03/2024,36.01.001,9,5,Vắng không lý do,,02/05/2024,13/05/2024,20/05/2024,8-QĐ/ĐU,22/05/2024

            """;

        var good = await SendAsync(rows);
        var again = await SendAsync(rows + "\n");

        Assert.Equal((ImportState.Applied, ""), (good.State, await province.VerdictsAsync(good)));
        Assert.Equal(["2 - Warning ROW_IS_IN_THE_REGISTER", "3 - Warning ROW_IS_IN_THE_REGISTER"], (await province.VerdictsAsync(again)).Split('\n').Select(line => line.Split(':')[0]));
        var kept = await province.ReadAsync(db => db.DisciplinaryMeasures.OrderBy(row => row.Form).ToListAsync());
        Assert.Equal(
            [
                (members[0].Id, DisciplineForm.Reprimand, DisciplineHearing.Heard, 3, "7-QĐ/CB", 0),
                (members[1].Id, DisciplineForm.Warning, DisciplineHearing.StayedAwayWithoutReason, 5, "8-QĐ/ĐU", 2),
            ],
            kept.Select(row => (row.MemberId, row.Form, row.Hearing, row.VotesInFavour, row.DecisionNumber!, row.InvitedOn.Length)));
        Assert.Equal(province.FirstCell, kept[0].OrganizationId);
        Assert.Empty(await Work.ItemsAsync(province.Database, "members.disciplinary-decision-due", kept[0].Id));
        Assert.Equal([2, 2], await VersionsAsync());

        Assert.True((await UndoAsync(good)).Succeeded);
        Assert.Equal(0, await province.ReadAsync(db => db.DisciplinaryMeasures.CountAsync()));
        Assert.Equal([3, 3], await VersionsAsync());
    }

    [Fact]
    public async Task Each_fault_is_told_by_row_and_column()
    {
        var applicant = await province.RegisterAsync(Newcomers.Applicant(province.FirstCell, 4902));

        var faulty = await SendAsync(
            $"""
            {members[0].CardNumber},Khiển trách,Sinh hoạt đảng,Bỏ sinh hoạt,01/03/2024,36.01.001.001,4,2,Có,18/05/2024,,,20/05/2024,7-QĐ/CB,22/05/2024
            {members[0].CardNumber},Khiển trách,Sinh hoạt đảng,Bỏ sinh hoạt,01/03/2024,36.01.001.001,5,5,Có,,,,20/05/2024,8-QĐ/CB,19/05/2024
            {members[1].CardNumber},Khiển trách,Nhiệm vụ do cấp trên giao,Bỏ sinh hoạt,01/03/2019,36.01.001.001,4,4,Vắng không lý do,,02/05/2024,,20/05/2024,9-QĐ/CB,22/05/2024
            {members[2].CardNumber},Khai trừ,Vi phạm pháp luật,Phạm tội,01/03/2024,36.01.001,4,4,Có,18/05/2024,,,20/05/2024,10-QĐ/ĐU,22/05/2024
            {members[3].CardNumber},Cảnh cáo,Sinh hoạt đảng,Bỏ sinh hoạt,01/03/2024,36.99,4,4,Có,18/05/2024,,,20/05/2024,11-QĐ/CB,22/05/2024
            {applicant.CitizenId},Cảnh cáo,Sinh hoạt đảng,Bỏ sinh hoạt,01/03/2024,36.01.001.001,4,4,Có,18/05/2024,,,20/05/2024,12-QĐ/CB,22/05/2024
            99999999,Cảnh cáo,Sinh hoạt đảng,Bỏ sinh hoạt,01/03/2024,36.01.001.001,4,4,Có,18/05/2024,,,20/05/2024,13-QĐ/CB,22/05/2024

            """);

        Assert.Equal(ImportState.Refused, faulty.State);
        Assert.Equal(
            """
            2 votes_in_favour Error MEASURE_LACKS_ITS_MAJORITY
            3 member_number Error MEMBER_APPEARS_TWICE_IN_THE_LIST
            4 first_invited_on Error WHO_STAYS_AWAY_WAS_INVITED_SEVERAL_TIMES
            4 form Error LIMITATION_HAS_PASSED
            4 ground Error CELLS_ONLY_PROPOSE_ON_TASKS_OF_SUPERIORS
            5 form Error MEASURE_IS_RECORDED_BY_ITSELF
            6 organization_code Error DECIDING_ORGANIZATION_IS_UNKNOWN
            7 member_number Error ONLY_MEMBERS_ARE_DISCIPLINED
            8 member_number Error NO_MEMBER_BEARS_THE_NUMBER
            """,
            string.Join('\n', (await province.VerdictsAsync(faulty)).Split('\n').Select(line => line.Split(':')[0]).Order(StringComparer.Ordinal)));
        Assert.Equal(0, await province.ReadAsync(db => db.DisciplinaryMeasures.CountAsync()));
    }

    [Fact]
    public async Task Another_branch_may_not_send_them_and_what_was_complained_about_is_not_undone()
    {
        var row = $"{members[0].CardNumber},Khiển trách,Sinh hoạt đảng,Bỏ sinh hoạt,01/03/2024,36.01.001.001,4,3,Có,18/05/2024,,,20/05/2024,7-QĐ/CB,22/05/2024\n";
        var west = await province.PathOfAsync(province.WestCommune);
        var foreign = await SendAsync(row, new TestAccess().Below(MembersPermissions.RecordDiscipline, west).Below(MembersPermissions.Read, west));
        var good = await SendAsync(row);
        await province.Database.ExecuteAsync(TestProvinces.NamDinh, "update members.disciplinary_measure set complaint_received_on = date '2024-06-01', version = 2");

        var undone = await UndoAsync(good);

        Assert.Contains("2 organization_id Error ROW_IS_OUTSIDE_OF_YOUR_AREA", await province.VerdictsAsync(foreign), StringComparison.Ordinal);
        Assert.False(undone.Succeeded);
        Assert.Equal(1, await province.ReadAsync(db => db.DisciplinaryMeasures.CountAsync()));
    }

    private Task<ImportBatch> SendAsync(string rows, TestAccess? access = null) => province.ImportAsync(Headers + rows, access: access, format: "disciplines");

    private async Task<Kernel.Results.Result<ImportBatch>> UndoAsync(ImportBatch batch)
    {
        await using var scope = province.Database.Enter();
        return await scope.Get<ImportUndo>().RunAsync(batch.Id, reason: null, CancellationToken.None);
    }

    private async Task<List<int>> VersionsAsync() =>
        await province.ReadAsync(db => db.Members.Where(row => row.Id == members[0].Id || row.Id == members[1].Id).Select(row => row.Version).ToListAsync());
}
