using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Reads;
using Modular.Organizations.Register;

namespace Modular.Organizations.Statistics;

/// <summary>
/// How the number of organizations of a kind changed between two days: <c>opening + founded + movedIn + changedIn − merged − split − dissolved − disbanded − ended − movedOut − changedOut = closing</c>.
/// </summary>
/// <param name="Kind">The kind's code.</param>
/// <param name="Opening">How many there were at the end of the first day.</param>
/// <param name="Founded">Founded since (thành lập).</param>
/// <param name="MovedIn">Moved here from elsewhere in the province (chuyển đến).</param>
/// <param name="ChangedIn">Turned into this kind (nâng cấp, hạ cấp, chuyển đổi thành loại hình này).</param>
/// <param name="Merged">Merged into others (hợp nhất, sáp nhập).</param>
/// <param name="Split">Split into others (chia tách).</param>
/// <param name="Dissolved">Dissolved (giải thể).</param>
/// <param name="Disbanded">Disbanded as a disciplinary measure (giải tán).</param>
/// <param name="Ended">Ended their activity (kết thúc hoạt động).</param>
/// <param name="MovedOut">Moved elsewhere in the province (chuyển đi).</param>
/// <param name="ChangedOut">Turned into another kind (chuyển đổi sang loại hình khác).</param>
/// <param name="Closing">How many there were at the end of the last day.</param>
[Classified(DataClass.Internal)]
internal sealed record OrganizationMovement(
    string Kind,
    int Opening,
    int Founded,
    int MovedIn,
    int ChangedIn,
    int Merged,
    int Split,
    int Dissolved,
    int Disbanded,
    int Ended,
    int MovedOut,
    int ChangedOut,
    int Closing);

/// <summary>Compares the trees of two days. What came and went again in between is in neither.</summary>
internal static class OrganizationMovements
{
    public static void Define(StatementBuilder movement)
    {
        var root = movement.OptionalId("organization", "Organization", "Below which organization; the root of the province where it is left out.");
        var since = movement.Argument<DateOnly>("since", "The day at whose end counting opens, for a year the last day of the one before.");
        var until = movement.Argument<DateOnly>("until", "The day at whose end counting closes.");
        movement.Sql(sql =>
        {
            var organization = sql.Table<Organization>("organization");
            var start = sql.Given(root) ? (Sql)$"top.organization_id = {root}" : Sql.Text("top.parent_id is null");
            var ended = (Sql)$"({organization[o => o.EndedOn]} <= {until})";
            var founded = (Sql)$"({organization[o => o.FoundedOn]} > {since})";
            return $"""
                with opening as (
                    select node.organization_id, node.kind from {sql.Tree("top", since)}
                    join {sql.Tree("node", since)} on {sql.IsBelow("node", "top")} and node.depth > top.depth where {start}
                ), closing as (
                    select node.organization_id, node.kind from {sql.Tree("top", until)}
                    join {sql.Tree("node", until)} on {sql.IsBelow("node", "top")} and node.depth > top.depth where {start}
                ), compared as (
                    select opening.kind as kind_before, closing.kind as kind_after, coalesce({founded}, false) as is_new,
                        case when {ended} then {organization[o => o.State]} end as ended_as
                    from opening full join closing on closing.organization_id = opening.organization_id
                    join {organization} on {organization[o => o.Id]} = coalesce(opening.organization_id, closing.organization_id)
                ), lines as (
                    select kind_before as kind, 1 as opening, 0 as founded, 0 as moved_in, 0 as changed_in,
                        (kind_after is null and ended_as is not distinct from 'MERGED')::int as merged, (kind_after is null and ended_as is not distinct from 'SPLIT')::int as split,
                        (kind_after is null and ended_as is not distinct from 'DISSOLVED')::int as dissolved, (kind_after is null and ended_as is not distinct from 'DISBANDED_BY_DISCIPLINE')::int as disbanded,
                        (kind_after is null and ended_as is not distinct from 'ENDED')::int as ended, (kind_after is null and ended_as is null)::int as moved_out,
                        (kind_after is distinct from kind_before and kind_after is not null)::int as changed_out, 0 as closing
                    from compared where kind_before is not null
                    union all
                    select kind_after, 0, (kind_before is null and is_new)::int, (kind_before is null and not is_new)::int,
                        (kind_before is not null and kind_before <> kind_after)::int, 0, 0, 0, 0, 0, 0, 0, 1
                    from compared where kind_after is not null
                )
                select kind, sum(opening)::int as opening, sum(founded)::int as founded, sum(moved_in)::int as moved_in, sum(changed_in)::int as changed_in,
                    sum(merged)::int as merged, sum(split)::int as split, sum(dissolved)::int as dissolved, sum(disbanded)::int as disbanded,
                    sum(ended)::int as ended, sum(moved_out)::int as moved_out, sum(changed_out)::int as changed_out, sum(closing)::int as closing
                from lines group by kind order by kind
                """;
        });
    }
}
