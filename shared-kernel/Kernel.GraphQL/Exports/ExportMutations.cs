using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Documents;
using Modular.Kernel.Results;

namespace Modular.Kernel.GraphQL.Exports;

/// <summary>A list that is to be taken away as a file.</summary>
internal sealed record RequestExportInput
{
    /// <summary>
    /// The query: one list whose `first` and `after` are variables, which selects `hasNextPage` and `endCursor` of `pageInfo`, and `nodes` (or `node` of `edges`). What it selects of a
    /// row becomes the columns. It is asked page by page with your own rights, as if you asked it yourself.
    /// </summary>
    public required string Query { get; init; }

    /// <summary>The variables of the query but those of the pages, as a JSON object in a text.</summary>
    public string? Variables { get; init; }

    /// <summary>The kind of file.</summary>
    public required DocumentFormat Format { get; init; }

    /// <summary>What stands above the rows (tên danh sách); at most 200 characters.</summary>
    public required string Title { get; init; }

    /// <summary>What the data are taken out for (mục đích), 5 to 200 characters; it stands in the file, and in the log of sensitive reads.</summary>
    public required string Purpose { get; init; }

    /// <summary>The columns, where not all that the query selects are wanted, or in another order, or under other headings.</summary>
    public IReadOnlyList<ExportColumnInput>? Columns { get; init; }
}

/// <summary>A column of the file.</summary>
internal sealed record ExportColumnInput
{
    /// <summary>The keys from a row to the value in the response, with dots: `organization.name`.</summary>
    public required string Path { get; init; }

    /// <summary>What stands above it; the term of the schema where it is left out.</summary>
    public string? Heading { get; init; }
}

/// <summary>An export that somebody else may have.</summary>
internal sealed record ApproveExportInput
{
    /// <summary>The export.</summary>
    [ID("Export")]
    public required Guid Id { get; init; }

    /// <summary>The version that the caller saw.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>Why (lý do).</summary>
    public string? Reason { get; init; }
}

/// <summary>An export that somebody else may not have.</summary>
internal sealed record RefuseExportInput
{
    /// <summary>The export.</summary>
    [ID("Export")]
    public required Guid Id { get; init; }

    /// <summary>The version that the caller saw.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>Why (lý do).</summary>
    public required string Reason { get; init; }
}

/// <summary>An export of one's own that is not wanted any more.</summary>
internal sealed record WithdrawExportInput
{
    /// <summary>The export.</summary>
    [ID("Export")]
    public required Guid Id { get; init; }

    /// <summary>The version that the caller saw.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>Why (lý do).</summary>
    public string? Reason { get; init; }
}

[MutationType]
internal static class ExportMutations
{
    /// <summary>
    /// Asks for a list as a file (xuất danh sách). What shows sensitive data waits until somebody else has approved it; the rest is written at once. Follow `exportProgress`, then fetch
    /// `/{province}/exports/{id}` with your token until it expires. Send an `Idempotency-Key`, so that a retry makes no second file.
    /// </summary>
    [Requires(ExportPermissions.Request)]
    [Error<ExportQueryIsNotValid>]
    [Error<ExportTakesOneList>]
    [Error<ExportTakesAPermission>]
    [Error<ExportHasNoSuchColumn>]
    [Error<TooManyExportsAtOnce>]
    public static Task<Result<Export>> RequestExportAsync(
        RequestExportInput input, ExportRequesting requesting, CancellationToken cancellationToken) => requesting.RunAsync(input, cancellationToken);

    /// <summary>Approves an export of sensitive data (duyệt xuất dữ liệu); it is then written with the rights of whoever asked. Nobody approves their own.</summary>
    [Requires(ExportPermissions.Approve)]
    [Error<OwnExportIsDecidedByOthers>]
    [Error<ExportIsNotYoursToDecide>]
    [Error<ExportIsInAnotherState>]
    public static Task<Result<Export>> ApproveExportAsync(
        ApproveExportInput input, ExportDeciding deciding, CancellationToken cancellationToken) => deciding.ApproveAsync(input, cancellationToken);

    /// <summary>Refuses an export of sensitive data (từ chối xuất dữ liệu).</summary>
    [Requires(ExportPermissions.Approve)]
    [Error<OwnExportIsDecidedByOthers>]
    [Error<ExportIsNotYoursToDecide>]
    [Error<ExportIsInAnotherState>]
    public static Task<Result<Export>> RefuseExportAsync(
        RefuseExportInput input, ExportDeciding deciding, CancellationToken cancellationToken) => deciding.RefuseAsync(input, cancellationToken);

    /// <summary>Takes one's own export back (thu hồi): it is not written, or its file is deleted.</summary>
    [Requires(ExportPermissions.Request)]
    [Error<ExportIsSomebodyElses>]
    [Error<ExportIsInAnotherState>]
    public static Task<Result<Export>> WithdrawExportAsync(
        WithdrawExportInput input, ExportDeciding deciding, CancellationToken cancellationToken) => deciding.WithdrawAsync(input, cancellationToken);
}
