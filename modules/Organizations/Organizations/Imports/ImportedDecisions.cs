using Modular.Kernel.Postgres.Imports;

namespace Modular.Organizations.Imports;

/// <summary>
/// Decisions beside the rows of a file, in the columns <c>decision_number</c>, <c>decided_on</c> and <c>authority</c>: rows with the same
/// decision share one document, which takes the identifier of the first of them.
/// </summary>
internal static class ImportedDecisions
{
    public static void Prepare(ImportFormatBuilder format) => format
        .Staged("decision_id", "uuid")
        .Prepare(
            """
            update staged set decision_id = shared.id
            from (
                select row_number, first_value(id) over (partition by decision_number, decided_on, authority order by row_number) as id
                from staged where decision_number is not null
            ) as shared
            where shared.row_number = staged.row_number
            """);

    public static void Check(ImportFormatBuilder format) => format.Check("decision_number", new DecisionIsIncomplete(),
        "select row_number from staged where num_nonnulls(decision_number, decided_on, authority) between 1 and 2");

    public static void Apply(ImportFormatBuilder format) => format.Apply(
        """
        insert into organizations.decision_document (province_id, id, number, decided_on, authority)
        select distinct on (decision_id) @province, decision_id, decision_number, decided_on, authority
        from accepted where decision_id is not null
        """);
}
