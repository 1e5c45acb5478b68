using System.Collections;
using System.Reflection;
using Modular.GraphQL.CodeFirst;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Planning;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL;

/// <summary>
/// How the parents of a level reach a method's <c>[Parents]</c> parameter: as keys, as records that name the columns which are needed, or as
/// the C# objects that they are.
/// </summary>
internal sealed class ParentBinding
{
    private readonly Type itemType;
    private readonly ConstructorInfo? constructor;
    private readonly IReadOnlyList<RowColumn> columns;

    private ParentBinding(Type itemType, ConstructorInfo? constructor, IReadOnlyList<RowColumn> columns)
    {
        this.itemType = itemType;
        this.constructor = constructor;
        this.columns = columns;
    }

    /// <summary>The columns that the operation must read of the parents.</summary>
    public IReadOnlyList<RowColumn> Needs => columns;

    /// <summary>The binding of a parameter.</summary>
    /// <param name="parameter">The parameter, a list.</param>
    /// <param name="table">The entity type of the parents; null where they are C# objects, or of another module.</param>
    /// <exception cref="InvalidOperationException">The parameter's items cannot be made of what the parents have.</exception>
    public static ParentBinding Of(ParameterInfo parameter, EntityTable? table)
    {
        var item = TypeUse.Of(parameter).Item?.Type
            ?? throw new InvalidOperationException($"The [Parents] parameter of {parameter.Member.Name} must be a list of the parents.");
        if (item == typeof(Guid) || table is null)
            return new ParentBinding(item, null, []);
        var constructor = item.GetConstructors().OrderByDescending(candidate => candidate.GetParameters().Length).First();
        return new ParentBinding(item, constructor, [.. constructor.GetParameters().Select(part => ColumnOf(table, part))]);
    }

    /// <summary>Makes the parents of one execution, by the slots that the operation gave to the columns.</summary>
    public IList Make(Rows parents, IReadOnlyList<int> slots)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(itemType))!;
        for (var index = 0; index < parents.Count; index++)
            list.Add(One(parents, index, slots));
        return list;
    }

    /// <summary>The slots of the columns in the parents' rows.</summary>
    public IReadOnlyList<int> Slots(FieldPlanning planning)
    {
        if (columns.Count == 0)
            return [];
        var layout = planning.RowSource().LayoutOf(planning.ParentType);
        return [.. columns.Select(layout.SlotOf)];
    }

    private object? One(Rows parents, int index, IReadOnlyList<int> slots)
    {
        if (parents is not ReadRows rows)
            return ((ObjectRows)parents)[index];
        if (constructor is null)
            return rows.KeyOf(index);
        var row = rows.RowOf(index);
        var parameters = constructor.GetParameters();
        var arguments = new object?[slots.Count];
        for (var part = 0; part < arguments.Length; part++)
            arguments[part] = Typed(ColumnMaker.ValueOf(rows.Result[slots[part]], row), parameters[part].ParameterType);
        return constructor.Invoke(arguments);
    }

    private static object? Typed(object? value, Type type)
    {
        var target = Nullable.GetUnderlyingType(type) ?? type;
        if (value is null || target.IsInstanceOfType(value))
            return value;
        return target.IsEnum
            ? Enum.GetValues(target).Cast<object>().First(member => Postgres.Entities.EnumText.OfName(member.ToString()!) == (string)value)
            : Convert.ChangeType(value, target, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static RowColumn ColumnOf(EntityTable table, ParameterInfo part)
    {
        var property = table.Declaration.Entity.GetProperties()
            .FirstOrDefault(candidate => string.Equals(candidate.Name, part.Name, StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidOperationException(
                $"{part.Member.DeclaringType!.Name}({part.Name}) names no column of {table.Declaration.Entity.Name}.");
        return table.Column(property.Name);
    }
}
