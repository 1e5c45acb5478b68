using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Modular.Kernel.Modules;
using Xunit;

namespace Modular.Architecture.Tests;

/// <summary>An assembly that breaks a rule on purpose.</summary>
internal static class FixtureAssembly
{
    private static readonly MetadataReference[] Platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Append(typeof(ModularModule).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Compiles a source, which may use a class <c>N.Known</c> of each of the assemblies named.</summary>
    public static string Compile(string source, params string[] knows)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("architecture-").FullName, "Fixture.dll");
        Emit("Fixture", source, [.. Platform, .. knows.Select(Other)], file);
        return file;
    }

    private static PortableExecutableReference Other(string name)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("architecture-").FullName, name + ".dll");
        Emit(name, $"namespace {name} {{ public class Known; }}", Platform, file);
        return MetadataReference.CreateFromFile(file);
    }

    private static void Emit(string name, string source, MetadataReference[] references, string file)
    {
        var emitted = CSharpCompilation
            .Create(name, [CSharpSyntaxTree.ParseText(source)], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .Emit(file);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
    }
}
