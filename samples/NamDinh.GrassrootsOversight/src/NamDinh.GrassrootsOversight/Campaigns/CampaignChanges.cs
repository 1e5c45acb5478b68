using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using NamDinh.GrassrootsOversight.Data;

namespace NamDinh.GrassrootsOversight.Campaigns;

/// <summary>Opens campaigns, ends them, and deletes what names households afterwards (OV-20).</summary>
internal sealed class CampaignChanges(IWrite<OversightDbContext> write, Places places)
{
    public Task<Result<Campaign>> OpenAsync(OpenOversightCampaignInput input, CancellationToken cancellationToken)
    {
        List<Problem> problems = [.. Wording.CheckRequired(input.Code, Wording.ShortText, "input.code"), .. Wording.CheckRequired(input.Name, Wording.ShortText, "input.name")];
        if (problems.Count > 0)
            return Task.FromResult<Result<Campaign>>(problems);
        return write.When("campaign_code_is_its_own", () => new CampaignCodeIsTaken { Field = "input.code" }).RunAsync<Campaign>(
            async (db, ct) =>
            {
                if (!await places.CoversAsync(db, OversightPermissions.RunCampaigns, input.OrganizationId, ct))
                    return new NotFound("Organization") { Field = "input.organizationId" };
                var campaign = new Campaign
                {
                    Id = Guid.CreateVersion7(),
                    OrganizationId = input.OrganizationId,
                    Code = Wording.Clean(input.Code)!,
                    Name = Wording.Clean(input.Name)!,
                    StartedOn = input.StartedOn,
                };
                db.Campaigns.Add(campaign);
                return campaign;
            },
            cancellationToken);
    }

    public Task<Result<Campaign>> EndAsync(EndOversightCampaignInput input, CancellationToken cancellationToken) => ChangeAsync(
        input.Id, input.ExpectedVersion, hasEnded: false, (campaign, db, _) =>
        {
            campaign.End(campaign.StartedOn > db.Today ? campaign.StartedOn : db.Today);
            return Task.CompletedTask;
        }, cancellationToken);

    public Task<Result<Campaign>> ReviewAsync(ReviewOversightHouseholdsInput input, CancellationToken cancellationToken) => ChangeAsync(
        input.Id, input.ExpectedVersion, hasEnded: false, (campaign, db, _) =>
        {
            campaign.ReviewDivision(db.Today);
            return Task.CompletedTask;
        }, cancellationToken);

    public Task<Result<Campaign>> DeleteHouseholdsAsync(DeleteOversightHouseholdsInput input, CancellationToken cancellationToken) => ChangeAsync(
        input.Id, input.ExpectedVersion, hasEnded: true, async (campaign, db, ct) =>
        {
            // All of them, whoever may see which: the right to run the campaign was asked above.
            db.Households.RemoveRange(await db.Households.IgnoreQueryFilters([OversightDbContext.ScopeFilter]).Where(row => row.CampaignId == campaign.Id).ToListAsync(ct));
            campaign.ForgetHouseholds(campaign.EndedOn > db.Today ? campaign.EndedOn.Value : db.Today);
        }, cancellationToken);

    private Task<Result<Campaign>> ChangeAsync(
        Guid id, int expectedVersion, bool hasEnded, Func<Campaign, OversightDbContext, CancellationToken, Task> change, CancellationToken cancellationToken) =>
        write.AlsoAboutOneself().RunAsync<Campaign>(
            async (db, ct) =>
            {
                var campaign = await db.Campaigns.SingleOrDefaultAsync(row => row.Id == id, ct);
                if (campaign is null || !await places.CoversAsync(db, OversightPermissions.RunCampaigns, campaign.OrganizationId, ct))
                    return new NotFound("OversightCampaign") { Field = "input.id" };
                if (campaign.Version != expectedVersion)
                    return new StaleVersion(expectedVersion, campaign.Version) { Field = "input.expectedVersion" };
                if ((campaign.EndedOn is not null) != hasEnded)
                    return new CampaignDoesNotAllowThis(campaign.EndedOn is not null) { Field = "input.id" };
                await change(campaign, db, ct);
                return campaign;
            },
            cancellationToken);
}
