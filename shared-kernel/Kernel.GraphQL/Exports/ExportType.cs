using Modular.Kernel.Access;

namespace Modular.Kernel.GraphQL.Exports;

internal sealed class ExportType : EntityType<Export, ExportsDbContext>
{
    private const string ShownTo = "Whoever asked sees it; others where they hold `exports.read` at its organization.";

    protected override void Define(EntityTypeBuilder<Export> export)
    {
        export.Name("Export").Describe("A list that somebody takes away as a file (lần xuất dữ liệu): who, what, what for, who approved, how many rows.").Public(ShownTo).IsNode();

        export.Field(e => e.Id, "What stands in the file, and in the address where it is fetched: `/{province}/exports/{fileId}`.", DataClass.Internal).Named("fileId");
        export.Field(e => e.Version, DataClass.Internal);
        export.Reference("organization", "Organization", e => e.OrganizationId, "The organization that it is about; null where it is about the province, or several places.", DataClass.Internal);
        export.Field(e => e.UserName, DataClass.Basic).Named("requestedBy");
        export.Computed<bool>("isMine", "Whether you asked for it.", DataClass.Internal, row => $"({row[e => e.UserId]} = {row.Viewer})");
        export.Field(e => e.RequestedAt, DataClass.Internal);
        export.Field(e => e.Title, DataClass.Basic);
        export.Field(e => e.Purpose, DataClass.Basic);
        export.Field(e => e.Format, DataClass.Internal);
        export.Field(e => e.Document, DataClass.Basic).Named("query");
        export.Field(e => e.Variables, DataClass.Basic);
        export.Field(e => e.List, DataClass.Internal);
        export.Field(e => e.Columns, DataClass.Internal);
        export.Field(e => e.Headings, DataClass.Internal);
        export.Field(e => e.IsSensitive, DataClass.Internal);
        export.Field(e => e.State, DataClass.Internal);
        export.Field(e => e.DecidedAt, DataClass.Internal);
        export.Field(e => e.DecidedByName, DataClass.Basic).Named("decidedBy");
        export.Field(e => e.DecidedBecause, DataClass.Basic);
        export.Field(e => e.FinishedAt, DataClass.Internal);
        export.Field(e => e.ExpiresAt, DataClass.Internal);
        export.Field(e => e.RowsWritten, DataClass.Internal);
        export.Field(e => e.Bytes, DataClass.Internal);
        export.Field(e => e.ContentHash, DataClass.Internal);
        export.Field(e => e.ProblemCode, DataClass.Internal);

        export.Filter(e => e.State).Filter(e => e.Format).Filter(e => e.List).Filter(e => e.IsSensitive).Filter(e => e.RowsWritten).Filter(e => e.RequestedAt);
        export.Filter<string>("requestedBy", "Those of one user, by the name under which they sign in.", (row, value) => $"{row[e => e.UserName]} = {value}");
        export.Filter<bool>("mine", "Those that you asked for, or the others.", (row, value) => $"({row[e => e.UserId]} = {row.Viewer}) = {value}");
        export.FilterByOrganization("organization", "Those about an organization, with all below it unless you say otherwise.", e => e.OrganizationId);
        export.Sortable("REQUESTED", e => e.RequestedAt).Sortable("ROWS", e => e.RowsWritten).SortedBy("REQUESTED", descending: true);
    }
}

internal sealed class ExportFields : QueryFields
{
    protected override void Define(QueryBuilder query)
    {
        query.ById<Export>("export", "One export by its id.");
        query.Connection<Export>("exports", "What was exported, or is to be (nhật ký xuất dữ liệu), the latest first: your own, and those of organizations where you may see them.");
    }
}
