using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Sdl;

/// <summary>Compares arguments and input fields of the same name.</summary>
internal static class InputComparison
{
    public static void CompareArguments(string coordinate, Argument old, Argument current, ChangeList changes)
        => Compare(coordinate, old, current, $"Argument {coordinate} has changed type from {old.Type} to {current.Type}.", "ARG", "ARG", changes);

    public static void CompareFields(string coordinate, InputField old, InputField current, ChangeList changes)
        => Compare(coordinate, old, current, $"Field {coordinate} changed type from {old.Type} to {current.Type}.", "FIELD", "INPUT_FIELD", changes);

    private static void Compare(
        string coordinate, InputValue old, InputValue current, string typeChange, string typePrefix, string defaultPrefix, ChangeList changes)
    {
        var (was, now) = (DefaultOf(old), DefaultOf(current));
        if (!IsSafeForInput(old.Type, current.Type)) changes.Breaking($"{typePrefix}_CHANGED_KIND", coordinate, typeChange);
        else if (was is not null && now is null) changes.Dangerous($"{defaultPrefix}_DEFAULT_VALUE_CHANGE", coordinate, $"{coordinate} defaultValue was removed.");
        else if (was is not null && was != now)
            changes.Dangerous($"{defaultPrefix}_DEFAULT_VALUE_CHANGE", coordinate, $"{coordinate} has changed defaultValue from {was} to {now}.");
        else if (was is null && now is not null) changes.Safe($"{defaultPrefix}_DEFAULT_VALUE_ADDED", coordinate, $"{coordinate} added a defaultValue {now}.");
        else if (old.Type.ToString() != current.Type.ToString()) changes.Safe($"{typePrefix}_CHANGED_KIND_SAFE", coordinate, typeChange);
        changes.CompareDescriptions(coordinate, old.Description, current.Description);
    }

    // Every value that was accepted still is.
    private static bool IsSafeForInput(GraphQLType old, GraphQLType current) => (old, current) switch
    {
        (NonNullType was, _) => IsSafeForInput(was.OfType, current.Nullable),
        (_, NonNullType) => false,
        (ListType was, ListType now) => IsSafeForInput(was.ItemType, now.ItemType),
        (NamedType was, NamedType now) => was.Name == now.Name,
        _ => false,
    };

    private static string? DefaultOf(InputValue value) => value.DefaultLiteral is null ? null : Printer.Print(Sorted(value.DefaultLiteral));

    // The order in which the fields of an object are written means nothing.
    private static ValueNode Sorted(ValueNode value) => value switch
    {
        ObjectValue objectValue => new ObjectValue
        {
            Fields = [.. objectValue.Fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal).Select(field => new ObjectFieldNode { Name = field.Name, Value = Sorted(field.Value) })],
        },
        ListValue list => new ListValue { Values = [.. list.Values.Select(Sorted)] },
        _ => value,
    };
}
