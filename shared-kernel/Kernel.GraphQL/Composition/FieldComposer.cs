using Modular.GraphQL.CodeFirst;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Planning;
using Modular.GraphQL.TypeSystem;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL;

/// <summary>
/// Makes the schema's fields from declared ones. A field that takes a permission is nullable, whatever else its declaration says: a user
/// without it gets null there and an error, and keeps the rest of the answer. (Mutations alone are never null: nothing else was asked.)
/// </summary>
internal sealed class FieldComposer(Composition composition)
{
    private const double StatementCost = 5;

    /// <summary>Adds a declared field, unless it refers to a type that is not in the schema.</summary>
    /// <param name="fields">Where to add it.</param>
    /// <param name="declaration">The declaration.</param>
    /// <param name="typeName">The type that gets the field.</param>
    /// <param name="table">The entity of the type; null for contributions and roots.</param>
    /// <param name="owner">The contributing module.</param>
    public void AddTo(IList<FieldDefinition> fields, FieldDeclaration declaration, string typeName, EntityTable? table, string owner)
    {
        var member = $"{typeName}.{declaration.Name}";
        composition.Errors.Guard(member, owner, () =>
        {
            if (declaration is ReferenceDeclaration reference && composition.Entities.Find(reference.TypeName) is null)
            {
                composition.Absent.Refer(composition, typeName, declaration.Name, reference.TypeName, owner);
                return;
            }

            var isRoot = typeName == KernelTypes.Query;
            var parent = table ?? composition.Entities.Find(typeName);
            var (type, resolver, arguments, permissions) = Make(declaration, table, parent, isRoot, owner);
            var reason = declaration.Requirement?.Reason ?? ShownBy(declaration)?.Declaration.Requirement?.Reason;
            composition.CheckRequirement(member, permissions, reason, isRoot, owner);
            var field = new FieldDefinition(declaration.Name, permissions.Count > 0 ? type.TrimEnd('!') : type)
            {
                Description = declaration.Description,
                Deprecated = declaration.Deprecated,
                Arguments = [.. arguments],
                Resolver = resolver,
            };
            new FieldFacts(declaration.DataClass, permissions, reason).WriteOn(field, parent?.Subject);
            SetCost(field, declaration);
            fields.Add(field);
        });
    }

    /// <summary>Tells the engine what it cannot see: the size of a page that nobody asks for, and that a statement is more than a column.</summary>
    private void SetCost(FieldDefinition field, FieldDeclaration declaration)
    {
        if (declaration is ConnectionDeclaration list)
            field.Features.Set(ListSize.Relay with { AssumedSize = Math.Min(PageWindow.DefaultSize, list.MaximumSize ?? composition.PageSize) });
        if (declaration is StatementFieldDeclaration)
            field.Features.Set(new FieldCost(StatementCost));
    }

    private (string Type, FieldResolver Resolver, IEnumerable<ArgumentDefinition> Arguments, IReadOnlyList<string> Permissions) Make(
        FieldDeclaration declaration, EntityTable? table, EntityTable? parent, bool isRoot, string owner)
    {
        var reach = ParentReach.Of(parent, declaration.Requirement?.Permission);
        IReadOnlyList<string> own = declaration.Requirement?.Permission is { } permission ? [permission] : [];
        switch (declaration)
        {
            case ColumnFieldDeclaration column:
                return (ColumnType(table!, column, owner), new RowField(table!.Column(column.Property), own), [], own);
            case ComputedFieldDeclaration computed:
                var kind = ValueKind.Of(computed.ValueType) ?? throw new InvalidOperationException($"SQL cannot compute a {computed.ValueType}.");
                var expression = RowColumn.Of(computed.Name, kind, computed.Compose, declaration.Requirement?.Permission, table!.Table.Place);
                // Of a class the compiler leaves no trace of a question mark here, and SQL gives null easily.
                var use = TypeUse.Of(computed.ValueType);
                return (composition.Types.Output(use with { IsNullable = use.IsNullable || !computed.ValueType.IsValueType }, owner), new RowField(expression, own), [], own);
            case ReferenceDeclaration reference:
                var target = composition.Entities.Find(reference.TypeName)!;
                return (target.Name + (reference.IsNullable ? "" : "!"), new ReferenceField(target, table!.Column(reference.Property), null, own), [], [.. own, .. target.Permissions]);
            case ByIdDeclaration byId:
                var entity = composition.EntityOf(byId.Entity);
                return (entity.Name, new ByIdField(entity, own), [new ArgumentDefinition("id", "ID!") { Description = "The id." }], [.. own, .. entity.Permissions]);
            case EntityListDeclaration list:
                return MakeList(list, parent, own, reach);
            case StatementFieldDeclaration statement:
                return new StatementComposer(composition).Make(statement, isRoot, own, reach, owner);
            default:
                throw new InvalidOperationException($"{declaration.GetType()} is no kind of field.");
        }
    }

    private (string Type, FieldResolver Resolver, IEnumerable<ArgumentDefinition> Arguments, IReadOnlyList<string> Permissions) MakeList(
        EntityListDeclaration declaration, EntityTable? parent, IReadOnlyList<string> own, ParentReach? reach)
    {
        var table = composition.EntityOf(declaration.Child);
        var parts = composition.PartsOf(table, declaration is ConnectionDeclaration);
        var list = new EntityList(table, parts.Filter, parts.Sorting, declaration, parent, composition.PageSize);
        IReadOnlyList<string> permissions = [.. own, .. table.Permissions];
        switch (declaration)
        {
            case ConnectionDeclaration:
                return (ConnectionTypes.NameOf(table.Name) + "!", new ConnectionField(list, own, reach), [.. ConnectionTypes.PagingArguments(list.MaximumSize), .. list.NarrowingArguments()], permissions);
            case SingleDeclaration:
                return (table.Name, new ChildrenField(list, single: true, own, reach), list.DayArgument(), permissions);
            default:
                return ($"[{table.Name}!]!", new ChildrenField(list, single: false, own, reach), list.NarrowingArguments(), permissions);
        }
    }

    /// <summary>The entity type that a field shows; null for values.</summary>
    private EntityTable? ShownBy(FieldDeclaration declaration) => declaration switch
    {
        ByIdDeclaration byId => composition.EntityOf(byId.Entity),
        EntityListDeclaration list => composition.EntityOf(list.Child),
        _ => null,
    };

    private string ColumnType(EntityTable table, ColumnFieldDeclaration declaration, string owner)
    {
        var property = PropertyPath.Find(table.Declaration.Entity, declaration.Property);
        var use = TypeUse.Of(property) with { IsNullable = table.Table.Column(declaration.Property).IsNullable };
        return composition.Types.Output(use, owner);
    }
}
