using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Results;
using Modular.Members.Cells;
using Modular.Members.People;
using Modular.Members.Records;
using Modular.Members.Tests.Imports;
using Xunit;

namespace Modular.Members.Tests.Records;

public sealed class MemberRecordTests(SmallProvince province) : IClassFixture<SmallProvince>
{
    [Fact]
    public async Task A_sheet_is_written_and_its_lines_are_replaced_and_taken_out()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var written = await ChangeAsync(member, new RecordChangesInput
        {
            Particulars = new RecordParticularsInput { ClassOrigin = ClassOrigin.PoorPeasant, RecruitedOn = new DateOnly(2008, 9, 1), Health = "  Tốt ", HouseholdIncome = 180_000_000 },
            Admissions = [new AdmissionDetailInput { Ordinal = 1, AdmittedAt = "Chi bộ thôn Đông", FirstSponsor = "Nguyễn Văn Giới" }],
            Career = new CareerChangesInput
            {
                Put = [Career("2003-09-01", "2007-06-30", "Sinh viên Trường Đại học Nông nghiệp I"), Career("2008-09-01", null, "Cán bộ khuyến nông xã Giao Hà")],
            },
            Family = new FamilyChangesInput { Put = [new FamilyMemberInput { Relation = FamilyRelation.Father, FullName = "Trần Văn Cha", BirthYear = 1955 }] },
        });
        Assert.Equal([], written.Problems);
        var lines = await province.ReadAsync(db => db.Career.Where(row => row.MemberId == member.Id).OrderBy(row => row.BeganOn).ToListAsync());

        var changed = await ChangeAsync(written.Value, new RecordChangesInput
        {
            Particulars = new RecordParticularsInput { Health = (string?)null },
            Career = new CareerChangesInput { Put = [Career("2008-09-01", null, "Phó Chủ tịch UBND xã") with { Id = lines[1].Id }], Remove = [lines[0].Id] },
        });

        Assert.Equal([], changed.Problems);
        var record = await province.ReadAsync(db => db.Records.SingleAsync(row => row.Id == member.Id));
        Assert.Equal(
            (ClassOrigin.PoorPeasant, new DateOnly(2008, 9, 1), null, 180_000_000, province.FirstCell),
            (record.ClassOrigin, record.RecruitedOn, record.Health, record.HouseholdIncome, record.OrganizationId));
        Assert.Equal(
            [(lines[1].Id, "Phó Chủ tịch UBND xã")],
            (await province.ReadAsync(db => db.Career.Where(row => row.MemberId == member.Id).ToListAsync())).Select(line => (line.Id, line.Work)));
        Assert.Equal("Chi bộ thôn Đông", await province.ReadAsync(db => db.AdmissionDetails.Where(row => row.MemberId == member.Id).Select(row => row.AdmittedAt).SingleAsync()));
        Assert.Equal(member.Version + 2, (await province.ReadAsync(member.Id)).Version);
    }

    [Fact]
    public async Task Whatever_does_not_fit_is_said_at_its_place_and_nothing_is_changed()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var refused = await ChangeAsync(member, new RecordChangesInput
        {
            Particulars = new RecordParticularsInput
            {
                RecruitedOn = member.BirthDate.AddDays(-1),
                EnlistedOn = new DateOnly(2005, 2, 1),
                DischargedOn = new DateOnly(2004, 2, 1),
                EconomyYear = 2030,
            },
            Admissions = [new AdmissionDetailInput { Ordinal = 2 }],
            Career = new CareerChangesInput { Put = [Career("1970-01-01", null, "…"), Career("2030-01-01", null, "…"), Career("2010-01-01", "2009-01-01", " ")], Remove = [Guid.CreateVersion7()] },
            TripsAbroad = new TripChangesInput { Put = [new TripAbroadInput { BeganOn = new DateOnly(2020, 1, 1), EndedOn = new DateOnly(2020, 3, 30), Countries = "Lào", Purpose = "Học" }] },
            Family = new FamilyChangesInput { Put = [new FamilyMemberInput { Relation = FamilyRelation.Mother, FullName = "Lê Thị Mẹ", BirthYear = 1999 }] },
        });
        var overlapping = await ChangeAsync(member, new RecordChangesInput
        {
            Career = new CareerChangesInput { Put = [Career("2003-09-01", "2008-12-31", "Sinh viên"), Career("2008-09-01", null, "Cán bộ")] },
        });

        Assert.Equal(
            [
                "DayIsBeforeBirth input.changes.particulars.recruitedOn", "PeriodEndsBeforeItBegan input.changes.particulars.dischargedOn",
                "InvalidInput input.changes.particulars.economyYear", "NotFound input.changes.admissions.0.ordinal",
                "NotFound input.changes.career.remove.0",
                "DayIsBeforeBirth input.changes.career.put.0.beganOn", "DateLiesInTheFuture input.changes.career.put.1.beganOn",
                "PeriodEndsBeforeItBegan input.changes.career.put.2.endedOn", "InvalidInput input.changes.career.put.2.work",
                "StayAbroadIsTooShortToBeListed input.changes.tripsAbroad.put.0.endedOn", "RelativeIsOfTheWrongAge input.changes.family.put.0.birthYear",
            ],
            refused.Problems.Select(Told));
        Assert.Equal(["PeriodsOverlap input.changes.career.put"], overlapping.Problems.Select(Told));
        Assert.Equal(
            ("members §2.1", "Giai đoạn từ 01/09/2008 trùng với giai đoạn từ 01/09/2003; việc làm cùng lúc ghi chung một dòng."),
            (overlapping.Problems[0].Rule!.Id, overlapping.Problems[0].Message(Language.Vietnamese)));
        Assert.False(await province.ReadAsync(db => db.Records.AnyAsync(row => row.Id == member.Id)));
        Assert.Equal(member.Version, (await province.ReadAsync(member.Id)).Version);
    }

    [Fact]
    public async Task Of_two_officers_at_once_one_writes_and_the_other_reads_again()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var together = await Task.WhenAll(
            ChangeAsync(member, new RecordChangesInput { Particulars = new RecordParticularsInput { Computing = "A" } }),
            ChangeAsync(member, new RecordChangesInput { Particulars = new RecordParticularsInput { Computing = "B" } }));

        Assert.Equal(["StaleVersion"], together.SelectMany(result => result.Problems).Select(problem => problem.GetType().Name));
    }

    [Fact]
    public async Task A_record_goes_with_its_member_to_another_cell()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var written = await ChangeAsync(member, new RecordChangesInput { Particulars = new RecordParticularsInput { Computing = "A" } });

        var moved = await province.ActAsync<InternalMove, Member>(move => move.RunAsync(
            new AssignMemberToCellInput { MemberId = member.Id, ExpectedVersion = written.Value.Version, OrganizationId = province.SecondCell, From = new DateOnly(2024, 6, 1) },
            CancellationToken.None));

        Assert.Equal([], moved.Problems);
        Assert.Equal(province.SecondCell, await province.ReadAsync(db => db.Records.Where(row => row.Id == member.Id).Select(row => row.OrganizationId).SingleAsync()));
    }

    [Fact]
    public async Task An_import_of_members_takes_the_single_facts_of_their_sheets()
    {
        const string Header = "full_name,birth_date,sex,citizen_id,ethnic_group,joined_on,official_on,cv_number,cell_code,Thành phần gia đình,Ngày nhập ngũ,Ngày xuất ngũ,Ngoại ngữ,Người giới thiệu 1\n";
        var refused = await province.ImportAsync(
            Header + "Trần Văn Phiếu,20/05/1980,Nam,036080900871,Kinh,03/02/2005,03/02/2006,900871ND,36.01.001.001,Bần nông,01/02/1979,01/02/1978,,\n");
        var applied = await province.ImportAsync(
            Header + "Trần Văn Phiếu,20/05/1980,Nam,036080900871,Kinh,03/02/2005,03/02/2006,900871ND,36.01.001.001,Bần nông,01/02/1999,01/02/2001,Tiếng Anh B1,Đỗ Văn Giới\n");

        Assert.Equal(
            """
            2 discharged_on Error DAY_OF_THE_SHEET_IS_BEFORE_BIRTH: The day is before the birth date (20/05/1980).
            2 discharged_on Error DISCHARGE_IS_BEFORE_ENLISTMENT: The day of discharge is before that of enlistment.
            2 enlisted_on Error DAY_OF_THE_SHEET_IS_BEFORE_BIRTH: The day is before the birth date (20/05/1980).
            """,
            await province.VerdictsAsync(refused));
        Assert.Equal("", await province.VerdictsAsync(applied));
        var member = await province.ReadAsync(db => db.Members.SingleAsync(row => row.CvNumber == "900871ND"));
        var record = await province.ReadAsync(db => db.Records.SingleAsync(row => row.Id == member.Id));
        Assert.Equal(
            (ClassOrigin.PoorPeasant, new DateOnly(1999, 2, 1), new DateOnly(2001, 2, 1), "Tiếng Anh B1"),
            (record.ClassOrigin, record.EnlistedOn, record.DischargedOn, record.ForeignLanguages));
        Assert.Equal("Đỗ Văn Giới", await province.ReadAsync(db => db.AdmissionDetails.Where(row => row.MemberId == member.Id).Select(row => row.FirstSponsor).SingleAsync()));
    }

    private static string Told(Problem problem) => $"{problem.GetType().Name} {problem.Field}";

    private static CareerEntryInput Career(string from, string? until, string work) =>
        new() { BeganOn = DateOnly.Parse(from, null), EndedOn = until is null ? null : DateOnly.Parse(until, null), Work = work };

    private Task<Result<Member>> ChangeAsync(Member member, RecordChangesInput changes) => province.ActAsync<RecordKeeping, Member>(keeping => keeping.RunAsync(
        new UpdateMemberRecordInput { MemberId = member.Id, ExpectedVersion = member.Version, Changes = changes, Reason = "Bổ sung phiếu." }, CancellationToken.None));
}
