using System.Text.Json;
using System.Text.Json.Serialization;
using Modular.Kernel.Policies;
using Modular.Kernel.Results;

namespace Modular.Members.Documents;

/// <summary>
/// Which kinds of papers the file of a member holds at each stage (MEM-07). The rule counts six kinds of papers at application and six after the cell's vote; introductions by sponsors and by
/// unions are one kind here, and so are the resolutions of the cell and of the committee, because how many there are depends on the person and on the organization.
/// </summary>
internal sealed record FilePaperPolicy : IPolicy, IJsonOnDeserialized
{
    /// <inheritdoc />
    public static string Key => "members.file-papers";

    /// <inheritdoc />
    public static RuleReference Source => Rules.FilePapers;

    /// <summary>
    /// The first day of joining from which on papers are asked for. Older files were made under other rules, and what lies in them is not all recorded. No instrument fixes the day: it is the
    /// deployment's choice.
    /// </summary>
    public DateOnly JoinedFrom { get; init; } = new(2025, 1, 1);

    /// <summary>Papers that come into the file at the application.</summary>
    [JsonConverter(typeof(DocumentKindsJson))]
    public IReadOnlyList<DocumentKind> AtApplication { get; init; } =
        [DocumentKind.AwarenessCertificate, DocumentKind.Application, DocumentKind.ApplicantCv, DocumentKind.Sponsorship, DocumentKind.Opinions];

    /// <summary>
    /// Papers that come into the file after the vote of the cell, up to the ceremony and the member's CV and sheet. The appraisal is not among them, because only members below a sectional
    /// committee have one.
    /// </summary>
    [JsonConverter(typeof(DocumentKindsJson))]
    public IReadOnlyList<DocumentKind> AtAdmission { get; init; } =
        [DocumentKind.AdmissionResolution, DocumentKind.AdmissionDecision, DocumentKind.MemberCv, DocumentKind.MemberSheet];

    /// <summary>Papers that come into the file with the recognition as an official member.</summary>
    [JsonConverter(typeof(DocumentKindsJson))]
    public IReadOnlyList<DocumentKind> AtRecognition { get; init; } =
    [
        DocumentKind.NewMemberCertificate, DocumentKind.SelfReview, DocumentKind.HelperComment, DocumentKind.ProbationOpinions, DocumentKind.RecognitionResolution,
        DocumentKind.RecognitionDecision,
    ];

    /// <inheritdoc />
    void IJsonOnDeserialized.OnDeserialized()
    {
        var twice = AtApplication.Concat(AtAdmission).Concat(AtRecognition).GroupBy(kind => kind).FirstOrDefault(kind => kind.Count() > 1);
        if (twice is not null)
            throw new JsonException($"The policy {Key} asks for {DocumentKindsJson.NameOf(twice.Key)} twice; a kind of paper belongs to one stage.");
    }
}
