using System.Reflection;
using System.Text.RegularExpressions;
using Modular.Architecture.Tests.Rules;
using Modular.TestKit;
using Xunit;

namespace Modular.Architecture.Tests;

/// <summary>
/// What modules of others are built against changes on purpose only. Each package for integrators has a file with its public surface; a change of it is
/// approved by running this class with <c>MODULAR_APPROVE=1</c> and committing the file, with the version raised where something was taken away
/// (docs/module-guide.md).
/// </summary>
public sealed class PublicSurfaceApprovalTests
{
    private static readonly string Approved = Path.Combine(Repository.Root, "tests", "Architecture.Tests", "Surfaces");

    public static TheoryData<string> Packages =>
    [
        "Modular.GraphQL", "Modular.GraphQL.AspNetCore", "Modular.Kernel", "Modular.Kernel.Documents", "Modular.Kernel.GraphQL", "Modular.Kernel.Postgres", "Modular.TestKit",
        .. BuiltAssemblies.Modules.Select(module => $"Modular.{module.Data}.Contracts"),
    ];

    [Theory]
    [MemberData(nameof(Packages))]
    public void The_public_surface_is_the_one_that_was_approved(string package)
    {
        var surface = PublicSurface.Of(AssemblyOf(package));
        var file = Path.Combine(Approved, package + ".txt");
        if (Environment.GetEnvironmentVariable("MODULAR_APPROVE") == "1")
            File.WriteAllText(file, surface);

        Assert.True(File.Exists(file), $"{file} is missing. {HowToApprove}");
        var approved = File.ReadAllText(file).Split('\n');
        var found = surface.Split('\n');
        Assert.True(
            approved.SequenceEqual(found),
            $"The public surface of {package} changed.\n{string.Join('\n', approved.Except(found).Select(line => "- " + line).Concat(found.Except(approved).Select(line => "+ " + line)))}\n{HowToApprove}");
    }

    [Theory]
    [InlineData("templates/modular-module/.template.config/template.json", "\"defaultValue\": \"(.*)\"")]
    [InlineData("samples/NamDinh.GrassrootsOversight/Directory.Build.props", "<ModularVersion>(.*)</ModularVersion>")]
    public void Template_and_sample_are_built_against_the_version_that_is_packed(string file, string pattern)
    {
        string Read(string path, string expression) => Regex.Match(File.ReadAllText(Path.Combine(Repository.Root, path)), expression).Groups[1].Value;

        Assert.Equal(Read("Directory.Build.props", "<Version>(.*)</Version>"), Read(file, pattern));
    }

    [Fact]
    public void A_surface_tells_types_members_and_what_may_be_null() => Assert.Equal(
        """
        sealed class Modular.Architecture.Tests.PublicSurfaceApprovalTests.Shown : List<string>, ICollection, ICollection<string>, IEnumerable, IEnumerable<string>, IList, IList<string>, IReadOnlyCollection<string>, IReadOnlyList<string>
            const int Most = 3
            new(int count, string? word = null)
            required string Word { get; init; }
            static T? Find<T>(IReadOnlyList<T> among, out int place)
        enum Modular.Architecture.Tests.PublicSurfaceApprovalTests.Way
            Up = 0
            Down = 4

        """.ReplaceLineEndings("\n"),
        PublicSurface.Of([typeof(Way), typeof(Shown)]));

    private const string HowToApprove =
        "If that is meant, run tests/Architecture.Tests with MODULAR_APPROVE=1 and commit tests/Architecture.Tests/Surfaces; raise <Version> in Directory.Build.props where something was taken away.";

    private static Assembly AssemblyOf(string package) => package.EndsWith(".Contracts", StringComparison.Ordinal)
        ? Assembly.LoadFrom(BuiltAssemblies.Contracts(package.Split('.')[1]))
        : Assembly.Load(package);

#pragma warning disable CA1034 // Shown as what it is: a type that others see.
    public enum Way
    {
        Up,
        Down = 4,
    }

    public sealed class Shown(int count, string? word = null) : List<string>(count)
    {
        public const int Most = 3;

        public required string Word { get; init; } = word ?? "";

        internal static int Hidden => 1;

        public static T? Find<T>(IReadOnlyList<T> among, out int place)
            where T : class
        {
            place = among.Count - 1;
            return place < 0 ? null : among[place];
        }
    }
#pragma warning restore CA1034
}
