using Modular.GraphQL.CodeFirst;
using Modular.Members.Forms;

namespace Modular.Members.Reports;

/// <summary>A form of a period that is to be closed.</summary>
internal sealed record CloseStatisticsReportInput
{
    /// <summary>The organization that reports, with all below it.</summary>
    [ID("Organization")]
    public required Guid OrganizationId { get; init; }

    /// <summary>Which form.</summary>
    public required StatisticsForm Form { get; init; }

    /// <summary>The first day of the period.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day of the period; not after today.</summary>
    public required DateOnly To { get; init; }
}

/// <summary>A report that goes to the superior.</summary>
internal sealed record SubmitStatisticsReportInput
{
    /// <summary>The report.</summary>
    [ID("StatisticsReport")]
    public required Guid Id { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The day of submission.</summary>
    public required DateOnly SubmittedOn { get; init; }
}

/// <summary>A report that the superior takes in.</summary>
internal sealed record ReceiveStatisticsReportInput
{
    /// <summary>The report.</summary>
    [ID("StatisticsReport")]
    public required Guid Id { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly ReceivedOn { get; init; }
}

/// <summary>A report that the superior gives back.</summary>
internal sealed record ReturnStatisticsReportInput
{
    /// <summary>The report.</summary>
    [ID("StatisticsReport")]
    public required Guid Id { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly ReturnedOn { get; init; }

    /// <summary>What is to be mended.</summary>
    public required string Reason { get; init; }
}
