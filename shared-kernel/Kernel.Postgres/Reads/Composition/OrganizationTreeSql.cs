using Modular.Kernel.Access;

namespace Modular.Kernel.Postgres.Reads;

/// <summary>
/// Conditions over <c>kernel.organization_tree</c>. A path is a run of labels that each end with a dot, under collation "C", so the
/// subtree of <c>1.2f.</c> is the range from <c>1.2f.</c> up to, but without, <c>1.2f/</c>, which the row holds as <c>path_end</c>.
/// </summary>
internal static class OrganizationTreeSql
{
    /// <summary>The condition that one row of the tree lies at or below another.</summary>
    public static string IsBelow(string descendant, string ancestor) =>
        $"{descendant}.path >= {ancestor}.path and {descendant}.path < {ancestor}.path_end";

    /// <summary>Writes a query for the identifiers of an organization and all below it on a day.</summary>
    public static void WriteBelow(SqlWriter writer, Action<SqlWriter> organization, SqlPart day)
    {
        writer.Text("select below.organization_id from kernel.organization_tree as top, kernel.organization_tree as below where ")
            .OfProvince("top.province_id")
            .Text(" and top.organization_id = ");
        organization(writer);
        writer.Text(" and top.valid @> ");
        day.Write(writer);
        writer.Text(" and ").OfProvince("below.province_id").Text(" and below.valid @> ");
        day.Write(writer);
        writer.Text(" and ").Text(IsBelow("below", "top"));
    }

    /// <summary>
    /// Writes the condition that a row's organization is one of these, as one look-up for each row, for a page that is full after a few of them. Only where many organizations stand below
    /// (<see cref="WriteSize"/>) that is sooner done than to fetch the rows of all of them.
    /// </summary>
    public static void WriteLookUp(SqlWriter writer, Action<SqlWriter> organizationOfRow, Action<SqlWriter> organization, SqlPart day)
    {
        writer.Text($"coalesce((select {IsBelow("place", "top")} from kernel.organization_tree as place, kernel.organization_tree as top where ")
            .OfProvince("place.province_id").Text(" and place.organization_id = ");
        organizationOfRow(writer);
        writer.Text(" and place.valid @> ");
        day.Write(writer);
        writer.Text(" and ").OfProvince("top.province_id").Text(" and top.organization_id = ");
        organization(writer);
        writer.Text(" and top.valid @> ");
        day.Write(writer);
        writer.Text("), false)");
    }

    /// <summary>Writes the query for whether few organizations stand at or below one on a day, as <c>is_narrow</c>.</summary>
    public static void WriteSize(SqlWriter writer, Action<SqlWriter> organization, SqlPart day)
    {
        WriteBelow(writer.Text($"select count(*) <= {PermissionScope.NarrowOrganizations} as is_narrow from ("), organization, day);
        writer.Text($" limit {PermissionScope.NarrowOrganizations + 1}) as counted");
    }
}
