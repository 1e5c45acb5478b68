using Modular.GraphQL.Execution;
using Modular.GraphQL.Language;

namespace Modular.GraphQL.TypeSystem;

/// <summary>
/// Coerces literals of validated documents (specification, section 3.5 and the input coercion of each type). Validation has told the reasons
/// of a failure already, so that here only the outcome matters.
/// </summary>
public static class LiteralCoercion
{
    /// <summary>Coerces a literal, in which variables may stand.</summary>
    /// <param name="type">The expected input type.</param>
    /// <param name="literal">The literal.</param>
    /// <param name="variables">The request's variables; <see langword="null"/> where none may stand, as in defaults.</param>
    /// <param name="value">The coerced value; see <see cref="CoercedValues"/> for what is what.</param>
    /// <returns>Whether the literal is a value of the type. An absent variable is none.</returns>
    public static bool TryCoerce(GraphQLType type, ValueNode literal, VariableValues? variables, out object? value)
    {
        value = null;
        if (literal is Variable variable)
            return variables is not null && variables.TryGetValue(variable.Name.Value, out value) && (value is not null || type is not NonNullType);
        if (literal is NullValue) return type is not NonNullType;
        return type.Nullable switch
        {
            ListType list => TryCoerceList(list, literal, variables, out value),
            InputObjectType inputObject => TryCoerceObject(inputObject, literal, variables, out value),
            ScalarType scalar => Succeeded(scalar.CoerceLiteral(literal), out value),
            EnumType enumType => literal is EnumValueNode name && Found(enumType.FindValue(name.Value), out value),
            _ => false,
        };
    }

    /// <summary>Whether a variable stands anywhere in the literal.</summary>
    internal static bool UsesVariables(ValueNode? literal) => literal switch
    {
        Variable => true,
        ListValue list => list.Values.Any(UsesVariables),
        ObjectValue objectValue => objectValue.Fields.Any(field => UsesVariables(field.Value)),
        _ => false,
    };

    /// <summary>Coerces a default of the schema, which the builder has checked.</summary>
    internal static object? CoerceDefault(GraphQLType type, ValueNode literal)
        => TryCoerce(type, literal, null, out var value)
            ? value
            : throw new InvalidOperationException($"The default {Printer.Print(literal)} is not a value of the type {type}.");

    private static bool Succeeded(Coercion coercion, out object? value)
    {
        value = coercion.Value;
        return !coercion.Failed;
    }

    private static bool Found(EnumValue? enumValue, out object? value)
    {
        value = enumValue?.Value;
        return enumValue is not null;
    }

    private static bool TryCoerceList(ListType type, ValueNode literal, VariableValues? variables, out object? value)
    {
        value = null;
        if (literal is not ListValue list)
        {
            if (!TryCoerce(type.ItemType, literal, variables, out var single)) return false;
            value = new[] { single };
            return true;
        }

        var items = new object?[list.Values.Length];
        for (var i = 0; i < items.Length; i++)
        {
            if (IsAbsentVariable(list.Values[i], variables))
            {
                if (type.ItemType is NonNullType) return false;
                continue;
            }

            if (!TryCoerce(type.ItemType, list.Values[i], variables, out items[i])) return false;
        }

        value = items;
        return true;
    }

    private static bool TryCoerceObject(InputObjectType type, ValueNode literal, VariableValues? variables, out object? value)
    {
        value = null;
        if (literal is not ObjectValue objectValue) return false;
        var fields = new Dictionary<string, object?>(type.Fields.Count, StringComparer.Ordinal);
        foreach (var field in type.Fields)
        {
            var node = objectValue.Fields.FirstOrDefault(given => given.Name.Value == field.Name)?.Value;
            if (node is null || IsAbsentVariable(node, variables))
            {
                if (field.HasDefault) fields.Add(field.Name, field.DefaultValue);
                else if (field.Type is NonNullType) return false;
                continue;
            }

            if (!TryCoerce(field.Type, node, variables, out var fieldValue)) return false;
            fields.Add(field.Name, fieldValue);
        }

        if (objectValue.Fields.Any(given => type.FindField(given.Name.Value) is null)) return false;
        if (type.IsOneOf && (objectValue.Fields.Length != 1 || fields.Count != 1 || fields.Values.First() is null)) return false;
        value = type.Coerced(fields);
        return true;
    }

    private static bool IsAbsentVariable(ValueNode literal, VariableValues? variables)
        => literal is Variable variable && (variables is null || !variables.Has(variable.Name.Value));
}
