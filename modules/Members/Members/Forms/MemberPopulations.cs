using System.Text.Json;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Events;
using Modular.Kernel.GraphQL;
using Modular.Members.Contracts;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Records;

namespace Modular.Members.Forms;

/// <summary>Where and when members were counted.</summary>
internal sealed record CountedAtInput
{
    /// <summary>The organization, with all below it by the tree of the day.</summary>
    [ID("Organization")]
    public required Guid OrganizationId { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly On { get; init; }
}

/// <summary>Where and when members were admitted.</summary>
internal sealed record AdmittedAtInput
{
    /// <summary>The organization, with all below it by the tree of each day.</summary>
    [ID("Organization")]
    public required Guid OrganizationId { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly To { get; init; }
}

/// <summary>What members' education or occupation was on a day.</summary>
internal sealed record QualifiedOnInput
{
    /// <summary>The day.</summary>
    public required DateOnly On { get; init; }

    /// <summary>What is looked at.</summary>
    public required Qualification Of { get; init; }

    /// <summary>How the values compare.</summary>
    public required QualificationMatch Match { get; init; }

    /// <summary>The values, as they are stored; none for <c>NOT_RECORDED</c>.</summary>
    public required string[] Values { get; init; }
}

/// <summary>What changes of a member over the years besides status and cell.</summary>
internal enum Qualification
{
    /// <summary>The occupation (nghề nghiệp).</summary>
    Occupation,

    /// <summary>General education (giáo dục phổ thông).</summary>
    GeneralEducation,

    /// <summary>Professional level (trình độ chuyên môn).</summary>
    ProfessionalLevel,

    /// <summary>Political theory (lý luận chính trị).</summary>
    PoliticalTheory,
}

/// <summary>How what was recorded compares with values.</summary>
internal enum QualificationMatch
{
    /// <summary>It is one of them.</summary>
    OneOf,

    /// <summary>It is recorded, and none of them.</summary>
    AnotherThan,

    /// <summary>Nothing is recorded.</summary>
    NotRecorded,
}

/// <summary>Lists those whom forms count, by the same conditions as the figures.</summary>
internal static class MemberPopulations
{
    private static readonly string Admission = JsonSerializer.Serialize(new AdmissionPolicy(), EventJson.Options);

    public static void Define(EntityTypeBuilder<Member> member)
    {
        member
            .Filter(m => m.Occupation)
            .FilterBy<CountedAtInput>(
                "countedAt", "Those whom an organization counted on a day (đảng số): probationary and official members, by the tree of that day.",
                (m, given) => $"""
                    {m[row => row.Id]} in (
                        select assignment.member_id
                        from members.cell_assignment as assignment
                        join members.membership_status as standing
                            on standing.province_id = assignment.province_id and standing.member_id = assignment.member_id
                            and standing.valid @> {given[input => input.On]} and standing.status in ('OFFICIAL', 'PROBATIONARY')
                        where assignment.province_id = (select current_setting('app.province')::smallint)
                            and assignment.kind = 'OFFICIAL' and assignment.valid @> {given[input => input.On]}
                            and assignment.organization_id = any (array(
                                select below.organization_id
                                from kernel.organization_tree as top
                                join kernel.organization_tree as below
                                    on below.province_id = top.province_id and below.valid @> {given[input => input.On]}
                                    and below.path >= top.path and below.path < top.path_end
                                where top.province_id = (select current_setting('app.province')::smallint)
                                    and top.organization_id = {given[input => input.OrganizationId]} and top.valid @> {given[input => input.On]})))
                    """)
            .FilterBy<AdmittedAtInput>(
                "admittedAt", "Those admitted at or below an organization in a period (kết nạp): line B1 of form 1-TCTW.",
                (m, given) => $"""
                    {m[row => row.Id]} in (
                        select admitted.member_id
                        from members.membership_status as admitted
                        join members.cell_assignment as assignment
                            on assignment.province_id = admitted.province_id and assignment.member_id = admitted.member_id
                            and assignment.kind = 'OFFICIAL' and assignment.valid @> admitted.first_day
                        join kernel.organization_tree as cell
                            on cell.province_id = admitted.province_id and cell.organization_id = assignment.organization_id and cell.valid @> admitted.first_day
                        join kernel.organization_tree as top
                            on top.province_id = admitted.province_id and top.organization_id = {given[input => input.OrganizationId]}
                            and top.valid @> admitted.first_day and starts_with(cell.path, top.path)
                        where admitted.province_id = (select current_setting('app.province')::smallint) and admitted.status = 'PROBATIONARY'
                            and admitted.first_day between {given[input => input.From]} and {given[input => input.To]}
                            and not exists (
                                select from members.membership_status as earlier
                                where earlier.province_id = admitted.province_id and earlier.member_id = admitted.member_id
                                    and earlier.valid @> admitted.first_day - 1 and earlier.status not in ('SYMPATHIZER', 'APPLICANT')))
                    """)
            .FilterBy<QualifiedOnInput>(
                "qualifiedOn", "Those whose education or occupation was so on a day (trình độ, nghề nghiệp tại một ngày).",
                (m, given) => $"""
                    (
                        select case {given[input => input.Match]}
                            when 'ONE_OF' then told.value = any ({given[input => input.Values]})
                            when 'ANOTHER_THAN' then told.value <> all ({given[input => input.Values]})
                            else told.value is null
                        end
                        from (select {given[input => input.Of]}::text as name) as asked
                        left join lateral (
                            select row.* from members.former_qualification as row
                            where row.province_id = {m[row => row.ProvinceId]} and row.member_id = {m[row => row.Id]} and row.until > {given[input => input.On]}
                            order by row.until limit 1
                        ) as former on true
                        cross join lateral (
                            select case when former.id is null
                                then case asked.name
                                    when 'OCCUPATION' then {m[row => row.Occupation]} when 'GENERAL_EDUCATION' then {m[row => row.GeneralEducation]}
                                    when 'PROFESSIONAL_LEVEL' then {m[row => row.ProfessionalLevel]} else {m[row => row.PoliticalTheory]}
                                end
                                else case asked.name
                                    when 'OCCUPATION' then former.occupation when 'GENERAL_EDUCATION' then former.general_education
                                    when 'PROFESSIONAL_LEVEL' then former.professional_level else former.political_theory
                                end
                            end as value
                        ) as told)
                    """)
            .Filter<DateOnly>(
                "readmittedBy", "Those who had been admitted a second time by a day (kết nạp lại).",
                (m, day) => $"""
                    {m[row => row.Id]} in (
                        select second.member_id from members.membership as second
                        where second.province_id = (select current_setting('app.province')::smallint) and second.ordinal = 2 and second.ceremony_on <= {day})
                    """)
            .Filter<DateOnly>(
                "exemptOn", "Those exempt from work and activities on a day (miễn công tác, sinh hoạt đảng).",
                (m, day) => $"""
                    {m[row => row.Id]} in (
                        select exempt.member_id from members.membership_flag as exempt
                        where exempt.province_id = (select current_setting('app.province')::smallint) and exempt.flag = 'EXEMPT' and exempt.valid @> {day})
                    """)
            .Filter<DateOnly>(
                "youthUnionBy", "Those who joined the Youth Union by a day, as the member sheet says (đoàn viên Đoàn TNCS Hồ Chí Minh).",
                (m, day) => $"""
                    {m[row => row.Id]} in (
                        select marked.member_id from members.record_marks((select current_setting('app.province')::smallint)) as marked
                        where marked.mark = 'YOUTH_UNION' and marked.since <= {day})
                    """,
                MembersPermissions.ReadRecord)
            .Filter<bool>(
                "hasForeignSpouse", "Those who are married to a foreigner, as the member sheet says, or those who are not (kết hôn với người nước ngoài).",
                (m, value) => $"""
                    ({m[row => row.Id]} in (
                        select marked.member_id from members.record_marks((select current_setting('app.province')::smallint)) as marked
                        where marked.mark = 'FOREIGN_SPOUSE')) = {value}
                    """,
                MembersPermissions.ReadSensitive)
            .Filter<AcademicTitle>(
                "academicTitle", "Those who bear an academic title, as the member sheet says (học hàm).",
                (m, value) => $"""
                    {m[row => row.Id]} in (
                        select marked.member_id from members.record_marks((select current_setting('app.province')::smallint)) as marked
                        where marked.mark = 'ACADEMIC_TITLE' and marked.mark_value = {value})
                    """,
                MembersPermissions.ReadRecord)
            .Filter<DateOnly>(
                "probationEndsBy", "Probationary members whose probation ends by a day (hết thời gian dự bị).",
                (m, day) => $"""
                    {m[row => row.Status]} = {m.Value(row => row.Status, MembershipStatus.Probationary)}
                    and ({m[row => row.JoinedOn]} + make_interval(
                        months => (kernel.policy_on('members.admission', {Admission}::jsonb, {m[row => row.JoinedOn]}) ->> 'probationMonths')::integer))::date <= {day}
                    """)
            .Filter<DateOnly>(
                "transferPendingSince", "Those who were introduced elsewhere by a day and were not taken in since (chưa nộp giấy giới thiệu sinh hoạt đảng).",
                (m, day) => $"""
                    {m[row => row.Id]} in (
                        select pending.member_id from members.membership_flag as pending
                        where pending.province_id = (select current_setting('app.province')::smallint) and pending.flag = 'TRANSFER_OUT_PENDING'
                            and pending.valid @> {m.Today} and pending.first_day <= {day})
                    """);
    }
}
