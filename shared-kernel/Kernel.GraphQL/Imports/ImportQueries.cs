using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Postgres.Provinces;
using Modular.Kernel.Provinces;
using Modular.Kernel.Results;

namespace Modular.Kernel.GraphQL.Imports;

/// <summary>A kind of file that is taken in (mẫu nhập dữ liệu).</summary>
/// <param name="Id">The identifier, for <c>importFile</c>.</param>
/// <param name="Title">What a file holds.</param>
/// <param name="Columns">Its columns, in the order of a template.</param>
[Classified(DataClass.Internal)]
internal sealed record ImportFormatInfo(string Id, string Title, IReadOnlyList<ImportColumnInfo> Columns);

/// <summary>A column of a file.</summary>
/// <param name="Name">The name that verdicts use.</param>
/// <param name="Header">The header of a template. Letter case, diacritics and punctuation do not matter.</param>
/// <param name="OtherHeaders">What else it may be headed with.</param>
/// <param name="Form">What a cell may hold.</param>
/// <param name="IsRequired">Whether every row needs a value.</param>
[Classified(DataClass.Internal)]
internal sealed record ImportColumnInfo(string Name, string Header, IReadOnlyList<string> OtherHeaders, string Form, bool IsRequired);

[QueryType]
internal static class ImportQueries
{
    private const int MostBatches = 100;

    /// <summary>The kinds of files that you may take in, with their columns.</summary>
    [Public("It shows only the formats for which the user holds the permission.")]
    [GraphQLName("importFormats")]
    public static async Task<IReadOnlyList<ImportFormatInfo>> ImportFormatsAsync(
        ImportVisibility visible, ICurrentAccess access, ICurrentProvince province, ProvinceModules modules, CancellationToken cancellationToken)
    {
        var enabled = (await modules.ReadAsync(cancellationToken)).GetValueOrDefault(province.Province.Id);
        return [.. visible.Formats.Where(format => enabled?.Contains(format.ModuleId) == true).Select(format => Describe(format, access.Language))];
    }

    /// <summary>A file that was taken in; null where it is not there or you may not see it.</summary>
    [Public("Whoever holds the permission of the format sees their own imports; with the whole province as reach, those of all.")]
    [References("ImportBatch")]
    public static async Task<Guid?> ImportBatchAsync(
        Guid id, ImportBatchReader batches, ImportVisibility visible, CancellationToken cancellationToken) =>
        await batches.FindAsync(id, cancellationToken) is { } batch && visible.Shows(batch) ? id : null;

    /// <summary>The files that were taken in, the latest first.</summary>
    /// <param name="format">Only files of this format.</param>
    /// <param name="first">How many, at most 100.</param>
    /// <param name="after">Only files before this one in time.</param>
    /// <param name="batches">Reads them.</param>
    /// <param name="visible">Says which the user may see.</param>
    /// <param name="cancellationToken">Cancels.</param>
    [Public("Whoever holds the permission of a format sees their own imports; with the whole province as reach, those of all.")]
    [References("ImportBatch")]
    public static async Task<IReadOnlyList<Guid>> ImportBatchesAsync(
        ImportBatchReader batches,
        ImportVisibility visible,
        CancellationToken cancellationToken,
        string? format = null,
        int first = 20,
        Guid? after = null)
    {
        // A place in a list that the user does not see tells them nothing: it is none.
        var start = after is { } id && await batches.FindAsync(id, cancellationToken) is { } earlier && visible.Shows(earlier) ? earlier : null;
        var found = await batches.LatestAsync(
            visible.Ranges(format), start is null ? null : (start.StartedAt, start.Id), Math.Clamp(first, 0, MostBatches), cancellationToken);
        return [.. found.Select(batch => batch.Id)];
    }

    private static ImportFormatInfo Describe(RegisteredFormat format, Language language) => new(
        format.Id,
        format.Title.In(language),
        [
            .. format.Columns.Select(column => new ImportColumnInfo(
                column.Name, column.Header.In(language), column.OtherHeaders, column.Form.In(language), column.IsRequired)),
        ]);
}
