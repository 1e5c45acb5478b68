using System.Text.Json;
using System.Text.Json.Serialization;

namespace Modular.Members.Documents;

/// <summary>Writes kinds of papers in a policy under the names that clients and the database know, for instance <c>MEMBER_CV</c>.</summary>
internal sealed class DocumentKindsJson : JsonConverter<IReadOnlyList<DocumentKind>>
{
    private static readonly Dictionary<string, DocumentKind> Kinds = Enum.GetValues<DocumentKind>().ToDictionary(NameOf);

    /// <inheritdoc />
    public override bool HandleNull => true;

    /// <summary>The name of a kind.</summary>
    public static string NameOf(DocumentKind kind) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(kind.ToString());

    /// <inheritdoc />
    /// <exception cref="JsonException">It is no list, or names no kind of paper.</exception>
    public override IReadOnlyList<DocumentKind> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        [.. (JsonSerializer.Deserialize<string?[]>(ref reader, options) ?? throw new JsonException("Kinds of papers are a list, which may be empty.")).Select(Find)];

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<DocumentKind> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Select(NameOf), options);

    private static DocumentKind Find(string? name) =>
        name is not null && Kinds.TryGetValue(name, out var kind) ? kind : throw new JsonException($"There is no kind of paper '{name}'; there are {string.Join(", ", Kinds.Keys)}.");
}
