using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Imports;
using Modular.Members.Contracts;
using Modular.Members.Editing;
using Modular.Members.People;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Imports;

public sealed class MemberImportTests(SmallProvince province) : IClassFixture<SmallProvince>
{
    [Fact]
    public async Task A_register_becomes_members_with_the_same_facts_as_if_each_had_been_registered()
    {
        var batch = await province.ImportAsync(
            """
            STT,HỌ TÊN ĐẢNG VIÊN,Năm sinh,Giới,CCCD,Dân tộc,Ngày kết nạp,Ngày chính thức,Số thẻ,Số LL,Mã tổ chức,Nơi thường trú,Điện thoại
            1,Phạm Thị  Hồng,08/03/1980,Nữ,036180900001,kinh,03/02/2005,03/02/2006,36900001,900001 NĐ,36.01.001.001,"Xóm 1, xã Giao Hà",0912.000.001
            2,Vũ Đình Toản,1975,Nam,036075900002,Tày,19/05/2023,,,900002ND,36.01.001.002,,
            """);

        Assert.Equal("", await province.VerdictsAsync(batch));
        Assert.Equal((ImportState.Applied, 2), (batch.State, batch.RowsApplied));
        var members = await province.ReadAsync(db => db.Members.Where(row => row.CvNumber == "900001ND" || row.CvNumber == "900002ND").OrderBy(row => row.CvNumber).ToListAsync());
        Assert.Equal(
            [
                ("Phạm Thị Hồng", MembershipStatus.Official, new DateOnly(2006, 2, 3), new DateOnly(2005, 2, 3), province.FirstCell, "pham thi hong 36900001 900001nd", "0912000001"),
                ("Vũ Đình Toản", MembershipStatus.Probationary, new DateOnly(2023, 5, 19), null, province.SecondCell, "vu dinh toan 900002nd", null),
            ],
            members.Select(row => (row.FullName, row.Status, row.StatusSince, row.PartyAgeFrom, row.OrganizationId, row.SearchKey, row.Phone)));
        Assert.Equal(
            ["PROBATIONARY [2005-02-03,2006-02-03)", "OFFICIAL [2006-02-03,)"],
            await province.FactsAsync("members.membership_status", "status", members[0].Id));
        Assert.Equal(["OFFICIAL [2015-03-02,)"], await province.FactsAsync("members.cell_assignment", "kind", members[0].Id));
        Assert.Equal(["36900001 [2006-02-03,)"], await province.FactsAsync("members.party_card", "number", members[0].Id));
        Assert.Equal(["Xóm 1, xã Giao Hà [2015-03-02,)"], await province.FactsAsync("members.residence", "address", members[0].Id));
        Assert.Equal(["members.member-registered"], await province.EventsAsync(members[0].Id));
        Assert.Equal(
            "Phạm Thị Hồng", await province.Database.ScalarAsync<string>(
                TestProvinces.NamDinh, "select changes -> 'fullName' ->> 'after' from kernel.edits where entity = 'Member' and entity_id = $1", members[0].Id));
    }

    [Fact]
    public async Task What_registration_counts_is_what_an_import_counts()
    {
        await using var other = await FreshAsync();

        await other.ImportAsync(
            $"""
            {MemberFiles.Headers}
            Phạm Văn Một,08/03/1980,Nam,036080900011,Kinh,,,03/02/2005,03/02/2006,36900011,900011NĐ,36.01.002.009,
            Phạm Văn Hai,08/03/1980,Nam,036080900012,Kinh,,,07/11/2023,,,900012NĐ,36.01.002.009,
            Phạm Văn Ba,08/03/1980,Nam,036080900013,Kinh,,,03/02/2019,03/02/2020,36900013,900013NĐ,36.01.002.009,
            """);

        Assert.Equal(
            ["2015-03-02..2019-02-03: 1+0+0+0", "2019-02-03..2020-02-03: 1+1+0+0", "2020-02-03..2023-11-07: 2+0+0+0", "2023-11-07..: 2+1+0+0"],
            await other.HeadcountsAsync(other.WestCell));
    }

    [Fact]
    public async Task Every_broken_rule_is_told_with_row_and_column_and_nothing_is_applied()
    {
        var known = await province.RegisterAsync(province.NewOfficialMember());
        var batch = await province.ImportAsync(
            $"""
            {MemberFiles.Headers}
            Phạm Thị Đúng,08/03/1980,Nữ,036180900021,Kinh,Không,,03/02/2005,03/02/2006,36900021,900021NĐ,36.01.001.001,
            Phạm Thị Mã,08/03/1980,Nữ,036180900022,Kinh,,,03/02/2005,03/02/2006,,,36.99,
            Phạm Thị Xã,08/03/1980,Nữ,036180900023,Kinh,,,03/02/2005,03/02/2006,,,36.01.001,
            Phạm Thị Trẻ,08/03/1995,Nữ,036195900024,Kinh,,,03/02/2005,03/02/2006,,,36.01.001.001,
            Phạm Thị Sớm,08/03/1980,Nữ,036180900025,Kinh,,,03/02/2005,03/05/2006,,,36.01.001.001,
            Phạm Thị Thẻ,08/03/1980,Nữ,036180900026,Kinh,,,03/02/2024,,36900026,900021NĐ,36.01.001.001,
            Phạm Thị Trùng,08/03/1980,Nữ,{known.CitizenId},Kinh,,,03/02/2005,03/02/2006,{known.CardNumber},,36.01.001.001,
            Phạm Thị Không,08/03/1980,Nữ,,Lạ,,,,,,,36.01.001.001,
            """);

        Assert.Equal(ImportState.Refused, batch.State);
        Assert.Equal(
            """
            3 cell_code Error CELL_CODE_IS_UNKNOWN: No organization bears the code 36.99.
            4 cell_code Error CODE_IS_NOT_THAT_OF_A_CELL: The code 36.01.001 is not that of a cell. Members belong to cells.
            5 joined_on Error PERSON_WAS_TOO_YOUNG_AT_ADMISSION: The person was not 18 years old (counted by month) when admitted.
            6 official_on Error OFFICIAL_DATE_IS_NOT_THE_END_OF_PROBATION: The official date must be 03/02/2006 (the end of probation); give a reason where it is another.
            7 card_number Error ONLY_OFFICIAL_MEMBERS_RECEIVE_CARDS: Party cards are issued to official members only.
            7 cv_number Error PERSON_APPEARS_TWICE_IN_THE_FILE: The name, birth date and cell are those of row 2.
            8 card_number Error NUMBER_IS_IN_THE_REGISTER: This number is in the register of the province already.
            8 citizen_id Error NUMBER_IS_IN_THE_REGISTER: This number is in the register of the province already.
            8 citizen_id Warning CITIZEN_ID_DOES_NOT_FIT: Citizen identity number: the fifth and sixth digits are of another year.
            9 ethnic_group Error CELL_IS_NOT_IN_THE_LIST: The value is not known; one of: Kinh, Tay, Thai, Hoa, Khmer, Muong, Nung, Hmong ….
            9 status Error STATUS_IS_NOT_KNOWN: The status, the date of joining or the official date is needed.
            """,
            (await province.VerdictsAsync(batch)).ReplaceLineEndings("\n"));
        Assert.False(await province.ReadAsync(db => db.Members.AnyAsync(row => row.CitizenId == "036180900021")));
    }

    [Fact]
    public async Task Persons_who_seem_to_be_there_already_are_errors_in_their_cell_and_warnings_elsewhere()
    {
        var known = await province.RegisterAsync(province.NewOfficialMember() is var input ? input with { Person = input.Person with { CitizenId = null } } : null!);
        var batch = await province.ImportAsync(
            $"""
            {MemberFiles.Headers}
            {known.FullName.ToUpperInvariant()},{known.BirthDate:dd/MM/yyyy},Nữ,,Kinh,,,03/02/2005,03/02/2006,36900031,,36.01.001.001,
            {known.FullName},{known.BirthDate:dd/MM/yyyy},Nữ,,Kinh,,,03/02/2005,03/02/2006,36900032,,36.01.002.009,
            {known.FullName},{known.BirthDate:dd/MM/yyyy},Nữ,,Kinh,,,03/02/2005,03/02/2006,,,36.01.002.009,
            """,
            ImportMode.GoodRowsOnly);

        Assert.Equal((ImportState.Applied, 1), (batch.State, batch.RowsApplied));
        Assert.Equal(
            """
            2 full_name Error PERSON_IS_IN_THE_CELL_ALREADY: The cell has a person of the same name and birth date already.
            3 full_name Warning NAMESAKE_IS_IN_THE_REGISTER: The province has a person of the same name and birth date; check whether it is the same one.
            4 full_name Error PERSON_APPEARS_TWICE_IN_THE_FILE: The name, birth date and cell are those of row 3.
            4 full_name Warning NAMESAKE_IS_IN_THE_REGISTER: The province has a person of the same name and birth date; check whether it is the same one.
            4 - Warning PERSON_HAS_NO_NUMBER: Both the citizen identity number and the card number are missing.
            """,
            (await province.VerdictsAsync(batch)).ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task An_officer_imports_into_their_own_area_only()
    {
        var west = await province.PathOfAsync(province.WestCommune);
        var officer = new TestAccess().Below(MembersPermissions.Import, west);

        var batch = await province.ImportAsync(
            $"""
            {MemberFiles.Headers}
            Phạm Thị Đông,08/03/1980,Nữ,036180900041,Kinh,,,03/02/2005,03/02/2006,36900041,,36.01.001.001,
            Phạm Thị Tây,08/03/1980,Nữ,036180900042,Kinh,,,03/02/2005,03/02/2006,36900042,,36.01.002.009,
            """,
            ImportMode.GoodRowsOnly,
            officer);

        Assert.Equal((1, 1), (batch.RowsApplied, batch.RowsWithErrors));
        Assert.True(await province.ReadAsync(db => db.Members.AnyAsync(row => row.CitizenId == "036180900042")));
    }

    [Fact]
    public async Task An_import_is_undone_completely_while_nobody_was_changed_since()
    {
        await using var other = await FreshAsync();
        var batch = await other.ImportAsync(MemberFiles.Many(40, ["36.01.001.001", "36.01.002.009"]));
        Assert.Equal(40, batch.RowsApplied);
        var one = await other.ReadAsync(db => db.Members.FirstAsync());
        await other.ActAsync<MemberEditing, Member>(editing => editing.RunAsync(
            new UpdateMemberInput { MemberId = one.Id, ExpectedVersion = 1, Occupation = "Nông dân" }, CancellationToken.None));

        await using var scope = other.Database.Enter();
        var refused = await scope.Get<ImportUndo>().RunAsync(batch.Id, "Nhầm tệp", CancellationToken.None);

        Assert.Equal("IMPORTED_ROWS_WERE_CHANGED", string.Concat(refused.Problems.Select(problem => problem.Code)));
        var second = await other.ImportAsync(MemberFiles.Many(45, ["36.01.001.002"], firstNumber: 500));
        Assert.Equal(("", 45), (await other.VerdictsAsync(second), second.RowsApplied));
        var undone = await scope.Get<ImportUndo>().RunAsync(second.Id, "Nhầm tệp", CancellationToken.None);
        Assert.Equal([], undone.Problems);
        Assert.Equal((40, 0), (await other.ReadAsync(db => db.Members.CountAsync()), await other.ReadAsync(db => db.Assignments.CountAsync(row => row.OrganizationId == other.SecondCell))));
        Assert.Empty(await other.HeadcountsAsync(other.SecondCell));
    }

    private static async Task<SmallProvince> FreshAsync()
    {
        var fresh = new SmallProvince();
        await fresh.InitializeAsync();
        return fresh;
    }
}
