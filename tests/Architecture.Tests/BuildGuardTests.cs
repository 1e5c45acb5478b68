using System.Diagnostics;
using Modular.TestKit;
using Xunit;

namespace Modular.Architecture.Tests;

/// <summary>The build itself refuses references that the architecture forbids, before the compiler runs.</summary>
public sealed class BuildGuardTests : IDisposable
{
    private readonly string tree = Directory.CreateTempSubdirectory("architecture-").FullName;

    public void Dispose() => Directory.Delete(tree, recursive: true);

    [Theory]
    [InlineData("modules/Cells/Cells/Modular.Cells", "modules/Members/Members/Modular.Members", "Modular.Cells may not reference Modular.Members: a module knows the kernel and the Contracts of others, never another module, the host or a test.")]
    [InlineData("modules/Cells/Cells.Contracts/Modular.Cells.Contracts", "shared-kernel/Kernel.Postgres/Modular.Kernel.Postgres", "Modular.Cells.Contracts may not reference Modular.Kernel.Postgres: contracts know Modular.Kernel and other contracts only: no EF Core, no GraphQL, no module.")]
    [InlineData("host/Modular.Host", "modules/Members/Members.Contracts/Modular.Members.Contracts", "Modular.Host may not reference Modular.Members.Contracts: the host knows no module: it finds them in modules/*/ beside it.")]
    [InlineData("shared-kernel/Kernel.GraphQL/Modular.Kernel.GraphQL", "modules/Members/Members.Contracts/Modular.Members.Contracts", "Modular.Kernel.GraphQL may not reference Modular.Members.Contracts: the kernel knows no module, host or test.")]
    [InlineData("shared-kernel/Kernel/Modular.Kernel", "shared-kernel/GraphQL/Modular.GraphQL", "Modular.Kernel may not reference Modular.GraphQL: Modular.Kernel depends on nothing of ours.")]
    [InlineData("modules/Cells/Cells/Modular.Cells", "modules/Members/Members.Contracts/Modular.Members.Contracts", null)]
    public async Task The_build_lets_through_what_is_allowed_and_nothing_else(string project, string references, string? refusal)
    {
        foreach (var file in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "BannedSymbols.txt" })
            File.Copy(Path.Combine(Repository.Root, file), Path.Combine(tree, file));
        Write(references, "");
        Write(project, $"""<ItemGroup><ProjectReference Include="$(RepositoryRoot){references}.csproj" /></ItemGroup>""");

        using var build = Process.Start(new ProcessStartInfo("dotnet", ["msbuild", Path.Combine(tree, project + ".csproj"), "-t:CheckWhoKnowsWhom", "-nologo", "-nodeReuse:false"])
        {
            RedirectStandardOutput = true,
        })!;
        var output = await build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await build.WaitForExitAsync(TestContext.Current.CancellationToken);

        var errors = output.Split('\n').Where(line => line.Contains("error", StringComparison.Ordinal)).Select(line => line.Split(": error ")[^1].Split(" [")[0]);
        Assert.Equal(refusal is null ? [] : [$"MODULAR001: {refusal}"], errors);
        Assert.Equal(refusal is null ? 0 : 1, build.ExitCode);
    }

    private void Write(string project, string items)
    {
        var file = Path.Combine(tree, project + ".csproj");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, $"""<Project Sdk="Microsoft.NET.Sdk">{items}</Project>""");
    }
}
