using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Modular.Members.Forms;

namespace Modular.Members.Reports;

/// <summary>A report's definition and figures as they were closed.</summary>
/// <param name="Definition">The form.</param>
/// <param name="Values">Its figures.</param>
internal sealed record ReportContent(FormDefinition Definition, FormValues Values)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Reads what <see cref="DefinitionJson"/> and <see cref="FiguresJson"/> wrote.</summary>
    public static ReportContent Read(string definition, string figures) =>
        new(JsonSerializer.Deserialize<FormDefinition>(definition, Options)!, JsonSerializer.Deserialize<FormValues>(figures, Options)!);

    /// <summary>The definition as it is kept.</summary>
    public string DefinitionJson() => JsonSerializer.Serialize(Definition, Options);

    /// <summary>The figures as they are kept.</summary>
    public string FiguresJson() => JsonSerializer.Serialize(Values, Options);
}
