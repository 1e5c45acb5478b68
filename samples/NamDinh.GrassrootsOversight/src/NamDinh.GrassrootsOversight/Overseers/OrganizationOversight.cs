using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;

namespace NamDinh.GrassrootsOversight.Overseers;

/// <summary>Visits and recommendations of a quarter (R26).</summary>
/// <param name="Assignments">How many assignments hold on the last day of the quarter.</param>
/// <param name="CellsCovered">How many cells have somebody in charge on that day.</param>
/// <param name="VisitsRequired">How many visits these assignments ask for in the quarter.</param>
/// <param name="VisitsMade">How many visits were made in the quarter.</param>
/// <param name="OpenRecommendations">How many recommendations are open today.</param>
/// <param name="OverdueRecommendations">How many of these are past their last day.</param>
[Classified(DataClass.Internal)]
internal sealed record OversightFigures(int Assignments, int CellsCovered, int VisitsRequired, int VisitsMade, int OpenRecommendations, int OverdueRecommendations);

/// <summary>What oversight adds to organizations.</summary>
internal sealed class OrganizationOversight() : EntityTypeExtension("Organization")
{
    protected override void Define(EntityExtensionBuilder organization)
    {
        organization.Connection<Assignment>("oversightAssignments", a => a.CellId, "Who is, or was, in charge of the cell.").IncludesSubtree();
        organization.Connection<Visit>("oversightVisits", v => v.CellId, "The visits to the cell, the latest first.").IncludesSubtree();
        organization.Statement<OversightFigures>(
                "oversightFigures", "Visits and recommendations of a quarter, of the organization and all below it, as far as the user's rights reach (R26).", DataClass.Internal, Count)
            .Requires(OversightPermissions.Read);
    }

    private static void Count(StatementBuilder figures)
    {
        var day = figures.AsOf("A day of the quarter; today where left out.");
        figures.Sql(sql =>
        {
            var assignment = sql.Table<Assignment>("assignment");
            var visit = sql.Table<Visit>("visit");
            var recommendation = sql.Table<Recommendation>("recommendation");
            return $"""
                with quarter as (
                    select date_trunc('quarter', {day}::timestamp)::date as begins, (date_trunc('quarter', {day}::timestamp) + interval '3 months')::date as ends
                ),
                places as materialized (
                    select above.organization_id as key, place.organization_id
                    from {sql.Tree("above", sql.Today)} join {sql.Tree("place", sql.Today)} on {sql.IsBelow("place", "above")}
                    where above.organization_id = any ({sql.Keys})
                ),
                assigned as (
                    select places.key, count(*)::int as assignments, count(distinct places.organization_id)::int as cells, sum({assignment[a => a.VisitsAQuarter]})::int as required
                    from quarter cross join places join {assignment} on {assignment[a => a.CellId]} = places.organization_id
                    where {assignment[a => a.FromOn]} < quarter.ends and ({assignment[a => a.ToOn]} is null or {assignment[a => a.ToOn]} >= quarter.ends)
                    group by places.key
                ),
                visited as (
                    select places.key, count(*)::int as visits
                    from quarter cross join places join {visit} on {visit[v => v.CellId]} = places.organization_id
                    where {visit[v => v.VisitedOn]} >= quarter.begins and {visit[v => v.VisitedOn]} < quarter.ends
                    group by places.key
                ),
                raised as (
                    select places.key, count(*)::int as open, (count(*) filter (where {recommendation[r => r.DueOn]} < {sql.Today}))::int as overdue
                    from places join {recommendation} on {recommendation[r => r.CellId]} = places.organization_id
                    where {recommendation[r => r.AnsweredOn]} is null
                    group by places.key
                )
                select asked.key, coalesce(assigned.assignments, 0) as assignments, coalesce(assigned.cells, 0) as cells_covered,
                    coalesce(assigned.required, 0) as visits_required, coalesce(visited.visits, 0) as visits_made,
                    coalesce(raised.open, 0) as open_recommendations, coalesce(raised.overdue, 0) as overdue_recommendations
                from unnest({sql.Keys}) as asked(key)
                left join assigned on assigned.key = asked.key left join visited on visited.key = asked.key left join raised on raised.key = asked.key
                """;
        });
    }
}
