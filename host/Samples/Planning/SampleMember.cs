namespace Modular.Host.Samples.Planning;

/// <summary>A member of a sample province, as the register holds one.</summary>
internal sealed record SampleMember
{
    public required Guid Id { get; init; }

    public required string CellCode { get; init; }

    public required string FullName { get; init; }

    public required bool IsFemale { get; init; }

    public required DateOnly BornOn { get; init; }

    public required string? CitizenId { get; init; }

    public required string EthnicGroup { get; init; }

    public required string Religion { get; init; }

    public required string NativePlace { get; init; }

    public required string Residence { get; set; }

    public required string ResidenceHamlet { get; set; }

    public required string Occupation { get; init; }

    public required string GeneralEducation { get; init; }

    public required string ProfessionalLevel { get; init; }

    public required string PoliticalTheory { get; init; }

    public required string AdmissionDecisionNumber { get; init; }

    public required DateOnly AdmissionDecidedOn { get; init; }

    public required DateOnly JoinedOn { get; init; }

    /// <summary>Null while on probation.</summary>
    public required DateOnly? OfficialOn { get; init; }

    public required string? RecognitionDecisionNumber { get; init; }

    public required DateOnly? RecognitionDecidedOn { get; init; }

    public required string? CardNumber { get; init; }

    public required DateOnly? CardIssuedOn { get; init; }

    public required string CvNumber { get; init; }

    /// <summary>How and when the member left the Party, or null.</summary>
    public SampleDeparture? Departure { get; init; }

    public bool IsOfficial => OfficialOn is not null;
}

/// <summary>How a member left the Party.</summary>
/// <param name="Status"><c>EXPELLED</c>, <c>NAME_REMOVED</c> or <c>LEFT_ON_REQUEST</c>.</param>
/// <param name="On">The first day outside.</param>
/// <param name="DecisionNumber">The decision.</param>
/// <param name="DecidedBy">Who decided.</param>
internal sealed record SampleDeparture(string Status, DateOnly On, string DecisionNumber, string DecidedBy);
