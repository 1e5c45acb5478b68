using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL.WorkItems;

internal sealed class WorkItemQueries : QueryFields
{
    protected override void Define(QueryBuilder query)
    {
        query.ById<WorkItem>("workItem", "One work item by its id, open or closed.");
        query.Connection<WorkItem>("workItems", "What is due and not done (việc phải làm), overdue first.").Only<WorkItem>(IsOpen);
        query.Connection<WorkItem>("closedWorkItems", "What was due once: done, cancelled or superseded, the latest first.")
            .Only<WorkItem>(row => $"{row[i => i.State]} <> 'OPEN'").SortedBy("CLOSED", descending: true);
        query.StatementList<WorkItemCount>(
            "workItemCounts", "How much is open of each kind; kinds without open items are left out.", DataClass.Internal, DefineCounts).Public(WorkItemType.ShownTo);
    }

    /// <summary>As a literal, so that PostgreSQL knows the partial indexes to fit.</summary>
    internal static Sql IsOpen(SqlRow<WorkItem> row) => $"{row[i => i.State]} = 'OPEN'";

    private static void DefineCounts(StatementBuilder counts)
    {
        var organization = counts.OptionalId("organizationId", "Organization", "Only items of this organization and all below it.");
        var soon = counts.OptionalArgument<int>("soonDays", "How many days ahead are soon; 30 where it is left out.");
        counts.Sql(sql =>
        {
            var item = sql.Table<WorkItem>("item");
            var at = sql.Given(organization)
                ? (Sql)$"""
                    {item[i => i.OrganizationId]} in (
                        select below.organization_id from {sql.Tree("above", sql.Today)} join {sql.Tree("below", sql.Today)} on {sql.IsBelow("below", "above")}
                        where above.organization_id = {organization})
                    """
                : Sql.Text("true");
            return $"""
                select {item[i => i.KindId]} as kind_id, count(*)::integer as open,
                    (count(*) filter (where {item[i => i.DueOn]} < {sql.Today}))::integer as overdue,
                    (count(*) filter (where {item[i => i.DueOn]} >= {sql.Today} and {item[i => i.DueOn]} <= {sql.Today} + coalesce({soon}, 30)))::integer as soon,
                    (count(*) filter (where {item[i => i.AssigneeId]} = {item.Viewer}))::integer as mine
                from {item} where {IsOpen(item)} and {at}
                group by 1 order by 3 desc, 2 desc, 1
                """;
        });
    }
}

/// <summary>How many items of a kind are open (số việc theo loại).</summary>
/// <param name="KindId">The identifier of the kind.</param>
/// <param name="Open">Open ones, overdue ones included.</param>
/// <param name="Overdue">Those whose last day is past (quá hạn).</param>
/// <param name="Soon">Those whose last day is today or soon (sắp đến hạn).</param>
/// <param name="Mine">Those that were given to you.</param>
internal sealed record WorkItemCount(
    [Classified(DataClass.Internal)] string KindId,
    [Classified(DataClass.Internal)] int Open,
    [Classified(DataClass.Internal)] int Overdue,
    [Classified(DataClass.Internal)] int Soon,
    [Classified(DataClass.Internal)] int Mine);
