using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Reads;
using Modular.Members.Contracts;
using Modular.Members.People;

namespace Modular.Members.Documents;

/// <summary>
/// Lists members by the papers that their files lack. Whether few or most of a province's files fit depends on the day from which papers are asked for and on how many are recorded.
/// </summary>
internal static class IncompleteFiles
{
    private const string AnyKind = "-1::bigint";

    public static void Define(EntityTypeBuilder<Member> member) => member
        .Filter<bool>(
            "hasMissingPapers",
            "Members whose file lacks a paper of their stage (hồ sơ còn thiếu tài liệu), or those whose file lacks none; of those whose papers are asked for, as far as the right to read records "
            + "reaches (MEM-07).",
            (m, value) => Fits(m, Sql.Text(AnyKind), $"{value}"), MembersPermissions.ReadRecord, (value, day) => Few(day, Sql.Text(AnyKind), $"{value}"))
        .Filter<DocumentKind>(
            "missingPaper", "Members whose file lacks a paper of this kind, which their stage asks for (thiếu loại tài liệu), as far as the right to read records reaches (MEM-07).",
            (m, value) => Fits(m, Bit(value), $"true"), MembersPermissions.ReadRecord, (value, day) => Few(day, Bit(value), $"true"));

    private static Sql Bit(SqlPart kind) => $"members.paper_bit({kind})";

    private static Sql Fits(SqlRow<Member> member, Sql kinds, Sql lacksAny) => Sql.Holds(
        $"({FilePapers.Missing($"quality.is_probationary", $"quality.papers", member.Today)} & {kinds} <> 0) = {lacksAny}",
        $"""
        members.member_quality as quality
        where quality.province_id = (select current_setting('app.province')::smallint) and quality.id = {member[m => m.Id]}
            and quality.is_member and quality.joined_on >= {FilePapers.JoinedFrom(member.Today)}
        """);

    private static Sql Few(SqlPart day, Sql kinds, Sql lacksAny) => $"members.few_files({FilePapers.Defaults}::jsonb, {day}, {kinds}, {lacksAny})";
}
