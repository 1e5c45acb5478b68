using Modular.Kernel.Results;
using Modular.Members.Editing;
using Modular.Members.People;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Editing;

/// <summary>What was true of education and occupation on a past day stays so.</summary>
public sealed class QualificationTests(SmallProvince province) : IClassFixture<SmallProvince>
{
    [Fact]
    public async Task What_a_change_replaces_holds_until_its_day_and_what_was_missing_or_wrong_never_held()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());

        // What was missing is only recorded.
        await EditAsync(new UpdateMemberInput { MemberId = member.Id, ExpectedVersion = 1, Occupation = "Công nhân", ProfessionalLevel = ProfessionalLevel.Vocational });
        Assert.Equal("", await CourseAsync(member.Id));

        await EditAsync(new UpdateMemberInput { MemberId = member.Id, ExpectedVersion = 2, Occupation = "Giáo viên", QualifiedSince = new DateOnly(2015, 9, 1) });
        await EditAsync(new UpdateMemberInput
        {
            MemberId = member.Id,
            ExpectedVersion = 3,
            Occupation = "Viên chức",
            ProfessionalLevel = ProfessionalLevel.Master,
            QualifiedSince = new DateOnly(2020, 1, 1),
        });
        Assert.Equal("2015-09-01 Công nhân VOCATIONAL, 2020-01-01 Giáo viên VOCATIONAL", await CourseAsync(member.Id));

        // A wrong value is put right for the past too, and a day before those that are known overtakes them.
        await EditAsync(new UpdateMemberInput { MemberId = member.Id, ExpectedVersion = 4, ProfessionalLevel = ProfessionalLevel.Doctor, QualifiedSince = null });
        Assert.Equal("2015-09-01 Công nhân VOCATIONAL, 2020-01-01 Giáo viên VOCATIONAL", await CourseAsync(member.Id));
        await EditAsync(new UpdateMemberInput { MemberId = member.Id, ExpectedVersion = 5, Occupation = "Hưu trí", QualifiedSince = new DateOnly(2014, 3, 1) });
        Assert.Equal("2014-03-01 Công nhân VOCATIONAL", await CourseAsync(member.Id));
    }

    [Fact]
    public async Task A_day_in_the_future_or_before_birth_is_refused()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());

        var early = await TryAsync(new UpdateMemberInput { MemberId = member.Id, ExpectedVersion = 1, Occupation = "Nông dân", QualifiedSince = member.BirthDate.AddDays(-1) });
        var late = await TryAsync(new UpdateMemberInput { MemberId = member.Id, ExpectedVersion = 1, Occupation = "Nông dân", QualifiedSince = new DateOnly(9999, 1, 1) });

        Assert.Equal(["DAY_IS_BEFORE_BIRTH input.qualifiedSince", "DATE_LIES_IN_THE_FUTURE input.qualifiedSince"],
            early.Problems.Concat(late.Problems).Select(problem => $"{problem.Code} {problem.Field}"));
        Assert.Equal("", await CourseAsync(member.Id));
    }

    private async Task EditAsync(UpdateMemberInput input) => Assert.Equal([], (await TryAsync(input)).Problems);

    private Task<Result<Member>> TryAsync(UpdateMemberInput input) =>
        province.ActAsync<MemberEditing, Member>(editing => editing.RunAsync(input, CancellationToken.None));

    private Task<string> CourseAsync(Guid member) => province.Database.ScalarAsync<string>(
        TestProvinces.NamDinh,
        """
        select coalesce(string_agg(concat_ws(' ', until, occupation, professional_level), ', ' order by until), '')
        from members.former_qualification where member_id = $1
        """,
        member);
}
