using System.Data.Common;
using Modular.Kernel.Organizations;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.Organizations;

/// <summary>A place of an organization with the days on which it had it.</summary>
internal sealed record TreeRow(
    Guid OrganizationId, Guid? ParentId, string Path, int Depth, string Kind, NpgsqlRange<DateOnly> Valid)
{
    /// <summary>The columns that <see cref="Read"/> expects.</summary>
    public const string Columns = "organization_id, parent_id, path, depth, kind, valid";

    /// <summary>The place without its days.</summary>
    public OrganizationTreeNode Node => new(OrganizationId, ParentId, Path, Depth, Kind);

    /// <summary>Reads a row of <see cref="Columns"/>.</summary>
    public static TreeRow Read(DbDataReader reader) => new(
        reader.GetGuid(0),
        reader.IsDBNull(1) ? null : reader.GetGuid(1),
        reader.GetString(2),
        reader.GetInt32(3),
        reader.GetString(4),
        reader.GetFieldValue<NpgsqlRange<DateOnly>>(5));
}
