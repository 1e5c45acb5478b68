using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Reads;
using Modular.Members.Contracts;

namespace Modular.Members.Quality;

/// <summary>How good the records of an organization's members are.</summary>
/// <param name="Members">Official and probationary members.</param>
/// <param name="Complete">Of how many nothing is found.</param>
/// <param name="Score">The average of their scores, in percent; 100 is best.</param>
[Classified(DataClass.Internal)]
internal sealed record DataQuality(int Members, int Complete, int Score);

/// <summary>With how many members' records something is wrong.</summary>
/// <param name="Finding">What is wrong.</param>
/// <param name="Aspect">What it is held against.</param>
/// <param name="Count">How many members.</param>
[Classified(DataClass.Internal)]
internal sealed record QualityCount(QualityFinding Finding, QualityAspect Aspect, int Count);

internal sealed class OrganizationQuality() : EntityTypeExtension("Organization")
{
    private const string Aspects =
        """
        case
            when found.finding in ('CITIZEN_ID_DOES_NOT_FIT', 'DATES_ARE_OUT_OF_ORDER') then 'VALID'
            when found.finding = 'MAY_BE_REGISTERED_TWICE' then 'UNIQUE'
            when found.finding in ('PROBATION_IS_OVERDUE', 'TEMPORARY_RESIDENCE_HAS_EXPIRED', 'SLIP_IS_MISSING') then 'CURRENT'
            else 'COMPLETE'
        end
        """;

    protected override void Define(EntityExtensionBuilder organization)
    {
        organization.Statement<DataQuality>(
            "dataQuality", "How good the records of the members on its list are today, of all organizations below too (đúng, đủ, sạch, sống).", DataClass.Internal, quality => quality.Sql(sql => $"""
                select alike.key, sum(alike.members)::int as members, sum(alike.complete)::int as complete,
                    round(100 - 100.0 * sum(alike.members * cardinality(alike.findings) + alike.overdue + alike.expired + alike.without_slip)
                        / (sum(alike.members) * {QualityRules.Count}))::int as score
                from ({Alike(sql)}) as alike
                group by alike.key
                """)).Requires(MembersPermissions.Count);
        organization.StatementList<QualityCount>(
            "qualityFindings", "With how many members' records something is wrong today, by what it is, the most frequent first; `members(where: {qualityFinding: …})` lists them.",
            DataClass.Internal, quality => quality.Sql(sql => $"""
                select alike.key, found.finding, {Sql.Text(Aspects)} as aspect, sum(found.members)::int as count
                from ({Alike(sql)}) as alike cross join lateral (
                    select unnest(alike.findings), alike.members
                    union all
                    values ('PROBATION_IS_OVERDUE', alike.overdue), ('TEMPORARY_RESIDENCE_HAS_EXPIRED', alike.expired), ('SLIP_IS_MISSING', alike.without_slip)) as found (finding, members)
                where found.members > 0
                group by alike.key, found.finding
                order by sum(found.members) desc, found.finding
                """)).Requires(MembersPermissions.Count);
    }

    // The members at or below the organizations that ask. Those with the same findings are one row, because a province knows few combinations of them;
    // what time brings is counted beside.
    private static Sql Alike(StatementSql sql)
    {
        var quality = sql.Table<MemberQuality>("quality");
        var overdue = QualityRules.ProbationIsOverdue(quality, sql.Today);
        var expired = QualityRules.ResidenceHasExpired(quality, sql.Today);
        var withoutSlip = QualityRules.SlipIsMissing(quality, sql.Today);
        return $"""
            select above.organization_id as key, {quality[q => q.Findings]} as findings, count(*) as members,
                count(*) filter (where {overdue}) as overdue, count(*) filter (where {expired}) as expired, count(*) filter (where {withoutSlip}) as without_slip,
                count(*) filter (where cardinality({quality[q => q.Findings]}) = 0 and not ({overdue} or {expired} or {withoutSlip})) as complete
            from {sql.Tree("above", sql.Today)} join {sql.Tree("below", sql.Today)} on {sql.IsBelow("below", "above")}
            join {quality} on {quality[q => q.OrganizationId]} = below.organization_id
            where above.organization_id = any ({sql.Keys}) and {quality[q => q.IsMember]}
            group by above.organization_id, {quality[q => q.Findings]}
            """;
    }
}

internal sealed class QualityOfMembers() : EntityTypeExtension("Member")
{
    protected override void Define(EntityExtensionBuilder member)
    {
        member.Statement<int?>(
            "qualityScore", "How good the record is today, in percent of the rules that it keeps; null for who is no member.", DataClass.Basic, score => score.Sql(sql =>
            {
                var quality = sql.Table<MemberQuality>("quality");
                return $"""
                    select {quality[q => q.Id]} as key, round(100 - 100.0 * cardinality({QualityRules.On(quality, sql.Today)}) / {QualityRules.Count})::int as value
                    from {quality} where {quality[q => q.Id]} = any ({sql.Keys}) and {quality[q => q.IsMember]}
                    """;
            })).Requires(MembersPermissions.Read);
        member.StatementList<QualityFinding>(
            "qualityFindings", "What is wrong with the record today: what is not valid, missing, there twice, or out of date.", DataClass.Basic, findings => findings.Sql(sql =>
            {
                var quality = sql.Table<MemberQuality>("quality");
                return $"""
                    select {quality[q => q.Id]} as key, found.finding as value
                    from {quality} cross join lateral unnest({QualityRules.On(quality, sql.Today)}) as found (finding)
                    where {quality[q => q.Id]} = any ({sql.Keys}) and {quality[q => q.IsMember]}
                    order by found.finding
                    """;
            })).Requires(MembersPermissions.Read);
    }
}
