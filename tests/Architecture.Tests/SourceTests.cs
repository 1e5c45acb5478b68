using Modular.Architecture.Tests.Rules;
using Modular.TestKit;
using Xunit;

namespace Modular.Architecture.Tests;

public sealed class SourceTests
{
    private const int MostLines = 600;

    [Fact]
    public void No_source_file_is_longer_than_600_lines() => Assert.DoesNotContain(
        SourceTree.Files("*.cs"), file => SourceTree.Read(file).Count(letter => letter == '\n') > MostLines);

    [Fact]
    public void No_source_says_that_it_is_unfinished_or_has_a_name_that_says_nothing() => Assert.Empty(
        from file in SourceTree.Files("*.cs")
        from violation in SourceWords.Violations(SourceTree.Read(file))
        select $"{file}:{violation}");

    [Fact]
    public void Unfinished_remarks_empty_names_and_missing_implementations_are_found()
    {
        const string Source =
            """
            // TODO: later
            internal static class ImportHelper
            {
                /* a FIXME here */
                public static int Count() => throw new NotImplementedException();
                public const string Text = "TODO is a word of an officer";
            }
            internal sealed class GrantManager;
            internal sealed class Managerial;
            """;

        Assert.Equal(
            ["1: TODO", "2: type name ImportHelper", "4: FIXME", "5: NotImplementedException", "8: type name GrantManager"],
            SourceWords.Violations(Source));
    }

    [Fact]
    public void Directives_at_the_head_of_files_are_in_order() => Assert.Empty(
        from file in SourceTree.Files("*.cs")
        let first = UsingDirectives.FirstOutOfOrder(SourceTree.Read(file))
        where first is not null
        select $"{file}: {first}");

    [Fact]
    public void A_directive_out_of_order_is_found() => Assert.Equal(
        [null, "System.Text", "Modular.Kernel"],
        new[]
        {
            "using System;\nusing Modular.kernel;\nusing Modular.Members;\n\nusing Static = System.Math;\nnamespace A;\n",
            "using Modular.Kernel;\nusing System.Text;\n",
            "using System.Text;\nusing Modular.Members;\nusing Modular.Kernel;\nusing Modular.Organizations;\n",
        }.Select(UsingDirectives.FirstOutOfOrder));

    [Fact]
    public void Every_project_is_part_of_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "Modular.sln")).Replace('\\', '/');

        // Samples are built as an integrator would: outside of the solution, from the packages.
        Assert.DoesNotContain(
            SourceTree.Files("*.csproj"),
            project => !project.StartsWith("samples/", StringComparison.Ordinal) && !solution.Contains($"\"{project}\"", StringComparison.Ordinal));
    }
}
