using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Reads;
using Modular.Members.Contracts;
using Modular.Members.People;

namespace Modular.Members.Documents;

/// <summary>
/// Lists members by the papers that their files lack. Whether few or most of a province's files fit depends on the day from which papers are asked for and on how many are recorded, so that each
/// such list is planned anew: where few fit, the planner is told which.
/// </summary>
internal static class IncompleteFiles
{
    private const string AnyKind = "-1::bigint";

    public static void Define(EntityTypeBuilder<Member> member) => member
        .Filter<bool>(
            "hasMissingPapers",
            "Members whose file lacks a paper of their stage (hồ sơ còn thiếu tài liệu), or those whose file lacks none; of those whose papers are asked for, as far as the right to read records "
            + "reaches (MEM-07).",
            (m, value) => Fitting(m, Sql.Text(AnyKind), $"{value}"), MembersPermissions.ReadRecord, needsFreshPlan: true)
        .Filter<DocumentKind>(
            "missingPaper", "Members whose file lacks a paper of this kind, which their stage asks for (thiếu loại tài liệu), as far as the right to read records reaches (MEM-07).",
            (m, value) => Fitting(m, $"members.paper_bit({value})", $"true"), MembersPermissions.ReadRecord, needsFreshPlan: true);

    private static Sql Fitting(SqlRow<Member> member, Sql kinds, Sql lacksAny)
    {
        Sql few = $"members.few_files({FilePapers.Defaults}::jsonb, {member.Today}, {kinds}, {lacksAny})";
        // A value and no "exists", which the planner would turn into a join that it believes to keep few or many whatever the function said.
        return $"""
            ({few} is null or {member[m => m.Id]} = any ({few})) and (
                select ({FilePapers.Missing($"quality.is_probationary", $"quality.papers", member.Today)} & {kinds} <> 0) = {lacksAny}
                from members.member_quality as quality
                where quality.province_id = (select current_setting('app.province')::smallint) and quality.id = {member[m => m.Id]}
                    and quality.is_member and quality.joined_on >= {FilePapers.JoinedFrom(member.Today)})
            """;
    }
}
