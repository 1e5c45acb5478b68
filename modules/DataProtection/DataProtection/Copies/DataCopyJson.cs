using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Modular.Kernel.GraphQL.PersonalData;

namespace Modular.DataProtection.Copies;

/// <summary>The copy for programs: each table with what its columns mean, and its rows.</summary>
internal static class DataCopyJson
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static byte[] Write(PersonalDataCopy copy) => JsonSerializer.SerializeToUtf8Bytes(
        new JsonObject
        {
            ["subject"] = copy.SubjectId,
            ["takenAt"] = copy.TakenAt,
            ["parts"] = new JsonArray([.. copy.Parts.Select(PartOf)]),
        },
        Readable);

    private static JsonObject PartOf(PersonalDataPart part) => new()
    {
        ["keptBy"] = part.Table.Owner,
        ["name"] = part.Table.Name,
        ["description"] = part.Table.Description,
        ["columns"] = new JsonObject(part.Table.Descriptions
            .Where(column => !part.Table.LeftOut.Contains(column.Key))
            .Select(column => KeyValuePair.Create(column.Key, (JsonNode?)JsonValue.Create(column.Value)))),
        ["rows"] = new JsonArray([.. part.Rows.Select(row => row.DeepClone())]),
    };
}
