using System.Text.Encodings.Web;
using System.Text.Json;

namespace Modular.Isolation.Tests.World;

internal static class Json
{
    /// <summary>Vietnamese letters as they are, so that marks are found.</summary>
    public static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
