using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Exemptions;
using Modular.Members.Flags;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Tests.WorkItems;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Exemptions;

/// <summary>Exemptions from work and activities, on 15 June 2024.</summary>
public sealed class ExemptionTests(SmallProvince province) : IClassFixture<SmallProvince>
{
    private static readonly MemberDecisionInput Resolution = new() { Number = "4-NQ/CB", DecidedOn = new DateOnly(2024, 5, 14) };

    [Fact]
    public async Task An_old_member_asks_the_cell_decides_and_reports_and_the_flag_is_the_exemption()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var asked = await RequestAsync(member, ExemptionGround.OldOrWeak);
        var again = await RequestAsync(member, ExemptionGround.OldOrWeak, version: 2);
        var early = await DecideAsync(asked.Value, Deciding(asked.Value) with { Decision = Resolution with { DecidedOn = new DateOnly(2024, 5, 1) } });
        var granted = await DecideAsync(asked.Value, Deciding(asked.Value));
        var twice = await DecideAsync(asked.Value, Deciding(asked.Value) with { ExpectedVersion = 2 });

        Assert.Equal([new ExemptionIsAskedForAlready { Field = "input.memberId" }], again.Problems);
        Assert.Equal([new DecisionIsBeforeTheRequest(new DateOnly(2024, 5, 1), new DateOnly(2024, 5, 6)) { Field = "input.decision.decidedOn" }], early.Problems);
        Assert.Equal([], [.. asked.Problems, .. granted.Problems]);
        Assert.Equal([new RequestStandsElsewhere { Field = "input.id" }], twice.Problems);
        Assert.Equal(["EXEMPT [2024-06-01,)"], await province.FactsAsync("members.membership_flag", "flag", member.Id));
        Assert.Equal<string>(["OPEN since 2024-05-14 due 2024-05-28"], await Work.ItemsAsync(province.Database, "members.exemption-to-report", member.Id));

        var reported = await ReportAsync(asked.Value, 2, new DateOnly(2024, 5, 20));
        Assert.Equal([], reported.Problems);
        Assert.Equal([new RequestStandsElsewhere { Field = "input.id" }], (await ReportAsync(asked.Value, 3, new DateOnly(2024, 5, 20))).Problems);
        Assert.Equal<string>(["DONE since 2024-05-14 due 2024-05-28"], await Work.ItemsAsync(province.Database, "members.exemption-to-report", member.Id));
        Assert.Equal([new FlagIsSetAlready(MembershipFlag.Exempt) { Field = "input.memberId" }], (await RequestAsync(member, ExemptionGround.OldOrWeak, version: 3)).Problems);
    }

    [Fact]
    public async Task Other_exemptions_have_an_end_that_comes_up_and_a_refused_request_sets_nothing()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var request = (await RequestAsync(member, ExemptionGround.MedicalTreatment)).Value;
        var open = await DecideAsync(request, Deciding(request));
        var granted = await DecideAsync(request, Deciding(request) with { Until = new DateOnly(2024, 7, 5) });
        var other = await province.RegisterAsync(province.NewOfficialMember());
        var refused = (await RequestAsync(other, ExemptionGround.Maternity)).Value;
        var decided = await DecideAsync(refused, Deciding(refused) with { IsGranted = false });

        Assert.Equal([new OtherExemptionsHaveAnEnd { Field = "input.until" }], open.Problems);
        Assert.Equal([], [.. granted.Problems, .. decided.Problems]);
        Assert.Equal<string>(["OPEN since 2024-07-05 due 2024-07-05"], await Work.ItemsAsync(province.Database, "members.exemption-ends", member.Id));
        Assert.Empty(await province.FactsAsync("members.membership_flag", "flag", other.Id));
    }

    [Fact]
    public async Task Applicants_are_not_exempted_and_nobody_decides_on_their_own_request()
    {
        var applicant = await province.RegisterAsync(Newcomers.Applicant(province.FirstCell, 4501));
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var request = (await RequestAsync(member, ExemptionGround.OldOrWeak)).Value;
        var self = new TestAccess { MemberId = member.Id }.Everywhere(MembersPermissions.Read).Everywhere(MembersPermissions.KeepExemptions);
        var own = await province.ActAsync<ExemptionSteps, ExemptionRequest>(self, steps => steps.DecideAsync(Deciding(request), CancellationToken.None));
        var future = await DecideAsync(request, Deciding(request) with { From = new DateOnly(2024, 6, 16) });

        Assert.Equal([new FlagsAreSetOnMembersOnly { Field = "input.memberId" }], (await RequestAsync(applicant, ExemptionGround.OldOrWeak)).Problems);
        Assert.Equal([new NobodyActsOnTheirOwnCase { Field = "input.id" }], own.Problems);
        Assert.Equal([new DateLiesInTheFuture(new DateOnly(2024, 6, 16), SmallProvince.Today) { Field = "input.from" }], future.Problems);
    }

    [Fact]
    public async Task An_exemption_does_not_reach_back_into_one_of_before()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var first = (await RequestAsync(member, ExemptionGround.MedicalTreatment)).Value;
        await DecideAsync(first, Deciding(first) with { Until = new DateOnly(2024, 6, 10) });
        var second = (await RequestAsync(member, ExemptionGround.OldOrWeak, version: 3)).Value;

        var overlapping = await DecideAsync(second, Deciding(second) with { From = new DateOnly(2024, 6, 8) });

        Assert.Equal([new FlagIsSetAlready(MembershipFlag.Exempt) { Field = "input.from" }], overlapping.Problems);
        Assert.Equal(["EXEMPT [2024-06-01,2024-06-11)"], await province.FactsAsync("members.membership_flag", "flag", member.Id));
    }

    private static DecideExemptionInput Deciding(ExemptionRequest request) => new()
    {
        Id = request.Id,
        ExpectedVersion = 1,
        IsGranted = true,
        From = new DateOnly(2024, 6, 1),
        Decision = Resolution,
    };

    private Task<Result<ExemptionRequest>> RequestAsync(Member member, ExemptionGround ground, int version = 1) =>
        province.ActAsync<ExemptionSteps, ExemptionRequest>(steps => steps.RequestAsync(
            new RequestExemptionInput { MemberId = member.Id, ExpectedVersion = version, Ground = ground, RequestedOn = new DateOnly(2024, 5, 6) }, CancellationToken.None));

    private Task<Result<ExemptionRequest>> DecideAsync(ExemptionRequest request, DecideExemptionInput input)
    {
        Assert.Equal(request.Id, input.Id);
        return province.ActAsync<ExemptionSteps, ExemptionRequest>(steps => steps.DecideAsync(input, CancellationToken.None));
    }

    private Task<Result<ExemptionRequest>> ReportAsync(ExemptionRequest request, int version, DateOnly day) =>
        province.ActAsync<ExemptionSteps, ExemptionRequest>(steps => steps.ReportAsync(
            new ReportExemptionInput { Id = request.Id, ExpectedVersion = version, ReportedOn = day }, CancellationToken.None));
}
