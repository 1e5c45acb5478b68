using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;

namespace Modular.Members.Headcounts;

/// <summary>How many cells there are of a size (chi bộ theo quy mô).</summary>
/// <param name="Least">The least number of members of a cell of this size.</param>
/// <param name="Most">The greatest; null for the largest cells.</param>
/// <param name="Count">How many cells.</param>
[Classified(DataClass.Internal)]
internal sealed record CellSizeCount(int Least, int? Most, int Count);

/// <summary>Counts cells by the sizes that the rules tell apart: below 3 (ORG-02), below 9 (ORG-07), below 30 (ORG-04), from 50 on (ORG-15).</summary>
internal static class CellSizes
{
    public static void Define(StatementBuilder sizes)
    {
        var day = sizes.AsOf();
        sizes.Sql(sql =>
        {
            var headcount = sql.Table<Headcount>("headcount");
            return $"""
                select asked.key, size.least, size.most, count(counted.members)::int as count
                from unnest({sql.Keys}) as asked(key)
                cross join (values (0, 2), (3, 8), (9, 29), (30, 49), (50, null::int)) as size (least, most)
                left join (
                    select top.organization_id as key, coalesce(newest.members, 0) as members
                    from {sql.Tree("top", day)} join {sql.Tree("cell", day)} on {sql.IsBelow("cell", "top")} and cell.kind in ('CELL', 'GRASSROOTS_CELL')
                    left join lateral (
                        select {headcount[h => h.Official]} + {headcount[h => h.Probationary]} as members
                        from {headcount}
                        where {headcount[h => h.OrganizationId]} = cell.organization_id and {headcount[h => h.FirstDay]} <= {day}
                        order by {headcount[h => h.FirstDay]} desc
                        limit 1
                    ) as newest on true
                    where top.organization_id = any ({sql.Keys})
                ) as counted on counted.key = asked.key and counted.members >= size.least and (size.most is null or counted.members <= size.most)
                group by asked.key, size.least, size.most order by size.least
                """;
        });
    }
}
