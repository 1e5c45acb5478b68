using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Editing;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Editing;

public sealed class MemberEditingTests(SmallProvince province) : IClassFixture<SmallProvince>
{
    private static readonly MemberDecisionInput Document = new() { Number = "18-CV/HU", DecidedOn = new DateOnly(2024, 4, 1) };

    [Fact]
    public async Task What_is_left_out_stays_and_null_clears()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());

        var edited = await EditAsync(new UpdateMemberInput
        {
            MemberId = member.Id,
            ExpectedVersion = 1,
            Occupation = " Giáo  viên ",
            Religion = null,
            Phone = "+84 912.345.679",
        });

        Assert.Equal([], edited.Problems);
        var stored = await province.ReadAsync(member.Id);
        Assert.Equal(
            ("Giáo viên", null, "+84912345679", member.NativePlace, member.FullName, 2),
            (stored.Occupation, stored.Religion, stored.Phone, stored.NativePlace, stored.FullName, stored.Version));
        Assert.Equal(
            """{"fields": ["religion", "occupation", "phone"], "memberId": "id"}""",
            await province.Database.ScalarAsync<string>(
                TestProvinces.NamDinh,
                "select replace(payload::text, $1, 'id') from kernel.outbox where event_name = 'members.member-personal-data-changed' and payload ->> 'memberId' = $1",
                member.Id.ToString()));
    }

    [Fact]
    public async Task A_corrected_name_is_found_sorted_and_kept_in_the_history_with_reason_and_document()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());

        var corrected = await EditAsync(new UpdateMemberInput
        {
            MemberId = member.Id,
            ExpectedVersion = 1,
            FullName = "Trần Thị Ánh",
            BirthName = "Trần Thị Anh",
            Reason = "Sai dấu so với khai sinh",
            Document = Document,
        });

        Assert.Equal([], corrected.Problems);
        var stored = await province.ReadAsync(member.Id);
        Assert.StartsWith("tran thi anh tran thi anh ", stored.SearchKey, StringComparison.Ordinal);
        Assert.Equal(
            $"{member.FullName} -> Trần Thị Ánh | Sai dấu so với khai sinh | 18-CV/HU (2024-04-01)",
            await province.Database.ScalarAsync<string>(
                TestProvinces.NamDinh,
                """
                select (changes -> 'fullName' ->> 'before') || ' -> ' || (changes -> 'fullName' ->> 'after') || ' | ' || reason || ' | ' || document
                from kernel.edits where entity = 'Member' and entity_id = $1 and action = 'CHANGED'
                """,
                member.Id));
    }

    [Fact]
    public async Task A_correction_takes_reason_document_and_a_permission_of_its_own()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var input = new UpdateMemberInput { MemberId = member.Id, ExpectedVersion = 1, BirthDate = member.BirthDate.AddDays(1), Sex = Sex.Male };
        var clerk = new TestAccess().Everywhere(MembersPermissions.Read).Everywhere(MembersPermissions.Edit);

        var bare = await EditAsync(input);
        var unauthorized = await province.ActAsync<MemberEditing, Member>(
            clerk, editing => editing.RunAsync(input with { Reason = "Sai", Document = Document }, CancellationToken.None));

        var needs = Assert.IsType<CorrectionNeedsReasonAndDocument>(Assert.Single(bare.Problems));
        Assert.Equal(["sex", "birthDate"], needs.Fields);
        Assert.Equal("MEM-08", needs.Rule.Id);
        Assert.IsType<CorrectionTakesAnotherPermission>(Assert.Single(unauthorized.Problems));
    }

    [Fact]
    public async Task To_record_a_number_of_identity_that_was_missing_is_no_correction()
    {
        var newcomer = province.NewOfficialMember();
        var member = await province.RegisterAsync(newcomer with { Person = newcomer.Person with { CitizenId = null } });
        var clerk = new TestAccess().Everywhere(MembersPermissions.Read).Everywhere(MembersPermissions.Edit);

        var recorded = await province.ActAsync<MemberEditing, Member>(clerk, editing => editing.RunAsync(
            new UpdateMemberInput { MemberId = member.Id, ExpectedVersion = 1, CitizenId = newcomer.Person.CitizenId }, CancellationToken.None));

        Assert.Equal([], recorded.Problems);
        Assert.Equal(newcomer.Person.CitizenId, (await province.ReadAsync(member.Id)).CitizenId);
    }

    [Fact]
    public async Task Another_persons_number_of_identity_and_a_birth_date_too_late_for_the_admission_are_refused()
    {
        var other = await province.RegisterAsync(province.NewOfficialMember());
        var member = await province.RegisterAsync(province.NewOfficialMember());

        var refused = await EditAsync(new UpdateMemberInput
        {
            MemberId = member.Id,
            ExpectedVersion = 1,
            CitizenId = other.CitizenId,
            BirthDate = new DateOnly(1992, 5, 1),
            Reason = "Theo căn cước",
            Document = Document,
        });

        Assert.Equal(
            [
                new CitizenIdIsTaken { Field = "input.citizenId" },
                new MemberMustBeOldEnoughAtAdmission(18, new DateOnly(1992, 5, 1), new DateOnly(2010, 4, 20)) { Field = "input.birthDate" },
            ],
            refused.Problems);
    }

    [Fact]
    public async Task Nobody_corrects_their_own_name_but_everybody_allowed_may_change_their_own_phone()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var officer = new TestAccess { MemberId = member.Id }
            .Everywhere(MembersPermissions.Read).Everywhere(MembersPermissions.Edit).Everywhere(MembersPermissions.Correct);

        var name = await province.ActAsync<MemberEditing, Member>(officer, editing => editing.RunAsync(
            new UpdateMemberInput { MemberId = member.Id, ExpectedVersion = 1, FullName = "Trần Thị Khác", Reason = "Đổi", Document = Document }, CancellationToken.None));
        var phone = await province.ActAsync<MemberEditing, Member>(officer, editing => editing.RunAsync(
            new UpdateMemberInput { MemberId = member.Id, ExpectedVersion = 1, Phone = "0987654321" }, CancellationToken.None));

        Assert.Equal([new NobodyActsOnTheirOwnCase { Field = "input.memberId" }], name.Problems);
        Assert.Equal([], phone.Problems);
    }

    private Task<Result<Member>> EditAsync(UpdateMemberInput input) =>
        province.ActAsync<MemberEditing, Member>(editing => editing.RunAsync(input, CancellationToken.None));
}
