using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Reads;
using Modular.Members.Contracts;
using Modular.Members.Quality;

namespace Modular.Members.Documents;

/// <summary>A paper that the file of a member lacks.</summary>
/// <param name="Kind">The kind of paper.</param>
/// <param name="Stage">The stage at which it comes into the file.</param>
[Classified(DataClass.Basic)]
internal sealed record MissingPaper(DocumentKind Kind, FileStage Stage);

/// <summary>How many files are complete.</summary>
/// <param name="Asked">The members whose papers are asked for: those who joined on the day of the policy or later.</param>
/// <param name="Incomplete">Of them those whose file lacks a paper of their stage.</param>
[Classified(DataClass.Internal)]
internal sealed record FileCompleteness(int Asked, int Incomplete);

internal sealed class PapersOfMembers() : EntityTypeExtension("Member")
{
    protected override void Define(EntityExtensionBuilder member) => member.StatementList<MissingPaper>(
        "missingPapers",
        "The papers that the file lacks at the stage at which the member is (tài liệu còn thiếu trong hồ sơ): of a probationary member those of application and admission, of an official one those of "
        + "recognition too. Empty where none is missing or none is asked for (MEM-07).",
        DataClass.Basic, missing => missing.Sql(sql =>
        {
            var quality = sql.Table<MemberQuality>("quality");
            return $"""
                select {quality[q => q.Id]} as key, held.kind, asked.stage
                from {quality}
                cross join (values (1, 'APPLICATION', 'atApplication'), (2, 'ADMISSION', 'atAdmission'), (3, 'RECOGNITION', 'atRecognition')) as asked (place, stage, list)
                cross join lateral jsonb_array_elements_text((select {FilePapers.InForceOn(sql.Today)}) -> asked.list) with ordinality as held (kind, place)
                where {quality[q => q.Id]} = any ({sql.Keys}) and {quality[q => q.IsMember]} and {quality[q => q.JoinedOn]} >= {FilePapers.JoinedFrom(sql.Today)}
                    and (asked.stage <> 'RECOGNITION' or not {quality[q => q.IsProbationary]}) and {quality[q => q.Papers]} & members.paper_bit(held.kind) = 0
                order by asked.place, held.place
                """;
        })).Requires(MembersPermissions.ReadRecord);
}

internal sealed class FilesOfOrganizations() : EntityTypeExtension("Organization")
{
    protected override void Define(EntityExtensionBuilder organization) => organization.Statement<FileCompleteness>(
        "fileCompleteness",
        "How many files of the members on its list, of all organizations below too, lack a paper today, of how many whose papers are asked for (số hồ sơ còn thiếu tài liệu); null where nobody is on the list. "
        + "`members(where: {hasMissingPapers: true})` lists them (MEM-07).",
        DataClass.Internal, files => files.Sql(sql =>
        {
            var quality = sql.Table<MemberQuality>("quality");
            // As a filter of the counts, so that organizations are looked up by themselves and never by the day of joining.
            Sql asked = $"{quality[q => q.JoinedOn]} >= {FilePapers.JoinedFrom(sql.Today)}";
            return $"""
                select above.organization_id as key, count(*) filter (where {asked})::int as asked,
                    count(*) filter (where {asked} and {FilePapers.Missing(quality, sql.Today)} <> 0)::int as incomplete
                from {sql.Tree("above", sql.Today)} join {sql.Tree("below", sql.Today)} on {sql.IsBelow("below", "above")}
                join {quality} on {quality[q => q.OrganizationId]} = below.organization_id
                where above.organization_id = any ({sql.Keys}) and {quality[q => q.IsMember]}
                group by above.organization_id
                """;
        })).Requires(MembersPermissions.Count);
}
