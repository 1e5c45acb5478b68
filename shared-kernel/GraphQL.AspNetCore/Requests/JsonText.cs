using System.Buffers.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Modular.GraphQL.AspNetCore.Requests;

/// <summary>
/// What the JSON of requests must be beyond its grammar, so that nothing behind has to expect otherwise: Unicode text throughout, names once in an object,
/// and not deeper than allowed.
/// </summary>
internal static class JsonText
{
    /// <summary>Reads a value.</summary>
    /// <exception cref="JsonException">It is no JSON, nests too deep, or names something twice in an object.</exception>
    public static JsonElement Parse(ReadOnlySpan<byte> json, int maxDepth) =>
        JsonElement.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = maxDepth });

    /// <summary>Whether bytes are UTF-8 and whether what they escape is Unicode text too: no half of a surrogate pair stands alone. Meant for JSON;
    /// for other bytes the answer says nothing.</summary>
    public static bool IsUnicode(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
            return false;

        while (json.IndexOf((byte)'\\') is >= 0 and var escape)
        {
            json = json[escape..];
            if (UnitOf(json) is not { } unit)
            {
                json = json[Math.Min(2, json.Length)..];
                continue;
            }

            json = json[6..];
            if (!char.IsSurrogate(unit))
                continue;
            if (!char.IsHighSurrogate(unit) || UnitOf(json) is not { } low || !char.IsLowSurrogate(low))
                return false;
            json = json[6..];
        }

        return true;
    }

    /// <summary>The UTF-16 unit of an escape that stands at the start, such as <c>\u0041</c>; absent if there is none.</summary>
    private static char? UnitOf(ReadOnlySpan<byte> json) =>
        json.Length >= 6 && json.StartsWith("\\u"u8) && Utf8Parser.TryParse(json[2..6], out ushort unit, out var read, 'X') && read == 4 ? (char)unit : null;
}
