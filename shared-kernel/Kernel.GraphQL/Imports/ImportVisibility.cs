using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Imports;

namespace Modular.Kernel.GraphQL.Imports;

/// <summary>Which imports the user of the current scope may see: their own; all of a format where their permission reaches the whole province.</summary>
internal sealed class ImportVisibility(ImportCatalog catalog, ICurrentAccess access)
{
    /// <summary>The formats that the user may import.</summary>
    public IEnumerable<RegisteredFormat> Formats => catalog.All.Where(format => format.IsOpenTo(access));

    public bool Shows(ImportBatch batch) =>
        catalog.Find(batch.Format) is { } format
        && access.ScopeOf(format.Permission) is { IsEmpty: false } scope
        && (scope.CoversProvince || (batch.UserId is not null && batch.UserId == access.UserId));

    /// <summary>The formats whose imports are all seen, and those of which only the user's own are.</summary>
    /// <param name="format">Only this one, or null for all.</param>
    public BatchRange Ranges(string? format)
    {
        var asked = Formats.Where(known => format is null || known.Id == format).ToLookup(known => access.ScopeOf(known.Permission).CoversProvince, known => known.Id);
        return new BatchRange([.. asked[true]], [.. asked[false]], access.UserId);
    }
}
