using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using NamDinh.GrassrootsOversight.Data;

namespace NamDinh.GrassrootsOversight.Campaigns;

/// <summary>Puts members in charge of households, and records how households decide (OV-05, OV-08).</summary>
internal sealed class HouseholdWork(IWrite<OversightDbContext> write, Places places, IMemberDirectory members, IPolicies policies)
{
    public Task<Result<Campaign>> AssignAsync(AssignOversightHouseholdsInput input, CancellationToken cancellationToken)
    {
        List<Problem> problems = [.. Wording.CheckList(input.HouseholdIds, "input.householdIds")];
        if (problems.Count > 0)
            return Task.FromResult<Result<Campaign>>(problems);
        // To be in charge of a household is no case of the member's own.
        return write.AlsoAboutOneself().RunAsync<Campaign>(
            async (db, ct) =>
            {
                var opened = await OpenAsync(db, input.CampaignId, ct);
                if (!opened.Succeeded)
                    return opened;
                var member = (await members.FindAsync([input.MemberId], db.Today, ct)).GetValueOrDefault(input.MemberId);
                if (member is null || !member.Status.IsMember())
                    return new PersonInChargeIsNoMember { Field = "input.memberId" };
                var cases = await CasesAsync(db, input.CampaignId, input.HouseholdIds, ct);
                if (Missing(input.HouseholdIds, cases, "input.householdIds") is { Count: > 0 } missing)
                    return missing;
                if (await OverloadAsync(db, input, ct) is { } overload)
                    return overload;
                foreach (var household in cases.Values)
                    household.PutInCharge(input.MemberId);
                foreach (var named in await db.Households.IgnoreQueryFilters([OversightDbContext.ScopeFilter]).Where(row => input.HouseholdIds.Contains(row.CaseId)).ToListAsync(ct))
                    named.PutInCharge(input.MemberId);
                return opened;
            },
            cancellationToken);
    }

    public Task<Result<Campaign>> RecordAsync(RecordOversightHouseholdsInput input, CancellationToken cancellationToken)
    {
        List<Problem> problems = [.. Wording.CheckList([.. input.Households.Select(step => step.Id)], "input.households")];
        if ((input.To == HouseholdState.Problem) != (input.Problem is not null))
            problems.Add(new StepSaysWhatItNeeds { Field = "input.problem" });
        return problems.Count > 0
            ? Task.FromResult<Result<Campaign>>(problems)
            : write.AlsoAboutOneself().RunAsync((db, ct) => RecordAsync(db, input, ct), cancellationToken);
    }

    // OV-06 warns: whoever knows it may go beyond.
    private async Task<Problem?> OverloadAsync(OversightDbContext db, AssignOversightHouseholdsInput input, CancellationToken cancellationToken)
    {
        if (input.EvenBeyondTheMaximum)
            return null;
        var others = await db.Cases.IgnoreQueryFilters([OversightDbContext.ScopeFilter]).CountAsync(
            row => row.InChargeId == input.MemberId && row.CampaignId == input.CampaignId && !input.HouseholdIds.Contains(row.Id), cancellationToken);
        var policy = await policies.InForceOnAsync<HouseholdPolicy>(db.Today, cancellationToken);
        var load = others + input.HouseholdIds.Count;
        return load > policy.MostHouseholds ? new MemberWouldHaveTooManyHouseholds(load, policy.MostHouseholds) { Field = "input.householdIds" } : null;
    }

    private async Task<Result<Campaign>> RecordAsync(OversightDbContext db, RecordOversightHouseholdsInput input, CancellationToken cancellationToken)
    {
        var opened = await OpenAsync(db, input.CampaignId, cancellationToken);
        if (!opened.Succeeded)
            return opened;
        Guid[] ids = [.. input.Households.Select(step => step.Id)];
        var cases = await CasesAsync(db, input.CampaignId, ids, cancellationToken);
        var problems = Missing(ids, cases, "input.households");
        for (var index = 0; index < input.Households.Count; index++)
        {
            if (cases.TryGetValue(input.Households[index].Id, out var household) && WhyNot(household, input.Households[index], input.To, $"input.households.{index}") is { } problem)
                problems.Add(problem);
        }

        if (problems.Count > 0)
            return problems;
        foreach (var household in cases.Values)
            household.Advance(input.To, input.Problem, db.Today);
        return opened;
    }

    private static Problem? WhyNot(HouseholdCase household, HouseholdStepInput step, HouseholdState to, string field)
    {
        if (household.Version != step.ExpectedVersion)
            return new StaleVersion(step.ExpectedVersion, household.Version) { Field = field };
        return household.State.MayBecome(to) ? null : new OversightStepDoesNotFollow($"{household.State}", $"{to}") { Field = field };
    }

    private async Task<Result<Campaign>> OpenAsync(OversightDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var campaign = await db.Campaigns.SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (campaign is null || !await places.CoversAsync(db, OversightPermissions.RunCampaigns, campaign.OrganizationId, cancellationToken))
            return new NotFound("OversightCampaign") { Field = "input.campaignId" };
        return campaign.EndedOn is null ? campaign : new CampaignDoesNotAllowThis(HasEnded: true) { Field = "input.campaignId" };
    }

    private static Task<Dictionary<Guid, HouseholdCase>> CasesAsync(OversightDbContext db, Guid campaignId, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        db.Cases.Where(row => row.CampaignId == campaignId && ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);

    private static List<Problem> Missing(IReadOnlyList<Guid> ids, Dictionary<Guid, HouseholdCase> cases, string field) =>
        [.. ids.Select((id, index) => (id, index)).Where(one => !cases.ContainsKey(one.id)).Select(one => (Problem)new NotFound("OversightHousehold") { Field = $"{field}.{one.index}" })];
}
