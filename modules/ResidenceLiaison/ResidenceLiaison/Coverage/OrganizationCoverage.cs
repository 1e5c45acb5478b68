using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Reads;
using Modular.ResidenceLiaison.Contracts;

namespace Modular.ResidenceLiaison.Coverage;

/// <summary>How an organization and all below it keep contact with the residences of their members: how many are introduced, as it stands now (RES-01), and what goes with it.</summary>
/// <param name="Total">Those who are to be introduced (tổng số thuộc diện giới thiệu): the 100 %.</param>
/// <param name="Introduced">Those for whom a letter was issued (đã giới thiệu).</param>
/// <param name="ToIntroduce">Those who have no letter yet (chưa giới thiệu).</param>
/// <param name="NotConfirmed">Those whose letter the commune committee has not received yet (chưa được tiếp nhận).</param>
/// <param name="Received">Those whom it has received and not assigned to a cell yet.</param>
/// <param name="Assigned">Those whom the cell has not informed yet.</param>
/// <param name="Active">Those who keep contact with a residential cell (đang giữ mối liên hệ).</param>
/// <param name="IntroducedButExempt">Of the 100 %, those who are exempt from meetings and yearly comments.</param>
/// <param name="ExemptFromIntroduction">Those who are exempt from introduction, not among the 100 %.</param>
/// <param name="NotApplicable">Those whose own cell is the residential one, not among the 100 %.</param>
/// <param name="WithoutFollower">Of the 100 %, those whom nobody of the committee follows (RES-12).</param>
[GraphQLName("OrganizationResidenceLiaison")]
[Classified(DataClass.Internal)]
internal sealed record ResidenceCoverage(
    int Total,
    int Introduced,
    int ToIntroduce,
    int NotConfirmed,
    int Received,
    int Assigned,
    int Active,
    int IntroducedButExempt,
    int ExemptFromIntroduction,
    int NotApplicable,
    int WithoutFollower);

/// <summary>How many members of a grassroots organization are introduced.</summary>
/// <param name="OrganizationId">The grassroots organization.</param>
/// <param name="Total">Those who are to be introduced: the 100 %.</param>
/// <param name="Introduced">Those for whom a letter was issued.</param>
[Classified(DataClass.Internal)]
internal sealed record CoverageOfGrassroots([property: References("Organization")] Guid OrganizationId, int Total, int Introduced);

/// <summary>The counts of organizations.</summary>
internal sealed class OrganizationCoverage() : EntityTypeExtension("Organization")
{
    protected override void Define(EntityExtensionBuilder organization)
    {
        organization.Statement<ResidenceCoverage>(
                "residenceLiaison", "How the organization and all below it keep contact with the residences of their members (Regulation 213).", DataClass.Internal, CountBelow)
            .Requires(ResidenceLiaisonPermissions.Count);
    }

    private static void CountBelow(StatementBuilder count) => count.Sql(sql =>
    {
        var coverage = sql.Table<CoverageCount>("coverage");
        // Where only what goes with the counts is asked for, PostgreSQL sees that nothing of them is needed, and leaves them out.
        return $"""
            select asked.key, coalesce(counted.total, 0) as total, coalesce(counted.introduced, 0) as introduced, coalesce(counted.to_introduce, 0) as to_introduce,
                coalesce(counted.not_confirmed, 0) as not_confirmed, coalesce(counted.received, 0) as received, coalesce(counted.assigned, 0) as assigned,
                coalesce(counted.active, 0) as active, coalesce(counted.introduced_but_exempt, 0) as introduced_but_exempt, coalesce(counted.exempt_from_introduction, 0) as exempt_from_introduction,
                coalesce(counted.not_applicable, 0) as not_applicable, coalesce(counted.without_follower, 0) as without_follower
            from unnest({sql.Keys}) as asked(key)
            left join (
                select places.key,
                    sum({coverage[c => c.Normal]} + {coverage[c => c.IntroducedButExempt]})::int as total,
                    sum({coverage[c => c.Normal]} + {coverage[c => c.IntroducedButExempt]} - {coverage[c => c.ToIntroduce]})::int as introduced,
                    sum({coverage[c => c.ToIntroduce]})::int as to_introduce,
                    sum({coverage[c => c.LetterIssued]})::int as not_confirmed,
                    sum({coverage[c => c.Received]})::int as received,
                    sum({coverage[c => c.Assigned]})::int as assigned,
                    sum({coverage[c => c.Active]})::int as active,
                    sum({coverage[c => c.IntroducedButExempt]})::int as introduced_but_exempt,
                    sum({coverage[c => c.ExemptFromIntroduction]})::int as exempt_from_introduction,
                    sum({coverage[c => c.NotApplicable]})::int as not_applicable,
                    sum({coverage[c => c.WithoutFollower]})::int as without_follower
                from ({Places(sql)}) as places
                join {coverage} on {coverage[c => c.OrganizationId]} = places.organization_id
                group by places.key
            ) as counted on counted.key = asked.key
            """;
    });

    /// <summary>Whose counts make up those of an organization: its own where it is a cell or a grassroots organization, else those of the grassroots organizations below it.</summary>
    private static Sql Places(StatementSql sql) =>
        $"""
        select asked.key, asked.key as organization_id from unnest({sql.Keys}) as asked(key)
        union
        select above.organization_id, grassroots.organization_id
        from {sql.Tree("above", sql.Today)}
        join {sql.Tree("grassroots", sql.Today)} on {sql.IsBelow("grassroots", "above")} and grassroots.kind in ('GRASSROOTS_COMMITTEE', 'GRASSROOTS_CELL')
        where above.organization_id = any ({sql.Keys}) and above.kind in ('PROVINCIAL', 'DIRECT_SUPERIOR')
        """;
}

/// <summary>The counts of each grassroots organization below.</summary>
internal sealed class GrassrootsCoverage() : EntityTypeExtension("OrganizationResidenceLiaison")
{
    protected override void Define(EntityExtensionBuilder liaison) => liaison.StatementList<CoverageOfGrassroots>(
            "grassroots", "How many are introduced in each grassroots organization at or below it, those with the smallest share first.", DataClass.Internal, CountEach)
        .Requires(ResidenceLiaisonPermissions.Count);

    private static void CountEach(StatementBuilder count) => count.Sql(sql =>
    {
        var coverage = sql.Table<CoverageCount>("coverage");
        return $"""
            select above.organization_id as key, grassroots.organization_id,
                coalesce({coverage[c => c.Normal]} + {coverage[c => c.IntroducedButExempt]}, 0) as total,
                coalesce({coverage[c => c.Normal]} + {coverage[c => c.IntroducedButExempt]} - {coverage[c => c.ToIntroduce]}, 0) as introduced
            from {sql.Tree("above", sql.Today)}
            join {sql.Tree("grassroots", sql.Today)} on {sql.IsBelow("grassroots", "above")} and grassroots.kind in ('GRASSROOTS_COMMITTEE', 'GRASSROOTS_CELL')
            left join {coverage} on {coverage[c => c.OrganizationId]} = grassroots.organization_id
            where above.organization_id = any ({sql.Keys})
            order by coalesce({coverage[c => c.ToIntroduce]}, 0)::float8 / nullif({coverage[c => c.Normal]} + {coverage[c => c.IntroducedButExempt]}, 0) desc nulls last,
                grassroots.organization_id
            """;
    });
}
