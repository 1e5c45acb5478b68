using System.Globalization;
using Modular.Host.Samples.Planning;
using Modular.Kernel.Postgres.Imports;

namespace Modular.Host.Samples.Loading;

/// <summary>
/// A plan as files that the modules take in: the host knows of them only the names of formats and columns, as whoever sends a file does.
/// </summary>
internal static class SampleRows
{
    public const string OrganizationFormat = "organizations";
    public const string MemberFormat = "members";
    public const string PostFormat = "committee-posts";

    private static readonly string[] OrganizationHeaders =
    [
        "code", "name", "short_name", "kind", "subkind", "parent_code", "field_type", "host_legal_status", "founded_on", "decision_number", "decided_on",
        "authority", "address", "administrative_unit_code",
    ];

    private static readonly string[] MemberHeaders =
    [
        "full_name", "sex", "birth_date", "citizen_id", "ethnic_group", "religion", "native_place", "occupation", "general_education",
        "professional_level", "political_theory", "cell_code", "status", "admission_decision_number", "admission_decided_on", "joined_on", "official_on",
        "recognition_decision_number", "recognition_decided_on", "card_number", "card_issued_on", "cv_number", "permanent_residence",
        "residence_hamlet", "left_as", "left_on", "leaving_decision_number", "leaving_decided_on", "leaving_decided_by",
    ];

    private static readonly string[] PostHeaders =
    [
        "organization_code", "term_number", "term_from", "committee_size", "standing_size", "member_number", "full_name", "post", "held_from",
    ];

    public static ImportContent Organizations(SamplePlan plan, string name, string version) => ImportContent.OfRows(
        name, version, OrganizationHeaders, plan.Organizations.Select(organization => new MadeRow(organization.Id, CellsOf(organization))));

    public static ImportContent Members(SamplePlan plan, string name, string version) => ImportContent.OfRows(
        name, version, MemberHeaders, plan.People.Select(member => new MadeRow(member.Id, CellsOf(member))));

    public static ImportContent Posts(SamplePlan plan, string name, string version) => ImportContent.OfRows(
        name, version, PostHeaders, plan.Posts.Select(post => new MadeRow(post.Id, CellsOf(post))));

    private static string?[] CellsOf(SampleOrganization organization) =>
    [
        organization.Code, organization.Name, organization.ShortName, organization.Kind, organization.Subkind, organization.ParentCode,
        organization.FieldType, organization.LegalStatus, Day(organization.FoundedOn), organization.DecisionNumber, Day(organization.FoundedOn),
        organization.DecidedBy, organization.Address, organization.Unit is { Length: 2 } province ? province : null,
    ];

    private static string?[] CellsOf(SampleMember member) =>
    [
        member.FullName, member.IsFemale ? "FEMALE" : "MALE", Day(member.BornOn), member.CitizenId, member.EthnicGroup, member.Religion,
        member.NativePlace, member.Occupation, member.GeneralEducation, member.ProfessionalLevel, member.PoliticalTheory, member.CellCode,
        member.IsOfficial ? "OFFICIAL" : "PROBATIONARY", member.AdmissionDecisionNumber, Day(member.AdmissionDecidedOn), Day(member.JoinedOn),
        Day(member.OfficialOn), member.RecognitionDecisionNumber, Day(member.RecognitionDecidedOn), member.CardNumber, Day(member.CardIssuedOn),
        member.CvNumber, member.Residence, member.ResidenceHamlet, member.Departure?.Status, Day(member.Departure?.On),
        member.Departure?.DecisionNumber, Day(member.Departure?.On), member.Departure?.DecidedBy,
    ];

    private static string?[] CellsOf(SamplePost post) =>
    [
        post.Organization.Code, post.TermNumber, Day(post.TermFrom), Number(post.CommitteeSize), Number(post.StandingSize),
        post.Member.CvNumber, post.Member.FullName, post.Post, Day(post.From),
    ];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
