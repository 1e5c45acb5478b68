using Modular.Kernel.Postgres.Imports;
using Modular.Members.Contracts;
using Modular.Members.People;
using Modular.Members.Tests.Imports;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Supplementing;

public sealed class SupplementImportTests(SmallProvince province) : IClassFixture<SmallProvince>
{
    private const string Header = "Số thẻ đảng viên,Nghề nghiệp,Trình độ chuyên môn,Số điện thoại,Số CCCD,Căn cứ\n";

    [Fact]
    public async Task A_list_fills_what_is_empty_keeps_what_is_there_and_is_undone()
    {
        var (one, two) = (await province.RegisterAsync(province.NewOfficialMember()), await province.RegisterAsync(province.NewOfficialMember()));

        var batch = await SendAsync("member-supplement", $"{one.CardNumber},Giáo viên,Đại học,0912 345 999,,\n{two.CardNumber},,,,,\n");

        Assert.Equal(
            """
            2 - Warning FIELDS_HOLD_OTHER_VALUES: The record says something else, which is kept: phone.
            3 - Warning ROW_FILLS_NOTHING: The row fills nothing.
            """,
            await province.VerdictsAsync(batch));
        var filled = await province.ReadAsync(one.Id);
        Assert.Equal(("Giáo viên", ProfessionalLevel.University, "0912345678", 2), (filled.Occupation, filled.ProfessionalLevel, filled.Phone, filled.Version));
        Assert.Equal(1, (await province.ReadAsync(two.Id)).Version);
        Assert.Equal("members.member-personal-data-changed", (await province.EventsAsync(one.Id))[^1]);

        await UndoAsync(batch.Id);
        var undone = await province.ReadAsync(one.Id);
        Assert.Equal((null, null, "0912345678"), (undone.Occupation, undone.ProfessionalLevel, undone.Phone));
        Assert.Equal(2L, await province.Database.ScalarAsync<long>(
            TestProvinces.NamDinh, "select count(*) from kernel.edits where entity = 'Member' and entity_id = $1 and action = 'CHANGED'", one.Id));
    }

    [Fact]
    public async Task Corrections_replace_what_is_there_by_a_document_and_a_change_since_stands_in_the_way_of_undoing()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var other = await province.RegisterAsync(province.NewOfficialMember());

        var refused = await SendAsync(
            "member-corrections", $"{member.CardNumber},,,0912345000,{other.CitizenId},CV 5\n{member.CvNumber},Nông dân,,,,CV 5\n99999999,Nông dân,,,,\n", ImportMode.AllOrNothing);
        var batch = await SendAsync("member-corrections", $"{member.CitizenId},Nông dân,,0912345000,,CV 5\n");
        await SendAsync("member-corrections", $"{member.CitizenId},Công nhân,,,,CV 6\n");

        Assert.Equal(ImportState.Refused, refused.State);
        Assert.Equal(
            """
            2 citizen_id Error NUMBER_IS_IN_THE_REGISTER: This number is in the register of the province already.
            3 member_number Error MEMBER_APPEARS_TWICE_IN_THE_LIST: The member is in the file already, in row 2.
            4 document Error CELL_IS_EMPTY: The cell is required and is empty.
            4 member_number Error NO_MEMBER_BEARS_THE_NUMBER: No member bears the number 99999999.
            """,
            await province.VerdictsAsync(refused));
        var corrected = await province.ReadAsync(member.Id);
        Assert.Equal(("Công nhân", "0912345000"), (corrected.Occupation, corrected.Phone));
        await using var scope = province.Database.Enter();
        var undone = await scope.Get<ImportUndo>().RunAsync(batch.Id, reason: null, CancellationToken.None);
        Assert.Equal(["IMPORTED_ROWS_WERE_CHANGED"], undone.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public async Task A_member_out_of_reach_and_ones_own_record_are_refused()
    {
        var (east, own) = (await province.RegisterAsync(province.NewOfficialMember()), await province.RegisterAsync(province.NewOfficialMember() with { OrganizationId = province.WestCell }));
        var west = await province.PathOfAsync(province.WestCommune);
        var officer = new TestAccess { MemberId = own.Id }.Below(MembersPermissions.Edit, west).Below(MembersPermissions.Read, west);

        var batch = await province.ImportAsync(
            $"{Header}{east.CardNumber},Giáo viên,,,,\n{own.CardNumber},Giáo viên,,,,\n", ImportMode.AllOrNothing, officer, "member-supplement");

        Assert.Equal(
            ["ROW_IS_OUTSIDE_OF_YOUR_AREA", "NOBODY_ACTS_ON_THEIR_OWN_CASE"],
            (await province.VerdictsAsync(batch)).Split('\n').Select(line => line.Split(' ', ':')[3]));
        Assert.Null((await province.ReadAsync(east.Id)).Occupation);
    }

    private Task<ImportBatch> SendAsync(string format, string rows, ImportMode mode = ImportMode.GoodRowsOnly) => province.ImportAsync(Header + rows, mode, format: format);

    private async Task UndoAsync(Guid batch)
    {
        await using var scope = province.Database.Enter();
        var undone = await scope.Get<ImportUndo>().RunAsync(batch, reason: null, CancellationToken.None);
        Assert.Equal((true, ImportState.Undone), (undone.Succeeded, undone.Value.State));
    }
}
