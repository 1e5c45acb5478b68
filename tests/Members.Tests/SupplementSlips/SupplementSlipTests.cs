using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Access;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Editing;
using Modular.Members.People;
using Modular.Members.Proposals;
using Modular.Members.Records;
using Modular.Members.Residences;
using Modular.Members.SupplementSlips;
using Modular.Members.Tests.WorkItems;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.SupplementSlips;

public sealed class SupplementSlipTests(SmallProvince province) : IClassFixture<SmallProvince>
{
    [Fact]
    public async Task A_slip_changes_nothing_until_it_is_accepted_and_everything_at_once_then()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var submitted = await SubmitAsync(member, 2023, new ProposedChangesInput
        {
            Person = new PersonChangesInput { Occupation = "Giáo viên", ProfessionalLevel = ProfessionalLevel.Master },
            Residence = new ResidenceInput { Kind = ResidenceKind.Permanent, Address = "Xóm 5, xã Giao Hà", From = new DateOnly(2023, 8, 1) },
            Record = new RecordChangesInput
            {
                Particulars = new RecordParticularsInput { Health = "Tốt" },
                Career = new CareerChangesInput { Put = [new CareerEntryInput { BeganOn = new DateOnly(2010, 9, 1), Work = "Giáo viên Trường THCS Giao Hà" }] },
            },
        });
        Assert.Equal([], submitted.Problems);
        var waiting = await province.ReadAsync(member.Id);
        Assert.Equal((null, member.Version), (waiting.Occupation, waiting.Version));
        Assert.False(await province.ReadAsync(db => db.Records.AnyAsync(row => row.Id == member.Id)));

        var accepted = await AcceptAsync(submitted.Value);

        Assert.Equal([], accepted.Problems);
        var changed = await province.ReadAsync(member.Id);
        Assert.Equal(("Giáo viên", ProfessionalLevel.Master, member.Version + 1), (changed.Occupation, changed.ProfessionalLevel, changed.Version));
        Assert.Equal("Xóm 5, xã Giao Hà", await province.ReadAsync(db => db.Residences.Where(row => row.MemberId == member.Id).Select(row => row.Address).SingleAsync()));
        Assert.Equal("Tốt", await province.ReadAsync(db => db.Records.Where(row => row.Id == member.Id).Select(row => row.Health).SingleAsync()));
        Assert.Equal("Giáo viên Trường THCS Giao Hà", await province.ReadAsync(db => db.Career.Where(row => row.MemberId == member.Id).Select(row => row.Work).SingleAsync()));
        Assert.Equal(
            ["members.member-residence-changed", "members.member-personal-data-changed"], (await province.EventsAsync(member.Id))[^2..]);
        var lines = JsonSerializer.Deserialize<ProposedChange[]>(submitted.Value.Lines, JsonSerializerOptions.Web)!;
        Assert.Equal(
            [
                "CareerEntry 1 beganOn: - > 2010-09-01", "CareerEntry 1 work: - > Giáo viên Trường THCS Giao Hà", "Member 1 occupation: - > Giáo viên",
                "Member 1 professionalLevel: - > MASTER", "MemberRecord 1 health: - > Tốt", "Residence 1 address: - > Xóm 5, xã Giao Hà",
                "Residence 1 kind: - > PERMANENT", "Residence 1 valid: - > 2023-08-01/..",
            ],
            lines.Select(line => $"{line.Section} {line.Line} {line.Field}: {line.Before ?? "-"} > {line.After ?? "-"}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_slip_that_does_not_fit_is_refused_when_it_is_handed_in()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var applicant = await province.RegisterAsync(Newcomers.Applicant(province.FirstCell, 7301));
        var first = await SubmitAsync(member, 2023, null);
        var bad = new ProposedChangesInput { Record = new RecordChangesInput { Particulars = new RecordParticularsInput { RecruitedOn = new DateOnly(1950, 1, 1) } } };

        Assert.Equal([], first.Problems);
        Assert.Equal(["SlipOfTheYearIsIn input.year"], Told(await SubmitAsync(member, 2023, null)));
        Assert.Equal(["YearIsStillToCome input.year"], Told(await SubmitAsync(member, 2025, null)));
        Assert.Equal(["MemberOwesNoSlipOfTheYear input.year", "DayIsBeforeBirth input.changes.record.particulars.recruitedOn"], Told(await SubmitAsync(member, 2009, bad)));
        Assert.Equal(["MemberOwesNoSlipOfTheYear input.year"], Told(await SubmitAsync(applicant, 2023, null)));
        Assert.Equal(
            ["StaleVersion input.expectedVersion"],
            Told(await province.ActAsync<SlipSubmission, SupplementSlip>(act => act.RunAsync(
                new SubmitSupplementSlipInput { MemberId = member.Id, ExpectedVersion = member.Version + 1, Year = 2022 }, CancellationToken.None))));
        Assert.Equal(1, await province.ReadAsync(db => db.SupplementSlips.CountAsync(row => row.MemberId == member.Id)));
    }

    [Fact]
    public async Task A_slip_that_is_sent_back_can_be_handed_in_again_and_none_is_decided_twice()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var first = (await SubmitAsync(member, 2022, null)).Value;
        var unsaid = await ReturnAsync(first, " ");
        var returned = await ReturnAsync(first, "Thiếu nơi cư trú.");
        var again = await SubmitAsync(member, 2022, null);

        Assert.Equal(["ReturningNeedsAGround input.ground"], Told(unsaid));
        Assert.Equal((ProposalState.Returned, "Thiếu nơi cư trú."), (returned.Value.State, returned.Value.Ground));
        Assert.Equal(["ProposalIsDecided input.slips.0.id"], Told(await AcceptAsync(returned.Value)));
        Assert.Equal([], again.Problems);
        Assert.Equal(["StaleVersion input.slips.0.expectedVersion"], Told(await province.ActAsync<SlipDecision, List<SupplementSlip>>(act => act.AcceptAsync(
            new AcceptSupplementSlipsInput { Slips = [new AcceptedSlipInput { Id = again.Value.Id, ExpectedVersion = 9 }] }, CancellationToken.None))));
    }

    [Fact]
    public async Task A_member_hands_in_their_own_slip_and_accepts_it_not_whatever_they_may()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var other = await province.RegisterAsync(province.NewOfficialMember());
        var own = new TestAccess { MemberId = member.Id }.OnSelf(MembersPermissions.Read, member.Id).OnSelf(MembersPermissions.SubmitSlips, member.Id);
        var officer = new TestAccess { MemberId = member.Id }.Everywhere(MembersPermissions.Read).Everywhere(MembersPermissions.KeepRecords);

        var slip = await SubmitAsync(member, 2021, null, own);
        var ofOther = await SubmitAsync(other, 2021, null, own);
        var accepted = await province.ActAsync<SlipDecision, List<SupplementSlip>>(officer, act => act.AcceptAsync(
            new AcceptSupplementSlipsInput { Slips = [new AcceptedSlipInput { Id = slip.Value.Id, ExpectedVersion = 1 }] }, CancellationToken.None));

        Assert.True(slip.Value.IsByMember);
        Assert.Equal(["NotFound input.memberId"], Told(ofOther));
        Assert.Equal(["NobodyActsOnTheirOwnCase input.slips.0.id"], Told(accepted));
    }

    [Fact]
    public async Task The_slips_of_a_cell_that_are_missing_are_one_thing_that_is_due()
    {
        await province.Database.ExecuteAsync(
            TestProvinces.NamDinh,
            """
            insert into kernel.policies (province_id, id, key, valid, value, instrument, recorded_at, recorded_by_name)
            values ($1, gen_random_uuid(), 'members.supplement-slips', daterange('2020-01-01', null), '{"firstYear": 2023}', 'Test', now(), 'test')
            """,
            TestProvinces.NamDinh.Id.Value);
        var member = await province.RegisterAsync(Newcomers.Official(province.WestCell, 7401));

        Assert.Equal(["OPEN since 2023-12-31 due 2024-01-15"], await Work.ItemsAsync(province.Database, "members.supplement-slips-missing", province.WestCell));
        Assert.Equal([], (await SubmitAsync(member, 2023, null)).Problems);
        Assert.Equal(["DONE since 2023-12-31 due 2024-01-15"], await Work.ItemsAsync(province.Database, "members.supplement-slips-missing", province.WestCell));
    }

    private static string[] Told<T>(Result<T> result) => [.. result.Problems.Select(problem => $"{problem.GetType().Name} {problem.Field}")];

    private Task<Result<SupplementSlip>> SubmitAsync(Member member, int year, ProposedChangesInput? changes, ICurrentAccess? access = null) =>
        province.ActAsync<SlipSubmission, SupplementSlip>(access ?? new SystemAccess("test"), act => act.RunAsync(
            new SubmitSupplementSlipInput { MemberId = member.Id, ExpectedVersion = member.Version, Year = year, Changes = changes }, CancellationToken.None));

    private Task<Result<List<SupplementSlip>>> AcceptAsync(SupplementSlip slip) => province.ActAsync<SlipDecision, List<SupplementSlip>>(act => act.AcceptAsync(
        new AcceptSupplementSlipsInput { Slips = [new AcceptedSlipInput { Id = slip.Id, ExpectedVersion = slip.Version }] }, CancellationToken.None));

    private Task<Result<SupplementSlip>> ReturnAsync(SupplementSlip slip, string ground) => province.ActAsync<SlipDecision, SupplementSlip>(act => act.ReturnAsync(
        new ReturnSupplementSlipInput { Id = slip.Id, ExpectedVersion = slip.Version, Ground = ground }, CancellationToken.None));
}
