using System.Text.Json;
using Modular.GraphQL.TypeSystem;
using Modular.GraphQL.Validation;
using Modular.GraphQL.Validation.Rules;

namespace Modular.GraphQL.Execution;

/// <summary>
/// Coerces JSON to input types (the input coercion of each type, specification section 3). Its recursion is bounded by the depth of the JSON text,
/// which the reader of the request limits.
/// </summary>
/// <param name="options">What values may hold, and whether messages suggest names of the schema.</param>
/// <param name="report">Told of each failure: where, which value, why.</param>
internal sealed class JsonCoercion(ValidationOptions options, Action<InputPath?, JsonElement?, string> report)
{
    /// <summary>The coerced value; meaningless when a failure was reported.</summary>
    public object? Coerce(JsonElement value, GraphQLType type, InputPath? path)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            if (type is NonNullType) report(path, value, $"Expected non-nullable type \"{type}\" not to be null.");
            return null;
        }

        return type.Nullable switch
        {
            ListType list => CoerceList(value, list, path),
            InputObjectType inputObject => CoerceObject(value, inputObject, path),
            ScalarType scalar => Succeed(scalar.CoerceInput(value), value, path),
            EnumType enumType => CoerceEnum(value, enumType, path),
            var other => throw new InvalidOperationException($"{other} is not an input type."),
        };
    }

    private object?[] CoerceList(JsonElement value, ListType type, InputPath? path)
    {
        // A value that is no list is taken as a list of one (section 3.11).
        if (value.ValueKind != JsonValueKind.Array) return [Coerce(value, type.ItemType, path)];
        var items = new object?[value.GetArrayLength()];
        foreach (var (index, item) in value.EnumerateArray().Index()) items[index] = Coerce(item, type.ItemType, new(path, index));
        return items;
    }

    private object? CoerceObject(JsonElement value, InputObjectType type, InputPath? path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            report(path, value, $"Expected type \"{type.Name}\" to be an object.");
            return null;
        }

        var failed = false;
        var fields = new Dictionary<string, object?>(type.Fields.Count, StringComparer.Ordinal);
        foreach (var field in type.Fields)
        {
            if (value.TryGetProperty(field.Name, out var given)) fields.Add(field.Name, Coerce(given, field.Type, new(path, field.Name)));
            else if (field.HasDefault) fields.Add(field.Name, field.DefaultValue);
            else if (field.Type is NonNullType) Fail(path, value, $"Field \"{field.Name}\" of required type \"{field.Type}\" was not provided.");
        }

        foreach (var given in value.EnumerateObject())
        {
            if (type.FindField(given.Name) is null)
                Fail(path, value, $"Field \"{given.Name}\" is not defined by type \"{type.Name}\".{Suggest(given.Name, type.Fields.Select(field => field.Name))}");
        }

        if (type.IsOneOf) CheckOneOf(value, type, fields, path, ref failed);
        return failed ? null : type.Coerced(fields);

        void Fail(InputPath? at, JsonElement invalid, string message)
        {
            failed = true;
            report(at, invalid, message);
        }
    }

    private void CheckOneOf(JsonElement value, InputObjectType type, Dictionary<string, object?> fields, InputPath? path, ref bool failed)
    {
        if (fields.Count != 1)
        {
            failed = true;
            report(path, value, $"Exactly one key must be specified for OneOf type \"{type.Name}\".");
        }

        if (fields.Count == 0 || fields.First() is not { Value: null, Key: var key }) return;
        failed = true;
        if (value.TryGetProperty(key, out var given) && given.ValueKind == JsonValueKind.Null) report(new(path, key), given, $"Field \"{key}\" must be non-null.");
    }

    private object? CoerceEnum(JsonElement value, EnumType type, InputPath? path)
    {
        var isString = value.ValueKind == JsonValueKind.String;
        var name = isString ? value.GetString()! : ValueText.Of(value);
        if (isString && type.FindValue(name) is { } found) return found.Value;
        var problem = isString ? $"Value \"{name}\" does not exist in \"{type.Name}\" enum." : $"Enum \"{type.Name}\" cannot represent non-string value: {name}.";
        report(path, value, problem + Suggest(name, type.Values.Select(known => known.Name), "the enum value"));
        return null;
    }

    private string Suggest(string name, IEnumerable<string> known, string? kind = null)
        => options.Suggestions ? Suggestions.DidYouMean(Suggestions.For(name, known), kind) : "";

    private object? Succeed(Coercion coercion, JsonElement value, InputPath? path)
    {
        if (coercion.Failed) report(path, value, coercion.Error!);
        else if (!options.NulCharacters && coercion.Value is string text && text.Contains('\0', StringComparison.Ordinal)) report(path, value, NoNulCharacters.Message);
        return coercion.Value;
    }
}

/// <summary>Where in an input value something stands.</summary>
internal sealed record InputPath(InputPath? Parent, object Key)
{
    /// <summary>For instance <c>.items[2].name</c>.</summary>
    public override string ToString() => $"{Parent}{(Key is int index ? $"[{index}]" : $".{Key}")}";
}
