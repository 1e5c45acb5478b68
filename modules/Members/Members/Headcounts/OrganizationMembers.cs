using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Reads;
using Modular.Members.Cells;
using Modular.Members.Contracts;
using Modular.Members.People;

namespace Modular.Members.Headcounts;

/// <summary>What the module adds to organizations.</summary>
internal sealed class OrganizationMembers() : EntityTypeExtension("Organization")
{
    protected override void Define(EntityExtensionBuilder organization)
    {
        organization.Connection<Member>("members", m => m.OrganizationId, "The persons on the organization's list today.").IncludesSubtree();
        organization.Connection<CellAssignment>(
            "memberAssignments", a => a.OrganizationId, "Who belonged to the organization, or was active there for a time, on a day.").IncludesSubtree();

        organization.Statement<int>(
            "memberCount", "Counted membership (đảng số): official and probationary members, temporary ones at home only (MEM-29).", DataClass.Internal, count =>
            {
                var scope = new HeadcountScope(count);
                count.Sql(sql => $"select listed.key, sum(listed.official + listed.probationary)::int as value from ({scope.Of(sql)}) as listed group by listed.key");
            }).Requires(MembersPermissions.Count);
        organization.Statement<MembershipCount>(
            "membership", "Counted membership by status.", DataClass.Internal, count =>
            {
                var scope = new HeadcountScope(count);
                count.Sql(sql => $"""
                    select listed.key, sum(listed.official)::int as official, sum(listed.probationary)::int as probationary,
                        sum(listed.applicants)::int as applicants, sum(listed.sympathizers)::int as sympathizers
                    from ({scope.Of(sql)}) as listed group by listed.key
                    """);
            }).Requires(MembersPermissions.Count);
        organization.StatementList<CellSizeCount>(
            "cellSizes", "How many cells at or below it have fewer than 3, 3 to 8, 9 to 29, 30 to 49, 50 or more official and probationary members on a day (chi bộ theo quy mô).", DataClass.Internal, CellSizes.Define)
            .Requires(MembersPermissions.Count);
    }
}

/// <summary>The counted membership of an organization by status (đảng số theo tình trạng).</summary>
/// <param name="Official">Official members (đảng viên chính thức).</param>
/// <param name="Probationary">Probationary members (đảng viên dự bị).</param>
/// <param name="Applicants">Applicants (người xin vào Đảng), who are not members yet.</param>
/// <param name="Sympathizers">Sympathizers (quần chúng ưu tú), who are not members yet.</param>
[Classified(DataClass.Internal)]
internal sealed record MembershipCount(int Official, int Probationary, int Applicants, int Sympathizers);

/// <summary>The headcounts of the cells in question on the day in question, each with the organization that asks.</summary>
internal sealed class HeadcountScope(StatementBuilder count)
{
    private readonly SqlArgument<DateOnly> asOf = count.AsOf();
    private readonly SqlArgument<bool> includeSubtree = count.Flag("includeSubtree", "Counts all organizations below too, by the tree of that day.");

    /// <summary>One row a cell: the newest numbers that are not younger than the day, found by one look into the index.</summary>
    public Sql Of(StatementSql sql)
    {
        var headcount = sql.Table<Headcount>("headcount");
        var cells = sql.Is(includeSubtree)
            ? (Sql)$"""
                select above.organization_id as key, below.organization_id
                from {sql.Tree("above", asOf)} join {sql.Tree("below", asOf)} on {sql.IsBelow("below", "above")}
                where above.organization_id = any ({sql.Keys})
                """
            : $"select asked.key, asked.key as organization_id from unnest({sql.Keys}) as asked(key)";
        return $"""
            select cell.key, newest.official, newest.probationary, newest.applicants, newest.sympathizers
            from ({cells}) as cell
            join lateral (
                select {headcount[h => h.Official]} as official, {headcount[h => h.Probationary]} as probationary,
                    {headcount[h => h.Applicants]} as applicants, {headcount[h => h.Sympathizers]} as sympathizers
                from {headcount}
                where {headcount[h => h.OrganizationId]} = cell.organization_id and {headcount[h => h.FirstDay]} <= {asOf}
                order by {headcount[h => h.FirstDay]} desc
                limit 1
            ) as newest on true
            """;
    }
}
