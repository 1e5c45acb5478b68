using Modular.GraphQL.CodeFirst;

namespace Modular.Kernel.GraphQL;

/// <summary>Makes the entries of filters from their declarations.</summary>
internal static class FilterEntries
{
    public static FilterEntry Of(FilterDeclaration declaration, EntityTable table, TypeMap types) => declaration switch
    {
        ColumnFilterDeclaration column => OfColumn(column, table, types),
        SqlFilterDeclaration sql => new SqlFilter(
            sql, types.Input(TypeUse.Of(sql.ValueType) with { IsNullable = true }, table.ModuleId), sql.Permission is { } permission ? table.Gate(permission) : null),
        RecordFilterDeclaration record => new RecordFilter(record, types.Input(TypeUse.Of(record.InputType) with { IsNullable = true }, table.ModuleId)),
        OrganizationFilterDeclaration organization => new OrganizationFilter(organization, table.Column(organization.Property)),
        _ => throw new InvalidOperationException($"{declaration.GetType()} is no kind of filter."),
    };

    private static ColumnFilter OfColumn(ColumnFilterDeclaration declaration, EntityTable table, TypeMap types)
    {
        var column = table.Column(declaration.Property);
        var clrType = table.Table.Column(declaration.Property).ClrType;
        if (table.Declaration.Fields.OfType<ReferenceDeclaration>().FirstOrDefault(field => field.Property == declaration.Property) is { } reference)
            return new ColumnFilter(reference.Name, FilterOperations.IdFilter, column, null, reference.TypeName);
        if (clrType.IsEnum)
            return new ColumnFilter(declaration.Name, FilterOperations.NameOf(types.Leaf(clrType, table.ModuleId)!), column, null, null);
        return declaration.SearchKeyProperty is { } searchKey
            ? new ColumnFilter(declaration.Name, FilterOperations.SearchableTextFilter, column, table.Column(searchKey), null)
            : new ColumnFilter(declaration.Name, FilterOperations.InputTypeOf(column.Kind), column, null, null);
    }
}
