using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;

namespace NamDinh.GrassrootsOversight.Campaigns;

[MutationType]
internal static class CampaignMutations
{
    /// <summary>Opens a campaign among households (mở đợt vận động), OV-08. The households come from a file of the format <c>oversight-households</c>.</summary>
    [Requires(OversightPermissions.RunCampaigns)]
    [Error<CampaignCodeIsTaken>]
    public static Task<Result<Campaign>> OpenOversightCampaignAsync(OpenOversightCampaignInput input, CampaignChanges changes, CancellationToken cancellationToken) =>
        changes.OpenAsync(input, cancellationToken);

    /// <summary>Puts a member in charge of households (phân công đảng viên phụ trách hộ), OV-05.</summary>
    [Requires(OversightPermissions.RunCampaigns)]
    [Error<CampaignDoesNotAllowThis>]
    [Error<MemberWouldHaveTooManyHouseholds>]
    [Error<PersonInChargeIsNoMember>]
    public static Task<Result<Campaign>> AssignOversightHouseholdsAsync(AssignOversightHouseholdsInput input, HouseholdWork work, CancellationToken cancellationToken) =>
        work.AssignAsync(input, cancellationToken);

    /// <summary>Says that it was looked at today who is in charge of which household (rà soát việc phân công phụ trách hộ), as is due every year (OV-05). Who is to change is changed by `assignOversightHouseholds`.</summary>
    [Requires(OversightPermissions.RunCampaigns)]
    [Error<CampaignDoesNotAllowThis>]
    public static Task<Result<Campaign>> ReviewOversightHouseholdsAsync(ReviewOversightHouseholdsInput input, CampaignChanges changes, CancellationToken cancellationToken) =>
        changes.ReviewAsync(input, cancellationToken);

    /// <summary>Records that households come a step further: visited, with a problem, agreed, compensated, handed over (OV-08).</summary>
    [Requires(OversightPermissions.RunCampaigns)]
    [Error<CampaignDoesNotAllowThis>]
    [Error<OversightStepDoesNotFollow>]
    [Error<StepSaysWhatItNeeds>]
    public static Task<Result<Campaign>> RecordOversightHouseholdsAsync(RecordOversightHouseholdsInput input, HouseholdWork work, CancellationToken cancellationToken) =>
        work.RecordAsync(input, cancellationToken);

    /// <summary>Ends a campaign today. What names the households is to be deleted then (OV-20).</summary>
    [Requires(OversightPermissions.RunCampaigns)]
    [Error<CampaignDoesNotAllowThis>]
    public static Task<Result<Campaign>> EndOversightCampaignAsync(EndOversightCampaignInput input, CampaignChanges changes, CancellationToken cancellationToken) =>
        changes.EndAsync(input, cancellationToken);

    /// <summary>Deletes what names the households of a campaign that has ended, for good; the figures stay (OV-20).</summary>
    [Requires(OversightPermissions.RunCampaigns)]
    [Error<CampaignDoesNotAllowThis>]
    public static Task<Result<Campaign>> DeleteOversightHouseholdsAsync(DeleteOversightHouseholdsInput input, CampaignChanges changes, CancellationToken cancellationToken) =>
        changes.DeleteHouseholdsAsync(input, cancellationToken);
}
