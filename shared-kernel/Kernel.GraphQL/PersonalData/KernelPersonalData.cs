using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Retention;

namespace Modular.Kernel.GraphQL.PersonalData;

/// <summary>What the kernel itself keeps about persons: what was changed of their records, who was shown them, what is due about them.</summary>
internal static class KernelPersonalData
{
    private const string Owner = "kernel";

    public static IReadOnlyList<PersonalDataTable> Tables { get; } =
    [
        new()
        {
            Owner = Owner,
            Name = "Edit",
            Description = "A change of something that belongs to the person: who made it, when, before and after (thay đổi dữ liệu của người này).",
            Table = "kernel.edits",
            IsAbout = "row.subject_id = $2",
            LeftOut = ["generation", "transaction_id", "sequence"],
        },
        new()
        {
            Owner = Owner,
            Name = "SensitiveRead",
            Description = "Somebody was shown sensitive data of the person: who, when, which, what for (lần xem dữ liệu nhạy cảm).",
            Table = "kernel.sensitive_reads",
            IsAbout = "row.id in (select read.id from kernel.reads_of_subject($2, 'infinity', 2147483647) as read)",
            LeftOut = ["generation", "transaction_id", "sequence"],
        },
        new()
        {
            Owner = Owner,
            Name = "MergedRow",
            Description = "What a row was before two records of the person became one (dữ liệu trước khi gộp hồ sơ).",
            Table = "kernel.merged_rows",
            IsAbout = "row.subject_id = $2",
            IsOf = "row.subject_id = $2",
            // Whole rows, contact data among them, so they go with those.
            Erased =
            [
                new ErasedColumn("before", "'{}'", RetentionClass.Contact),
                new ErasedColumn("after", "case when row.after is not null then '{}'::jsonb end", RetentionClass.Contact),
            ],
        },
        new()
        {
            Owner = Owner,
            Name = "WorkItem",
            Description = "Something that is or was due about the person (việc đến hạn về người này).",
            Table = "kernel.work_items",
            IsAbout = "row.member_id = $2",
            IsOf = "row.member_id = $2",
            Erased = [new ErasedColumn("note", "null", RetentionClass.FreeText, "note")],
            VersionColumn = "version",
            HistoryOfItsOwn = "work-items.WorkItem",
            WhenMerged = MergeTreatment.Follows,
        },
    ];
}
