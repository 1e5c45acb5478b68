using System.Text.Json;
using Modular.Kernel.Events;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Reads;
using Modular.Members.People;
using Modular.Members.SupplementSlips;

namespace Modular.Members.Quality;

/// <summary>The findings of a day as SQL, and how lists of members are filtered by them.</summary>
internal static class QualityRules
{
    /// <summary>How many rules a record is held against.</summary>
    public static readonly int Count = Enum.GetValues<QualityFinding>().Length;

    private static readonly string Policy = JsonSerializer.Serialize(new QualityPolicy(), EventJson.Options);
    private static readonly string Slips = JsonSerializer.Serialize(new SupplementSlipPolicy(), EventJson.Options);

    /// <summary>Whether a probation should have ended with a decision before a day.</summary>
    public static Sql ProbationIsOverdue(SqlRow<MemberQuality> quality, SqlPart day) =>
        $"members.probation_is_overdue({day}, {quality[q => q.IsProbationary]}, {quality[q => q.JoinedOn]}, {Months("probationMonths", day)})";

    /// <summary>Whether a temporary residence is older on a day than registrations last.</summary>
    public static Sql ResidenceHasExpired(SqlRow<MemberQuality> quality, SqlPart day) =>
        $"members.residence_has_expired({day}, {quality[q => q.TemporaryResidenceSince]}, {Months("temporaryResidenceMonths", day)})";

    /// <summary>Whether the supplement slip of the year before a day is not in.</summary>
    public static Sql SlipIsMissing(SqlRow<MemberQuality> quality, SqlPart day) =>
        $"members.slip_is_missing({day}, {quality[q => q.JoinedOn]}, {quality[q => q.LastSlipYear]}, {FirstSlipYear(day)})";

    /// <summary>The findings of a row on a day: an array of their names.</summary>
    public static Sql On(SqlRow<MemberQuality> quality, SqlPart day) => $"""
        members.quality_on(
            {day}, {quality[q => q.Findings]}, {quality[q => q.JoinedOn]}, {quality[q => q.IsProbationary]}, {quality[q => q.TemporaryResidenceSince]}, {quality[q => q.LastSlipYear]},
            {Thresholds(day)})
        """;

    /// <summary>Lets lists of members be filtered by a finding, which few members of a province have, or nearly all.</summary>
    public static void Define(EntityTypeBuilder<Member> member) => member.Filter<QualityFinding>(
        "qualityFinding", "Members with whose record this is wrong today (rà soát dữ liệu hồ sơ).",
        (m, value) => Sql.Holds(
            $"members.has_finding({value}, {m.Today}, quality.findings, quality.joined_on, quality.is_probationary, quality.temporary_residence_since, quality.last_slip_year, {Thresholds(m.Today)})",
            $"""
            members.member_quality as quality
            where quality.province_id = (select current_setting('app.province')::smallint) and quality.id = {m[row => row.Id]} and quality.is_member
            """),
        permission: null,
        (value, day) => $"members.few_with_finding({value}, {day}, {Thresholds(day)})");

    private static Sql Thresholds(SqlPart day) => $"{Months("probationMonths", day)}, {Months("temporaryResidenceMonths", day)}, {FirstSlipYear(day)}";

    private static Sql Months(string value, SqlPart day) => $"(select (kernel.policy_on('members.quality', {Policy}::jsonb, {day}) ->> '{Sql.Text(value)}')::integer)";

    private static Sql FirstSlipYear(SqlPart day) => $"(select (kernel.policy_on('members.supplement-slips', {Slips}::jsonb, {day}) ->> 'firstYear')::integer)";
}
