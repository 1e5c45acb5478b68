using Modular.GraphQL.CodeFirst;

namespace Modular.DataProtection.Breaches;

/// <summary>A breach that was detected. Its texts name no person: who was affected is counted here, and told by name elsewhere.</summary>
internal sealed record RecordBreachInput
{
    /// <summary>The organization that answers for the data.</summary>
    [ID("Organization")]
    public required Guid OrganizationId { get; init; }

    /// <summary>When it was detected; the time to tell the authority counts from it.</summary>
    public required DateTimeOffset DetectedAt { get; init; }

    /// <summary>What happened, where, and how it was found; at most 4000 characters.</summary>
    public required string Description { get; init; }

    /// <summary>The kinds of data that were concerned; at most 4000 characters.</summary>
    public required string DataKinds { get; init; }

    /// <summary>Whether sensitive personal data were among them.</summary>
    public required bool InvolvesSensitiveData { get; init; }

    /// <summary>How many persons' data were concerned, as far as it is known.</summary>
    public int? PersonsAffected { get; init; }
}

/// <summary>What a breach means.</summary>
internal sealed record AssessBreachInput : IBreachStep
{
    /// <inheritdoc />
    [ID("Breach")]
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required int ExpectedVersion { get; init; }

    /// <summary>The kinds of data that were concerned; as they were recorded where left out.</summary>
    public string? DataKinds { get; init; }

    /// <summary>Whether sensitive personal data were among them; as it was recorded where left out.</summary>
    public bool? InvolvesSensitiveData { get; init; }

    /// <summary>How many persons' data were concerned.</summary>
    public required int PersonsAffected { get; init; }

    /// <summary>How much harm it may do.</summary>
    public required BreachRisk Risk { get; init; }

    /// <summary>What was done against it and its consequences; at most 4000 characters.</summary>
    public required string Measures { get; init; }
}

/// <summary>A notice to the competent authority.</summary>
internal sealed record ReportBreachInput : IBreachStep
{
    /// <inheritdoc />
    [ID("Breach")]
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required int ExpectedVersion { get; init; }

    /// <summary>When the authority was told.</summary>
    public required DateTimeOffset NotifiedAt { get; init; }

    /// <summary>Number and symbol of the notice.</summary>
    public required string Reference { get; init; }

    /// <summary>The authority; that of the policy where left out.</summary>
    public string? Authority { get; init; }

    /// <summary>Why it was told late; needed after the deadline.</summary>
    public string? LateReason { get; init; }
}

/// <summary>A notice to the persons whose data it was.</summary>
internal sealed record TellBreachSubjectsInput : IBreachStep
{
    /// <inheritdoc />
    [ID("Breach")]
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required int ExpectedVersion { get; init; }

    /// <summary>When they were told.</summary>
    public required DateTimeOffset NotifiedAt { get; init; }

    /// <summary>How they were told, or why nobody had to be; at most 4000 characters.</summary>
    public required string How { get; init; }
}

/// <summary>The end of the handling of a breach.</summary>
internal sealed record CloseBreachInput : IBreachStep
{
    /// <inheritdoc />
    [ID("Breach")]
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required int ExpectedVersion { get; init; }

    /// <summary>What was found and changed so that it does not happen again; at most 4000 characters.</summary>
    public required string Conclusion { get; init; }
}

/// <summary>What every step of a breach names.</summary>
internal interface IBreachStep
{
    /// <summary>The breach.</summary>
    Guid Id { get; }

    /// <summary>The version that was read.</summary>
    int ExpectedVersion { get; }
}
