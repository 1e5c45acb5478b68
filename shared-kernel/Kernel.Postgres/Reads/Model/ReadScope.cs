using Microsoft.EntityFrameworkCore.Metadata;

namespace Modular.Kernel.Postgres.Reads;

/// <summary>
/// Who may read which rows of a table: the reach of a permission over the organization of each row, and over the rows that are
/// the user's own.
/// </summary>
/// <param name="Permission">The permission whose reach counts.</param>
/// <param name="OrganizationColumn">The column of the row's organization; null where rows belong to persons only.</param>
/// <param name="SelfColumn">The column of the member whom the row is about; null where reach <c>Self</c> opens nothing.</param>
internal sealed record ReadScope(string Permission, string? OrganizationColumn, string? SelfColumn)
{
    /// <summary>The scope that the model declares for an entity, or null.</summary>
    public static ReadScope? Of(IEntityType entity, ReadTable table)
    {
        _ = entity;
        _ = table;
        return null;
    }

    /// <summary>Writes <c> and (…)</c>, or nothing where the reach is the whole province.</summary>
    public void Write(SqlWriter writer, string alias, ReadValues shape)
    {
        var scope = shape.ScopeOf(Permission);
        if (scope.CoversProvince)
            return;
        writer.Text(" and (false");
        if (OrganizationColumn is not null && scope.Organizations.Count > 0)
        {
            writer.Text($" or {alias}.{OrganizationColumn} = any(")
                .Parameter(new ScopeParameter(Permission, ScopePart.Organizations))
                .Text(")");
        }

        if (OrganizationColumn is not null && scope.Subtrees.Count > 0)
            WriteSubtrees(writer, alias);
        if (SelfColumn is not null && scope.Self is not null)
            writer.Text($" or {alias}.{SelfColumn} = ").Parameter(new ScopeParameter(Permission, ScopePart.Self));
        writer.Text(")");
    }

    /// <summary>What the text of <see cref="Write"/> depends on.</summary>
    public string ShapeOf(ReadValues values)
    {
        var scope = values.ScopeOf(Permission);
        if (scope.CoversProvince)
            return "*";
        return $"{(scope.Organizations.Count > 0 ? "o" : "")}{(scope.Subtrees.Count > 0 ? "t" : "")}{(scope.Self is null ? "" : "s")}";
    }

    private void WriteSubtrees(SqlWriter writer, string alias) => writer
        .Text($" or {alias}.{OrganizationColumn} in (select place.organization_id from kernel.organization_tree as place, unnest(")
        .Parameter(new ScopeParameter(Permission, ScopePart.SubtreesFrom)).Text(", ")
        .Parameter(new ScopeParameter(Permission, ScopePart.SubtreesTo))
        .Text(") as reach(low, high) where place.province_id = ").Parameter(ProvinceParameter.Instance)
        .Text(" and place.path >= reach.low and place.path < reach.high and place.valid @> ").Parameter(TodayParameter.Instance)
        .Text(")");
}
