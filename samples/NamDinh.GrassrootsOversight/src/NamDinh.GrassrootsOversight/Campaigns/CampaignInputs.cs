using Modular.GraphQL.CodeFirst;

namespace NamDinh.GrassrootsOversight.Campaigns;

/// <summary>A campaign among households.</summary>
internal sealed record OpenOversightCampaignInput
{
    /// <summary>The organization that runs it.</summary>
    [ID("Organization")]
    public required Guid OrganizationId { get; init; }

    /// <summary>Its code, by which files name it; at most 300 characters.</summary>
    public required string Code { get; init; }

    /// <summary>What it is about; at most 300 characters.</summary>
    public required string Name { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly StartedOn { get; init; }
}

/// <summary>A campaign, in the version that was read.</summary>
internal sealed record EndOversightCampaignInput
{
    /// <summary>The campaign.</summary>
    [ID("OversightCampaign")]
    public required Guid Id { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }
}

/// <summary>A campaign that goes on, in the version that was read.</summary>
internal sealed record ReviewOversightHouseholdsInput
{
    /// <summary>The campaign.</summary>
    [ID("OversightCampaign")]
    public required Guid Id { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }
}

/// <summary>A campaign that has ended, in the version that was read.</summary>
internal sealed record DeleteOversightHouseholdsInput
{
    /// <summary>The campaign.</summary>
    [ID("OversightCampaign")]
    public required Guid Id { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }
}

/// <summary>A member who is put in charge of households of a campaign.</summary>
internal sealed record AssignOversightHouseholdsInput
{
    /// <summary>The campaign.</summary>
    [ID("OversightCampaign")]
    public required Guid CampaignId { get; init; }

    /// <summary>The member.</summary>
    [ID("Member")]
    public required Guid MemberId { get; init; }

    /// <summary>The households, at most 200.</summary>
    [ID("OversightHousehold")]
    public required IReadOnlyList<Guid> HouseholdIds { get; init; }

    /// <summary>Whether the member takes them even where that makes more than the policy's maximum.</summary>
    public bool EvenBeyondTheMaximum { get; init; }
}

/// <summary>Steps of households of a campaign.</summary>
internal sealed record RecordOversightHouseholdsInput
{
    /// <summary>The campaign.</summary>
    [ID("OversightCampaign")]
    public required Guid CampaignId { get; init; }

    /// <summary>What the households become.</summary>
    public required HouseholdState To { get; init; }

    /// <summary>What stands in the way, where something does.</summary>
    public HouseholdProblem? Problem { get; init; }

    /// <summary>The households, at most 200; all of them come the same step further.</summary>
    public required IReadOnlyList<HouseholdStepInput> Households { get; init; }
}

/// <summary>A household, in the version that was read.</summary>
internal sealed record HouseholdStepInput
{
    /// <summary>The household.</summary>
    [ID("OversightHousehold")]
    public required Guid Id { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }
}
