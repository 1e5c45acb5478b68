using Modular.Kernel.Results;

namespace Modular.Kernel.Postgres.Retention;

/// <summary>Records of a province that serve nobody any more when they have come of age, and that go without anybody's approval.</summary>
/// <param name="Name">The stable name, for instance <c>idempotency-keys</c>.</param>
/// <param name="Title">What they are, for people.</param>
/// <param name="KeptFor">How long they are kept; no instrument fixes it.</param>
/// <param name="Table">The table with its schema.</param>
/// <param name="IsOld">Whether a row, called <c>row</c>, of the province <c>$1</c> is from before the moment <c>$2</c>: an SQL condition.</param>
public sealed record AgedRecords(string Name, LocalizedText Title, TimeSpan KeptFor, string Table, string IsOld)
{
    /// <summary>Counts the rows that are from before the moment <c>$2</c>.</summary>
    internal string CountSql => $"select count(*) from {Table} as row where row.province_id = $1 and {IsOld}";

    /// <summary>Removes them and answers how many there were; <c>$3</c> says which modules listen to which events.</summary>
    internal string RemoveSql { get; init; } =
        $"with removed as (delete from {Table} as row where row.province_id = $1 and {IsOld} and $3::jsonb is not null returning 1) select count(*) from removed";
}

/// <summary>All kinds of records that go by themselves.</summary>
public static class AgedRecordsCatalog
{
    /// <summary>The kinds. Sessions, wrong tries and files of exports end by themselves too, each by its own settings.</summary>
    public static IReadOnlyList<AgedRecords> All { get; } =
    [
        new(
            "idempotency-keys", new LocalizedText("Khóa chống lặp yêu cầu", "Keys that make a repeated request safe"), TimeSpan.FromDays(30),
            "kernel.idempotency_keys", "row.created_at < $2"),
        new(
            "delivered-events", new LocalizedText("Sự kiện đã chuyển tới các mô-đun", "Events that all modules have had"), TimeSpan.FromDays(90),
            "kernel.outbox", "row.occurred_at < $2")
        {
            RemoveSql = "select kernel.remove_delivered_events($2, $3) where $1::smallint is not null",
        },
        // The batch stays with its counts, and what it made can still be undone; only what was said of rows goes, because it may quote them.
        new(
            "import-verdicts", new LocalizedText("Nhận xét từng dòng của tệp đã nhập", "What was said of rows of imported files"), TimeSpan.FromDays(365),
            "kernel.import_verdicts",
            "row.batch_id in (select batch.id from kernel.import_batches as batch where batch.province_id = $1 and batch.verdicts > 0 and batch.finished_at < $2)"),
        new(
            "closed-work-items", new LocalizedText("Việc đến hạn đã đóng", "Closed work items"), TimeSpan.FromDays(5 * 365),
            "kernel.work_items", "row.state <> 'OPEN' and row.closed_at < $2"),
    ];
}
