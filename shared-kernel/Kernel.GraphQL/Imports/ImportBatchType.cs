using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Imports;

namespace Modular.Kernel.GraphQL.Imports;

internal sealed class ImportBatchType : EntityType<StoredBatch, ImportsDbContext>
{
    protected override void Define(EntityTypeBuilder<StoredBatch> batch)
    {
        batch.Name("ImportBatch").Describe("A file that was taken in, and what came out (lần nhập dữ liệu).");
        batch.Public("It is reached only through fields that ask whether the user may see it.");

        batch.Field(b => b.Id, "The identifier.", DataClass.Internal);
        batch.Field(b => b.Format, DataClass.Internal);
        batch.Field(b => b.Mode, DataClass.Internal);
        batch.Computed<ImportState>(
            "state",
            "What has become of it. While it is `RUNNING`, ask again.",
            DataClass.Internal,
            row => $"case when {row[b => b.State]} = 'RUNNING' and {row[b => b.AliveAt]} < now() - interval '1 minute' then 'INTERRUPTED' else {row[b => b.State]} end");
        batch.Field(b => b.FileName, DataClass.Internal);
        batch.Field(b => b.FileBytes, DataClass.Internal);
        batch.Field(b => b.UserName, DataClass.Internal);
        batch.Field(b => b.StartedAt, DataClass.Internal);
        batch.Field(b => b.FinishedAt, DataClass.Internal);
        batch.Field(b => b.Stage, DataClass.Internal);
        batch.Field(b => b.Progress, DataClass.Internal);
        batch.Field(b => b.RowsRead, DataClass.Internal);
        batch.Field(b => b.RowsWithErrors, DataClass.Internal);
        batch.Field(b => b.RowsWithWarnings, DataClass.Internal);
        batch.Field(b => b.RowsApplied, DataClass.Internal);
        batch.Field(b => b.RowsAppliedBefore, DataClass.Internal);
        batch.Field(b => b.UnknownHeaders, DataClass.Internal);
        batch.Field(b => b.ProblemCode, DataClass.Internal);
        batch.Field(b => b.UndoneAt, DataClass.Internal);
        batch.Field(b => b.UndoneByName, DataClass.Internal);
        batch.Field(b => b.UndoneBecause, DataClass.Internal);
        batch.Connection<StoredVerdict>("verdicts", v => v.BatchId, "What is to be said about rows and cells, in the order of rows.");
    }
}

internal sealed class ImportVerdictType : EntityType<StoredVerdict, ImportsDbContext>
{
    protected override void Define(EntityTypeBuilder<StoredVerdict> verdict)
    {
        verdict.Name("ImportVerdict").Describe("What is to be said about a row or a cell of a file.");
        verdict.Public("It is reached only through its batch.");

        verdict.Field(v => v.RowNumber, DataClass.Internal);
        verdict.Field(v => v.ColumnName, DataClass.Internal);
        verdict.Field(v => v.Severity, DataClass.Internal);
        verdict.Field(v => v.Code, DataClass.Internal);
        verdict.Field(v => v.RuleId, DataClass.Internal);
        verdict.Field(v => v.RuleInstrument, DataClass.Internal);

        verdict.Filter(v => v.Severity);
        verdict.Filter(v => v.Code);
        verdict.Filter(v => v.ColumnName);
        verdict.Sortable("ROW", v => v.Position);
    }
}
