using Modular.Members.Contracts;
using Modular.Members.Editing;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Records;
using Modular.Members.Residences;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Quality;

public sealed class RecordQualityTests(SmallProvince province) : IClassFixture<SmallProvince>
{
    private const string Incomplete = "CAREER_IS_MISSING EDUCATION_IS_MISSING FAMILY_IS_MISSING OCCUPATION_IS_MISSING RESIDENCE_IS_MISSING SPONSORS_ARE_MISSING";

    [Fact]
    public async Task What_is_missing_is_found_until_it_is_recorded()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        Assert.Equal(Incomplete, await FindingsAsync(member));

        var edited = await EditAsync(member, new UpdateMemberInput
        {
            MemberId = member.Id,
            ExpectedVersion = member.Version,
            Occupation = "Giáo viên",
            GeneralEducation = GeneralEducation.UpperSecondary,
            ProfessionalLevel = ProfessionalLevel.University,
            PoliticalTheory = PoliticalTheory.Basic,
        });
        Assert.Equal("CAREER_IS_MISSING FAMILY_IS_MISSING RESIDENCE_IS_MISSING SPONSORS_ARE_MISSING", await FindingsAsync(member));
        var written = await province.ActAsync<RecordKeeping, Member>(keeping => keeping.RunAsync(
            new UpdateMemberRecordInput { MemberId = member.Id, ExpectedVersion = edited.Version, Changes = Sheet() }, CancellationToken.None));
        Assert.Equal("RESIDENCE_IS_MISSING", await FindingsAsync(member));
        var housed = await province.ActAsync<ResidenceRecording, Member>(recording => recording.RunAsync(
            new RecordAddressInput
            {
                MemberId = member.Id,
                ExpectedVersion = written.Value.Version,
                Residence = new ResidenceInput { Kind = ResidenceKind.Permanent, Address = "Xóm 5", From = new DateOnly(2020, 1, 1) },
            },
            CancellationToken.None));

        Assert.Equal([], housed.Problems);
        Assert.Equal("", await FindingsAsync(member));
        Assert.Equal("CITIZEN_ID_DOES_NOT_FIT", await FindingsAsync(await EditAsync(housed.Value, Correction(housed.Value) with { Sex = Sex.Male })));
    }

    [Fact]
    public async Task Two_of_one_name_and_birth_date_are_found_until_one_is_corrected()
    {
        var one = await province.RegisterAsync(province.NewOfficialMember());
        var other = await province.RegisterAsync(province.NewOfficialMember());

        var same = await EditAsync(other, Correction(other) with { FullName = one.FullName, BirthDate = one.BirthDate });
        Assert.Equal(Twice(true), (await FindingsAsync(one), await FindingsAsync(other)));
        await EditAsync(same, Correction(same) with { FullName = "Trần Thị Khác Hẳn" });

        Assert.Equal(Twice(false), (await FindingsAsync(one), await FindingsAsync(other)));
    }

    [Theory]
    [InlineData("2023-04-14", true, null, 2023, "PROBATION_IS_OVERDUE")]
    [InlineData("2023-04-15", true, null, 2023, "")]
    [InlineData("2010-05-19", false, "2022-06-14", 2023, "TEMPORARY_RESIDENCE_HAS_EXPIRED")]
    [InlineData("2010-05-19", false, "2022-06-15", 2022, "SLIP_IS_MISSING")]
    [InlineData("2024-01-19", false, null, null, "")]
    public async Task Time_brings_findings_by_itself(string joinedOn, bool isProbationary, string? temporarySince, int? lastSlip, string findings) => Assert.Equal(
        findings,
        await province.Database.ScalarAsync<string>(
            TestProvinces.NamDinh,
            "select array_to_string(members.quality_on('2024-06-15', '{}', $1::date, $2, nullif($3, '')::date, nullif($4, 0), 14, 24, 2023), ' ')",
            joinedOn, isProbationary, temporarySince ?? "", lastSlip ?? 0));

    private static (string, string) Twice(bool isFound)
    {
        var findings = string.Join(' ', $"{Incomplete}{(isFound ? " MAY_BE_REGISTERED_TWICE" : "")}".Split(' ').Order(StringComparer.Ordinal));
        return (findings, findings);
    }

    private static RecordChangesInput Sheet() => new()
    {
        Admissions = [new AdmissionDetailInput { Ordinal = 1, FirstSponsor = "Nguyễn Văn Giới" }],
        Career = new CareerChangesInput { Put = [new CareerEntryInput { BeganOn = new DateOnly(2008, 9, 1), Work = "Giáo viên" }] },
        Family = new FamilyChangesInput { Put = [new FamilyMemberInput { Relation = FamilyRelation.Mother, FullName = "Lê Thị Mẹ" }] },
    };

    private static UpdateMemberInput Correction(Member member) => new()
    {
        MemberId = member.Id,
        ExpectedVersion = member.Version,
        Reason = "Theo giấy khai sinh.",
        Document = new MemberDecisionInput { Number = "12-TL", DecidedOn = new DateOnly(2024, 6, 3) },
    };

    private async Task<Member> EditAsync(Member member, UpdateMemberInput input)
    {
        var edited = await province.ActAsync<MemberEditing, Member>(editing => editing.RunAsync(input with { MemberId = member.Id }, CancellationToken.None));
        Assert.Equal([], edited.Problems);
        return edited.Value;
    }

    private Task<string> FindingsAsync(Member member) => province.Database.ScalarAsync<string>(
        TestProvinces.NamDinh,
        "select coalesce((select string_agg(finding, ' ' order by finding collate \"C\") from unnest(findings) as finding), '') from members.member_quality where id = $1",
        member.Id);
}
