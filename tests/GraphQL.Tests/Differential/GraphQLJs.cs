using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Modular.GraphQL.Tests.Differential;

/// <summary>graphql-js in a node process of its own, which is asked many questions at once.</summary>
internal static class GraphQLJs
{
    private static readonly SemaphoreSlim Installing = new(1, 1);

    // Node splits its input at LF only, but U+2028 and the like must reach it unharmed; everything beyond ASCII is escaped.
    private static readonly JsonSerializerOptions Ascii = new() { Encoder = JavaScriptEncoder.Default };

    private static string Folder { get; } = Path.Combine(RepositoryRoot(), "tests", "GraphQL.Tests", "Differential");

    /// <summary>Asks all the questions of one process and gives the answers in the same order.</summary>
    public static async Task<JsonObject[]> AskAsync(
        string? schemaSdl, IReadOnlyList<JsonObject> questions, CancellationToken cancellation, string driver = "driver.mjs")
    {
        await InstallAsync(cancellation);
        var schemaFile = Path.GetTempFileName();
        try
        {
            if (schemaSdl is not null)
                await File.WriteAllTextAsync(schemaFile, schemaSdl, cancellation);

            string[] arguments = schemaSdl is null ? [driver] : [driver, schemaFile];
            var input = string.Concat(questions.Select(question => question.ToJsonString(Ascii) + "\n"));
            var output = await RunAsync("node", arguments, input, cancellation);
            var answers = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject()).ToArray();
            Assert.Equal(questions.Count, answers.Length);
            return answers;
        }
        finally
        {
            File.Delete(schemaFile);
        }
    }

    private static async Task InstallAsync(CancellationToken cancellation)
    {
        await Installing.WaitAsync(cancellation);
        try
        {
            var marker = Path.Combine(Folder, "node_modules", ".package-lock.json");
            var isCurrent = File.Exists(marker)
                && File.GetLastWriteTimeUtc(marker) >= File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json"));
            if (!isCurrent)
                await RunAsync("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"], "", cancellation);
        }
        finally
        {
            Installing.Release();
        }
    }

    private static async Task<string> RunAsync(string program, string[] arguments, string input, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        await process.StandardInput.WriteAsync(input.AsMemory(), cancellation);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellation);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} failed: {await errors}");

        return await output;
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Modular.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");

        return folder.FullName;
    }
}
