using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Modular.GraphQL.CodeFirst;

namespace Modular.Members.Proposals;

/// <summary>How proposed changes and their lines are kept until somebody decides on them. What was left out of a proposal is left out here too.</summary>
internal static class ProposedChangesJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new OptionalConverterFactory() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatWasLeftOut } },
    };

    /// <summary>The changes as they are stored.</summary>
    public static string Write(ProposedChangesInput changes) => JsonSerializer.Serialize(changes, Options);

    /// <summary>The lines as they are stored.</summary>
    public static string Write(IReadOnlyList<ProposedChange> lines) => JsonSerializer.Serialize(lines, Options);

    /// <summary>The changes that were stored.</summary>
    public static ProposedChangesInput Read(string json) => JsonSerializer.Deserialize<ProposedChangesInput>(json, Options)!;

    private static void LeaveOutWhatWasLeftOut(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (!IsOptional(property.PropertyType))
                continue;
            var leftOut = Activator.CreateInstance(property.PropertyType);
            property.ShouldSerialize = (_, value) => !Equals(value, leftOut);
        }
    }

    private static bool IsOptional(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>);

    private sealed class OptionalConverterFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => IsOptional(typeToConvert);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(OptionalConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;
    }

    private sealed class OptionalConverter<T> : JsonConverter<Optional<T>>
    {
        public override bool HandleNull => true;

        public override Optional<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(JsonSerializer.Deserialize<T>(ref reader, options)!);

        public override void Write(Utf8JsonWriter writer, Optional<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Value, options);
    }
}
