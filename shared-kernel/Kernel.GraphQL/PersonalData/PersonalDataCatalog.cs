using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres;
using Modular.Kernel.Postgres.Entities;

namespace Modular.Kernel.GraphQL.PersonalData;

/// <summary>
/// Every table that keeps something about persons of the register. Those of modules follow from what their models declare, so that no module can forget one: an entity is about
/// whom its scope calls "self", about whom each property called <c>…MemberId</c> names, and about whom the entity is through which it is seen. The kernel and the host name theirs.
/// </summary>
public sealed class PersonalDataCatalog
{
    private const string MemberKey = "MemberId";
    private static readonly string[] ForTheDatabase = ["SearchKey", "SortKey", "NameKey", "SearchWord"];

    /// <summary>Reads the models of all installed modules, whether a province has enabled them or not: what is hidden is kept all the same.</summary>
    public PersonalDataCatalog(InstalledModules modules, IEnumerable<PersonalDataTable> named)
    {
        Tables =
        [
            .. modules.All.Select(module => module.Registration.Features.Get<ModuleDatabase>()).OfType<ModuleDatabase>().SelectMany(OfModule),
            .. KernelPersonalData.Tables,
            .. named,
        ];
    }

    /// <summary>The tables, those of a module together.</summary>
    public IReadOnlyList<PersonalDataTable> Tables { get; }

    private static IEnumerable<PersonalDataTable> OfModule(ModuleDatabase database)
    {
        foreach (var entity in database.Model.GetEntityTypes().OrderBy(entity => entity.Name, StringComparer.Ordinal))
        {
            if (!entity.IsOwned() && entity.GetTableName() is { } table && Condition(entity, "row", IsNamed, depth: 0) is { } condition)
                yield return OfEntity(database, entity, table, condition);
        }
    }

    private static PersonalDataTable OfEntity(ModuleDatabase database, IEntityType entity, string table, string condition)
    {
        var descriptions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in entity.GetFlattenedProperties())
        {
            if (property.PropertyInfo is { } member && XmlDescriptions.Of(member) is { } description)
                descriptions[property.GetColumnName()] = description;
        }

        return new PersonalDataTable
        {
            Owner = database.ModuleId,
            Name = entity.ClrType.Name,
            Description = XmlDescriptions.Of(entity.ClrType),
            Table = $"{database.Schema}.{table}",
            IsAbout = condition,
            IsOf = Condition(entity, "row", IsOwner, depth: 0) ?? "false",
            Erased = ErasedOf(entity),
            VersionColumn = entity.GetProperties().FirstOrDefault(property => property.IsVersion())?.GetColumnName(),
            PersonColumns = PersonColumnsOf(entity),
            WhenMerged = entity.MergeTreatment(),
            MergeEnding = entity.MergeEnding(),
            RecordsHistory = entity.RecordsHistory(),
            Descriptions = descriptions,
            LeftOut = [.. entity.GetProperties().Where(property => ForTheDatabase.Contains(property.Name) || property.ClrType == typeof(byte[])).Select(property => property.GetColumnName())],
        };
    }

    /// <summary>What becomes of columns; the keys to search and sort by go with the names from which they were made.</summary>
    private static List<ErasedColumn> ErasedOf(IEntityType entity)
    {
        var erased = new List<ErasedColumn>();
        foreach (var property in entity.GetFlattenedProperties().Where(property => property.GetComputedColumnSql() is null))
        {
            var column = property.GetColumnName();
            if (property.Erasure(column) is { } expression)
                erased.Add(new ErasedColumn(column, expression, property.RetentionOf(), PathOf(property), FieldOf(column)));
        }

        return erased;
    }

    /// <summary>The name under which the history keeps a change of the property: of a part of a value, with the value's name before it.</summary>
    private static string PathOf(IProperty property)
    {
        var path = Camel(property.Name);
        for (var type = property.DeclaringType; type is IComplexType complex; type = complex.ComplexProperty.DeclaringType)
            path = $"{Camel(complex.ComplexProperty.Name)}.{path}";
        return path;
    }

    /// <summary>The name that imports, which know columns, give to the field.</summary>
    private static string FieldOf(string column) =>
        Camel(string.Concat(column.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..])));

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    private static List<string> PersonColumnsOf(IEntityType entity) =>
    [
        .. entity.GetProperties()
            .Where(property => IsNamed(property, entity.FindScope()) && property.Name != "Id")
            .Where(property => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(Guid))
            .Select(property => property.GetColumnName()),
    ];

    private static bool IsNamed(IProperty property, EntityScope? scope) =>
        property.Name == scope?.SelfProperty || property.Name.EndsWith(MemberKey, StringComparison.Ordinal);

    private static bool IsOwner(IProperty property, EntityScope? scope) => property.Name == (scope?.SelfProperty ?? MemberKey);

    /// <summary>The condition by which rows belong to a person; null where they belong to nobody.</summary>
    private static string? Condition(IEntityType entity, string alias, Func<IProperty, EntityScope?, bool> names, int depth)
    {
        var scope = entity.FindScope();
        var columns = entity.GetProperties()
            .Where(property => names(property, scope))
            .Where(property => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(Guid))
            .Select(property => $"{alias}.{property.GetColumnName()} = $2").ToList();
        if (scope?.Parent is { } parent && ThroughParent(entity, parent, alias, names, depth) is { } through)
            columns.Add(through);
        return columns.Count == 0 ? null : $"({string.Join(" or ", columns)})";
    }

    private static string? ThroughParent(IEntityType entity, ScopeParent parent, string alias, Func<IProperty, EntityScope?, bool> names, int depth)
    {
        var above = entity.Model.FindEntityType(parent.Entity)!;
        var name = $"above{depth}";
        if (Condition(above, name, names, depth + 1) is not { } condition)
            return null;
        var key = entity.FindProperty(parent.KeyProperty)!.GetColumnName();
        var table = $"{above.GetSchema() ?? above.Model.GetDefaultSchema()}.{above.GetTableName()}";
        return $"{alias}.{key} in (select {name}.id from {table} as {name} where {name}.province_id = $1 and {condition})";
    }
}
