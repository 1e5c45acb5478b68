using System.Text.Json;

namespace Modular.Host.Samples.Planning;

/// <summary>The facts from which the sample is made, as files inside the host's assembly.</summary>
internal static class SampleFiles
{
    public static JsonDocument Read(string name)
    {
        using var stream = Open(name);
        return JsonDocument.Parse(stream);
    }

    public static T Read<T>(string name)
    {
        using var stream = Open(name);
        return JsonSerializer.Deserialize<T>(stream, JsonSerializerOptions.Web)!;
    }

    private static Stream Open(string name) => typeof(SampleFiles).Assembly.GetManifestResourceStream($"Samples/{name}")
        ?? throw new InvalidOperationException($"The host lacks the sample file '{name}'.");
}
