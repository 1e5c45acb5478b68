using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Modular.Kernel.Modules;
using Xunit;

namespace Modular.Host.Tests.Modules;

/// <summary>Builds real module folders, good and bad ones, as an integrator would drop them beside the host.</summary>
internal sealed class ModuleWorkshop : IDisposable
{
    private static readonly MetadataReference[] Platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is { } name && (name.StartsWith("System.", StringComparison.Ordinal)
                || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) || name == "netstandard.dll" || name == "mscorlib.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static readonly MetadataReference Kernel = MetadataReference.CreateFromFile(typeof(ModularModule).Assembly.Location);

    /// <summary>All that a module with tables, types and services is built against.</summary>
    public static readonly MetadataReference[] Whole =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is { } name && (name.StartsWith("Modular.Kernel", StringComparison.Ordinal) || name.StartsWith("Modular.GraphQL", StringComparison.Ordinal)
                || name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) || name.StartsWith("Npgsql", StringComparison.Ordinal)) && !name.Contains("Tests", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    // Contracts are loaded into the one default context of the test process, so their names must not repeat from test to test.
    private readonly string prefix = "M" + Guid.NewGuid().ToString("N");

    public string Root { get; } = Directory.CreateTempSubdirectory("modules-").FullName;

    public string AssemblyName(string name) => $"{prefix}.{name}";

    public string FolderOf(string name) => Path.Combine(Root, name);

    /// <summary>A module with contracts of its own, depending on the contracts of others.</summary>
    public ModuleWorkshop Module(string id, params string[] dependsOn) => Module(id, "", dependsOn);

    /// <summary>The same, with statements for the body of its registration.</summary>
    public ModuleWorkshop Module(string id, string register, string[] dependsOn)
    {
        Contracts(id);
        return Assembly(id, ModuleSource(id, id, register, dependsOn), [Kernel, .. dependsOn.Append(id).Select(ContractsReference)]);
    }

    /// <summary>The contracts assembly of a module, in that module's folder.</summary>
    public ModuleWorkshop Contracts(string id, string version = "1.0.0.0") =>
        Assembly(id, $$"""
            [assembly: System.Reflection.AssemblyVersion("{{version}}")]
            namespace Contracts.{{id}};
            public sealed class Contract : Modular.Kernel.Modules.IModuleContract { public static string ModuleId => "{{id}}"; }
            """, [Kernel], id + ".Contracts");

    /// <summary>An assembly of any source in a module's folder.</summary>
    public ModuleWorkshop Assembly(string folder, string source, MetadataReference[]? references = null, string? name = null, string? migration = null)
    {
        var path = Path.Combine(Directory.CreateDirectory(FolderOf(folder)).FullName, AssemblyName(name ?? folder) + ".dll");
        var compilation = CSharpCompilation.Create(
            AssemblyName(name ?? folder),
            [CSharpSyntaxTree.ParseText(source)],
            [.. Platform, .. references ?? [Kernel]],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var file = File.Create(path);
        var emitted = compilation.Emit(
            file, manifestResources: migration is null ? [] : [new ResourceDescription("Migrations/0001_made.sql", () => new MemoryStream(Encoding.UTF8.GetBytes(migration)), isPublic: true)]);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return this;
    }

    /// <summary>A kernel of another major version, as a module of another age was built against.</summary>
    public MetadataReference KernelOfVersion(string version)
    {
        var path = Path.Combine(Root, "..", prefix + ".kernel.dll");
        var compilation = CSharpCompilation.Create(
            typeof(ModularModule).Assembly.GetName().Name,
            [CSharpSyntaxTree.ParseText($$"""
                [assembly: System.Reflection.AssemblyVersion("{{version}}")]
                namespace Modular.Kernel.Modules;
                public sealed class ModuleAttribute(string id) : System.Attribute { public string Id => id; }
                public abstract class ModularModule;
                """)],
            Platform,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.True(compilation.Emit(path).Success);
        return MetadataReference.CreateFromFile(path);
    }

    public MetadataReference ContractsReference(string id) =>
        MetadataReference.CreateFromFile(Path.Combine(FolderOf(id), AssemblyName(id + ".Contracts") + ".dll"));

    public static string ModuleSource(string className, string id, string register = "", params string[] dependsOn) => $$"""
        using Modular.Kernel.Modules;
        [Module("{{id}}", Title = "{{id}}", VietnameseTitle = "{{id}}")]
        {{string.Concat(dependsOn.Select(other => $"[DependsOn<Contracts.{other}.Contract>]"))}}
        public sealed class {{className}} : ModularModule
        {
            public override void Register(ModuleBuilder module) { {{register}} }
        }
        """;

    public void Dispose()
    {
        Directory.Delete(Root, recursive: true);
        File.Delete(Path.Combine(Root, "..", prefix + ".kernel.dll"));
    }
}
