using System.Text.Json;

namespace Modular.Host.Tests.Samples;

/// <summary>The figures of the articles that describe the provinces.</summary>
internal static class SeedFigures
{
    private static readonly JsonElement Root = Read();

    public static JsonElement NamDinh => Root.GetProperty("namDinh");

    public static JsonElement NinhThuan => Root.GetProperty("ninhThuan");

    public static JsonElement Bloc => Root.GetProperty("bloc");

    public static JsonElement ResidenceMeetings => Root.GetProperty("residenceMeetings").GetProperty("meetings");

    public static int Number(this JsonElement figures, string name) => figures.GetProperty(name).GetInt32();

    private static JsonElement Read()
    {
        using var stream = typeof(SeedFigures).Assembly.GetManifestResourceStream("seed-figures.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }
}
