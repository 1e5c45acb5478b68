using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Modular.Kernel.GraphQL.PersonalData;
using Modular.Kernel.Results;

namespace Modular.DataProtection.Copies;

/// <summary>The copy for programs: each table with what its columns mean in the language of the request, and its rows.</summary>
internal static class DataCopyJson
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static byte[] Write(PersonalDataCopy copy, Language language) => JsonSerializer.SerializeToUtf8Bytes(
        new JsonObject
        {
            ["subject"] = copy.SubjectId,
            ["takenAt"] = copy.TakenAt,
            ["parts"] = new JsonArray([.. copy.Parts.Select(part => PartOf(part, language))]),
        },
        Readable);

    private static JsonObject PartOf(PersonalDataPart part, Language language) => new()
    {
        ["keptBy"] = part.Table.Owner,
        ["name"] = part.Table.Name,
        ["description"] = CopyWording.TitleOf(part.Table, language),
        ["columns"] = new JsonObject(part.Rows.SelectMany(row => row.Select(value => value.Key)).Distinct()
            .Select(column => KeyValuePair.Create(column, (JsonNode?)JsonValue.Create(CopyWording.HeadingOf(part.Table, column, language))))),
        ["rows"] = new JsonArray([.. part.Rows.Select(row => row.DeepClone())]),
    };
}
