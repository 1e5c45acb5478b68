using System.IO.Compression;
using System.Net;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;

namespace Modular.ResidenceLiaison.Tests;

/// <summary>Fetches papers as a user does.</summary>
internal static class PrintedPaper
{
    /// <summary>All that stands in the sheets of a paper; the status where the user does not get it.</summary>
    public static async Task<string> SheetsAsync(TestClient client, string download, Guid key)
    {
        using var response = await client.Http.GetAsync(Address(download, key, "xlsx"));
        if (response.StatusCode != HttpStatusCode.OK)
            return response.StatusCode.ToString();
        await using var archive = new ZipArchive(await response.Content.ReadAsStreamAsync());
        var parts = new List<string>();
        foreach (var entry in archive.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(await entry.OpenAsync());
            parts.Add(WebUtility.HtmlDecode(await reader.ReadToEndAsync()));
        }

        return string.Concat(parts);
    }

    /// <summary>The first bytes of a paper in print, as letters; the status where the user does not get it.</summary>
    public static async Task<string> BeginningAsync(TestClient client, string download, Guid key, string? format = null)
    {
        using var response = await client.Http.GetAsync(Address(download, key, format));
        return response.StatusCode == HttpStatusCode.OK
            ? System.Text.Encoding.ASCII.GetString((await response.Content.ReadAsByteArrayAsync())[..4])
            : response.StatusCode.ToString();
    }

    /// <summary>Which of some texts stand in another, in their order.</summary>
    public static string[] In(string sheets, params string[] texts) => [.. texts.Where(text => sheets.Contains(text, StringComparison.Ordinal))];

    private static string Address(string download, Guid key, string? format) =>
        $"/{TestProvinces.NamDinh.Slug}/downloads/{download}/{key}{(format is null ? "" : $"?format={format}")}";
}
