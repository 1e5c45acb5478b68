using System.Diagnostics;
using Modular.Kernel.Postgres.AccessLog;

namespace Modular.Host.Schemas;

/// <summary>What the log of sensitive reads tells of an HTTP request beside whose data it was.</summary>
internal static class RequestCircumstances
{
    /// <summary>The header by which a client says what it reads for, in words of its own.</summary>
    public const string PurposeHeader = "X-Purpose";

    public static ReadCircumstances Of(HttpContext http) => new(
        Text(http.Request, PurposeHeader),
        Text(http.Request, "User-Agent"),
        Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier);

    private static string? Text(HttpRequest request, string header)
    {
        // Headers are bytes: browsers send what is not ASCII percent-encoded. What PostgreSQL cannot keep is left out.
        var text = Uri.UnescapeDataString(request.Headers[header].ToString()).Replace("\0", "", StringComparison.Ordinal).Trim();
        if (text.Length == 0)
            return null;
        return text.Length <= ReadCircumstances.MostLetters ? text : text[..ReadCircumstances.MostLetters];
    }
}
