using System.Runtime.CompilerServices;
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

    /// <summary>Compiles a source, which may use a class <c>N.Known</c> of each of the assemblies named, into a folder beside the tests that bears the test's name.</summary>
    public static string Compile(string source, IEnumerable<string> knows, [CallerMemberName] string test = "")
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "fixtures", test)).FullName;
        var file = Path.Combine(folder, "Fixture.dll");
        Emit("Fixture", source, [.. Platform, .. knows.Select(name => Other(folder, name))], file);
        return file;
    }

    private static PortableExecutableReference Other(string folder, string name)
    {
        var file = Path.Combine(folder, name + ".dll");
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
