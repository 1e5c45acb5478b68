using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;

namespace Modular.DataProtection.Breaches;

/// <summary>A breach of the protection of personal data (vi phạm quy định về bảo vệ dữ liệu cá nhân), PD-11.</summary>
internal sealed class Breach : IProvinceOwned, IVersioned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; init; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>The organization that answers for the data.</summary>
    public Guid OrganizationId { get; init; }

    /// <summary>How far the handling has come.</summary>
    public BreachState State { get; private set; }

    /// <summary>When it was detected (thời điểm phát hiện), from which the time to tell the authority counts.</summary>
    public DateTimeOffset DetectedAt { get; init; }

    /// <summary>When it was entered in the register.</summary>
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>The last moment at which the authority is told (PD-11).</summary>
    public DateTimeOffset ReportDueAt { get; init; }

    /// <summary>What happened, where, and how it was found.</summary>
    public string Description { get; init; } = "";

    /// <summary>The kinds of data that were concerned (loại dữ liệu), in words.</summary>
    public string DataKinds { get; private set; } = "";

    /// <summary>Whether sensitive personal data were among them (PD-04, PD-05).</summary>
    public bool InvolvesSensitiveData { get; private set; }

    /// <summary>How many persons' data were concerned, as far as it is known.</summary>
    public int? PersonsAffected { get; private set; }

    /// <summary>How much harm it may do.</summary>
    public BreachRisk? Risk { get; private set; }

    /// <summary>What was done against it and its consequences (biện pháp).</summary>
    public string? Measures { get; private set; }

    /// <summary>When it was assessed.</summary>
    public DateTimeOffset? AssessedAt { get; private set; }

    /// <summary>The authority that was told.</summary>
    public string? Authority { get; private set; }

    /// <summary>Number and symbol of the notice to the authority.</summary>
    public string? AuthorityReference { get; private set; }

    /// <summary>When the authority was told.</summary>
    public DateTimeOffset? AuthorityNotifiedAt { get; private set; }

    /// <summary>Why the authority was told late, where it was.</summary>
    public string? LateReason { get; private set; }

    /// <summary>When the persons were told.</summary>
    public DateTimeOffset? SubjectsNotifiedAt { get; private set; }

    /// <summary>How the persons were told, or why nobody had to be.</summary>
    public string? SubjectsNotifiedHow { get; private set; }

    /// <summary>When the handling ended.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>What was found and changed so that it does not happen again.</summary>
    public string? Conclusion { get; private set; }

    /// <summary>What is known of the data when it is entered.</summary>
    public void Concern(string dataKinds, bool involvesSensitiveData, int? personsAffected) =>
        (DataKinds, InvolvesSensitiveData, PersonsAffected) = (dataKinds, involvesSensitiveData, personsAffected);

    /// <summary>What it means is known.</summary>
    public void Assess(DateTimeOffset now, BreachRisk risk, string measures) =>
        (State, AssessedAt, Risk, Measures) = (BreachState.Assessed, now, risk, measures);

    /// <summary>The authority was told.</summary>
    public void Report(DateTimeOffset notifiedAt, string authority, string reference, string? lateReason) =>
        (State, AuthorityNotifiedAt, Authority, AuthorityReference, LateReason) = (BreachState.Reported, notifiedAt, authority, reference, lateReason);

    /// <summary>The persons were told.</summary>
    public void TellSubjects(DateTimeOffset notifiedAt, string how) =>
        (State, SubjectsNotifiedAt, SubjectsNotifiedHow) = (BreachState.SubjectsTold, notifiedAt, how);

    /// <summary>The handling ended.</summary>
    public void Close(DateTimeOffset now, string conclusion) => (State, ClosedAt, Conclusion) = (BreachState.Closed, now, conclusion);
}
