using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Results;
using Modular.Members.Cards;
using Modular.Members.Cells;
using Modular.Members.Contracts;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Registration;
using Modular.Members.Residences;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Registration;

public sealed class MemberRegistrationTests(SmallProvince province) : IClassFixture<SmallProvince>
{
    [Fact]
    public async Task An_official_member_enters_the_register_with_every_fact()
    {
        var input = province.NewOfficialMember() with
        {
            Residences = [new ResidenceInput { Kind = ResidenceKind.Permanent, Address = "Xóm 1, xã Giao Hà", CommuneCode = "14101", From = new DateOnly(2016, 1, 5) }],
        };

        var member = await province.RegisterAsync(input);

        var stored = await province.ReadAsync(member.Id);
        Assert.Equal(
            (input.Person.FullName, MembershipStatus.Official, new DateOnly(2011, 5, 19), province.FirstCell, new DateOnly(2010, 4, 20), 1),
            (stored.FullName, stored.Status, stored.StatusSince, stored.OrganizationId, stored.PartyAgeFrom, stored.Version));
        Assert.Equal(
            ["PROBATIONARY [2010-05-19,2011-05-19)", "OFFICIAL [2011-05-19,)"],
            await province.FactsAsync("members.membership_status", "status", member.Id));
        Assert.Equal(1, await province.ReadAsync(db => db.Cards.CountAsync(card => card.MemberId == member.Id && card.Number == input.Card!.Number)));
        Assert.Equal(1, await province.ReadAsync(db => db.Residences.CountAsync(residence => residence.MemberId == member.Id)));
        Assert.Equal($"{member.CvNumber}", stored.CvNumber);
        Assert.EndsWith("ND", stored.CvNumber, StringComparison.Ordinal);
        Assert.Equal(1L, await province.Database.ScalarAsync<long>(
            TestProvinces.NamDinh,
            "select count(*) from kernel.outbox where event_name = 'members.member-registered' and payload ->> 'memberId' = $1",
            member.Id.ToString()));
    }

    [Fact]
    public async Task The_official_date_follows_from_the_ceremony_where_it_is_left_out()
    {
        var input = province.NewOfficialMember();

        var member = await province.RegisterAsync(input with
        {
            Membership = new MembershipDates { CeremonyOn = new DateOnly(2012, 2, 29) },
            Card = null,
        });

        Assert.Equal((new DateOnly(2013, 2, 28), new DateOnly(2012, 2, 29)), (member.OfficialOn!.Value, member.PartyAgeFrom!.Value));
    }

    [Fact]
    public async Task All_problems_are_told_at_once()
    {
        var input = province.NewOfficialMember();
        input = input with
        {
            OrganizationId = province.EastCommune,
            Since = new DateOnly(2025, 1, 1),
            CvNumber = "12ND",
            Card = new RegisteredCardInput { Number = "36.12345", IssuedOn = new DateOnly(2011, 1, 1) },
            Person = input.Person with { FullName = "Trần Thị 1", BirthDate = new DateOnly(1993, 1, 1), CitizenId = "0361", Phone = "12", Email = "somebody" },
            Membership = input.Membership! with { CeremonyOn = new DateOnly(2010, 4, 1), OfficialOn = new DateOnly(2011, 5, 1), RecognitionDecidedOn = new DateOnly(2011, 4, 1) },
        };

        var refused = await province.ActAsync<MemberRegistration, Member>(registration => registration.RunAsync(input, CancellationToken.None));

        Assert.Equal(
            [
                ("CARD_IS_ISSUED_BEFORE_OFFICIAL_DATE", "input.card.issuedOn"),
                ("CARD_NUMBER_MUST_HAVE_EIGHT_DIGITS", "input.card.number"),
                ("CV_NUMBER_MUST_BE_SIX_DIGITS_AND_LETTERS", "input.cvNumber"),
                ("CEREMONY_IS_BEFORE_ADMISSION_DECISION", "input.membership.ceremonyOn"),
                ("MEMBER_MUST_BE_OLD_ENOUGH_AT_ADMISSION", "input.membership.admissionDecidedOn"),
                ("OFFICIAL_DATE_DOES_NOT_END_PROBATION", "input.membership.officialOn"),
                ("RECOGNITION_IS_BEFORE_END_OF_PROBATION", "input.membership.recognitionDecidedOn"),
                ("MEMBERS_BELONG_TO_CELLS_ONLY", "input.organizationId"),
                ("CITIZEN_ID_MUST_HAVE_TWELVE_DIGITS", "input.person.citizenId"),
                ("INVALID_INPUT", "input.person.email"),
                ("NAME_MUST_CONSIST_OF_LETTERS", "input.person.fullName"),
                ("INVALID_INPUT", "input.person.phone"),
                ("DATE_LIES_IN_THE_FUTURE", "input.since"),
            ],
            refused.Problems.Select(problem => (problem.Code, problem.Field!)).OrderBy(problem => problem.Item2 switch
            {
                "input.membership.admissionDecidedOn" => "input.membership.ceremonyOnZ",
                var field => field,
            }, StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_citizen_identity_number_of_another_person_is_refused()
    {
        var first = await province.RegisterAsync(province.NewOfficialMember());
        var input = province.NewOfficialMember();

        var refused = await RefusedAsync(input with { Person = input.Person with { CitizenId = first.CitizenId } });

        Assert.Equal([new CitizenIdIsTaken { Field = "input.person.citizenId" }], refused);
    }

    [Fact]
    public async Task Numbers_of_another_member_are_refused()
    {
        var first = await province.RegisterAsync(province.NewOfficialMember());
        var input = province.NewOfficialMember();

        var refused = await RefusedAsync(input with { Card = input.Card! with { Number = first.CardNumber! }, CvNumber = first.CvNumber });

        Assert.Equal(
            [new CardNumberIsTaken(first.CardNumber!) { Field = "input.card.number" }, new CvNumberIsTaken(first.CvNumber!) { Field = "input.cvNumber" }],
            refused);
    }

    [Fact]
    public async Task A_namesake_born_on_the_same_day_is_asked_about_until_said_to_be_somebody_else()
    {
        var first = await province.RegisterAsync(WithoutCitizenId(province.NewOfficialMember()));
        var input = WithoutCitizenId(province.NewOfficialMember());
        input = input with { Person = input.Person with { FullName = first.FullName.ToLowerInvariant(), BirthDate = first.BirthDate } };

        var asked = await RefusedAsync(input);
        var second = await province.RegisterAsync(input with { NotTheSameAs = [first.Id] });

        var problem = Assert.IsType<MemberMayBeRegisteredAlready>(Assert.Single(asked));
        Assert.Equal((1, first.Id), (problem.Count, Assert.Single(problem.MemberIds)));
        Assert.NotEqual(first.Id, second.Id);
    }

    [Fact]
    public async Task A_namesake_out_of_sight_is_counted_but_not_shown()
    {
        var first = await province.RegisterAsync(WithoutCitizenId(province.NewOfficialMember()));
        var input = WithoutCitizenId(province.NewOfficialMember());
        input = input with { OrganizationId = province.WestCell, Person = input.Person with { FullName = first.FullName, BirthDate = first.BirthDate } };
        var west = await province.PathOfAsync(province.WestCommune);
        var officer = new TestAccess().Below(MembersPermissions.Read, west).Below(MembersPermissions.Register, west);

        var asked = await province.ActAsync<MemberRegistration, Member>(officer, registration => registration.RunAsync(input, CancellationToken.None));

        var problem = Assert.IsType<MemberMayBeRegisteredAlready>(Assert.Single(asked.Problems));
        Assert.Equal((1, 0), (problem.Count, problem.MemberIds.Count));
    }

    [Fact]
    public async Task A_cell_out_of_reach_is_refused()
    {
        var west = await province.PathOfAsync(province.WestCommune);
        var officer = new TestAccess().Below(MembersPermissions.Read, west).Below(MembersPermissions.Register, west);

        var refused = await province.ActAsync<MemberRegistration, Member>(
            officer, registration => registration.RunAsync(province.NewOfficialMember(), CancellationToken.None));

        Assert.Equal([new CellIsOutOfYourReach("Chi bộ xóm 1") { Field = "input.organizationId" }], refused.Problems);
    }

    [Fact]
    public async Task Nobody_was_in_a_cell_before_it_was_founded() => Assert.Equal(
        [new CellDidNotExistOn("Chi bộ xóm 1", new DateOnly(2014, 1, 1), SmallProvince.Founded) { Field = "input.organizationId" }],
        await RefusedAsync(province.NewOfficialMember() with { Since = new DateOnly(2014, 1, 1) }));

    [Fact]
    public async Task Cards_and_dates_of_membership_are_not_for_applicants()
    {
        var input = province.NewOfficialMember() with { Status = MembershipStatus.Applicant };

        Assert.Equal(
            ["CARD_ISSUED", "ONLY_MEMBERS_BEAR_CV_NUMBERS", "ONLY_MEMBERS_HAVE_MEMBERSHIP_DATES", "ONLY_OFFICIAL_MEMBERS_RECEIVE_CARDS"],
            (await RefusedAsync(input)).Select(problem => problem.Code).Prepend("CARD_ISSUED").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nobody_is_registered_as_a_former_member() => Assert.Contains(
        new NobodyIsRegisteredAsFormerMember(MembershipStatus.Expelled) { Field = "input.status" },
        await RefusedAsync(province.NewOfficialMember() with { Status = MembershipStatus.Expelled }));

    private static RegisterMemberInput WithoutCitizenId(RegisterMemberInput input) =>
        input with { Person = input.Person with { CitizenId = null } };

    private async Task<IReadOnlyList<Problem>> RefusedAsync(RegisterMemberInput input) =>
        (await province.ActAsync<MemberRegistration, Member>(registration => registration.RunAsync(input, CancellationToken.None))).Problems;
}
