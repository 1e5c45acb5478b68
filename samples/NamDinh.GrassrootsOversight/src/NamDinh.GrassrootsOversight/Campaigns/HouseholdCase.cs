using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;

namespace NamDinh.GrassrootsOversight.Campaigns;

/// <summary>A household in a campaign as it is counted: by a number, without a name (OV-20).</summary>
internal sealed class HouseholdCase : IProvinceOwned, IVersioned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; init; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>The campaign.</summary>
    public Guid CampaignId { get; init; }

    /// <summary>The organization that runs the campaign.</summary>
    public Guid OrganizationId { get; init; }

    /// <summary>Its number in the campaign's list.</summary>
    public int Number { get; init; }

    /// <summary>How it stands.</summary>
    public HouseholdState State { get; private set; }

    /// <summary>What stood, or stands, in the way.</summary>
    public HouseholdProblem? Problem { get; private set; }

    /// <summary>The member in charge of the household (đảng viên phụ trách hộ).</summary>
    public Guid? InChargeId { get; private set; }

    /// <summary>The day of the last step.</summary>
    public DateOnly ChangedOn { get; private set; }

    /// <summary>A member is in charge, or nobody.</summary>
    public void PutInCharge(Guid? memberId) => InChargeId = memberId;

    /// <summary>It comes a step further.</summary>
    public void Advance(HouseholdState to, HouseholdProblem? problem, DateOnly on) => (State, Problem, ChangedOn) = (to, problem ?? Problem, on);
}

/// <summary>Whose household it is and where: what is deleted after the campaign (OV-20).</summary>
internal sealed class Household : IProvinceOwned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The household as it is counted.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The campaign.</summary>
    public Guid CampaignId { get; init; }

    /// <summary>The organization that runs the campaign.</summary>
    public Guid OrganizationId { get; init; }

    /// <summary>The member in charge, who sees it.</summary>
    public Guid? InChargeId { get; private set; }

    /// <summary>The head of the household (chủ hộ).</summary>
    public string HeadName { get; init; } = "";

    /// <summary>Where it lives.</summary>
    public string Address { get; init; } = "";

    /// <summary>A member is in charge, or nobody.</summary>
    public void PutInCharge(Guid? memberId) => InChargeId = memberId;
}

/// <summary>How a household stands in a campaign.</summary>
internal enum HouseholdState
{
    /// <summary>It is in the list (trong danh sách).</summary>
    Listed,

    /// <summary>Somebody visited it (đã tiếp xúc).</summary>
    Contacted,

    /// <summary>Something stands in the way (có vướng mắc).</summary>
    Problem,

    /// <summary>It is being talked with (đang vận động).</summary>
    BeingPersuaded,

    /// <summary>Talking did not help (chưa giải quyết được).</summary>
    Unresolved,

    /// <summary>It went to the superior (chuyển cấp trên).</summary>
    Escalated,

    /// <summary>It agrees (đồng thuận).</summary>
    Agreed,

    /// <summary>It received its compensation (đã nhận bồi thường).</summary>
    Compensated,

    /// <summary>It handed over the site (đã bàn giao mặt bằng).</summary>
    HandedOver,
}

/// <summary>What stands in the way of a household's agreement.</summary>
internal enum HouseholdProblem
{
    /// <summary>The price (đơn giá bồi thường).</summary>
    CompensationPrice,

    /// <summary>Where to go (tái định cư).</summary>
    Resettlement,

    /// <summary>Papers of the land (giấy tờ đất).</summary>
    Documents,

    /// <summary>The family does not agree among itself (tranh chấp trong gia đình).</summary>
    FamilyDispute,

    /// <summary>Something else (khác).</summary>
    Other,
}

/// <summary>Which states follow each other.</summary>
internal static class HouseholdStates
{
    private static readonly Dictionary<HouseholdState, HouseholdState[]> Following = new()
    {
        [HouseholdState.Listed] = [HouseholdState.Contacted],
        [HouseholdState.Contacted] = [HouseholdState.Agreed, HouseholdState.Problem],
        [HouseholdState.Problem] = [HouseholdState.BeingPersuaded],
        [HouseholdState.BeingPersuaded] = [HouseholdState.Agreed, HouseholdState.Unresolved],
        [HouseholdState.Unresolved] = [HouseholdState.Escalated],
        [HouseholdState.Escalated] = [HouseholdState.Agreed],
        [HouseholdState.Agreed] = [HouseholdState.Compensated],
        [HouseholdState.Compensated] = [HouseholdState.HandedOver],
    };

    /// <summary>Whether a state follows.</summary>
    public static bool MayBecome(this HouseholdState from, HouseholdState to) => Following.GetValueOrDefault(from)?.Contains(to) == true;
}
