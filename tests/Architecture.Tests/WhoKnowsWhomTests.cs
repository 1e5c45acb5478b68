using Modular.Architecture.Tests.Rules;
using Modular.TestKit;
using Xunit;

namespace Modular.Architecture.Tests;

public sealed class WhoKnowsWhomTests
{
    public static TheoryData<string> Modules => BuiltAssemblies.Modules;

    [Fact]
    public void Every_module_of_the_repository_is_looked_at()
    {
        var sources = Directory.GetDirectories(Path.Combine(Repository.Root, "modules")).Select(Path.GetFileName).Order(StringComparer.Ordinal);

        Assert.Equal(sources, Modules.Select(row => row.Data));
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public void A_module_knows_no_other_module(string module) =>
        Assert.Empty(AssemblyKnowledge.OfModule(BuiltAssemblies.Module(module)));

    [Theory]
    [MemberData(nameof(Modules))]
    public void Contracts_know_the_pure_kernel_and_other_contracts_only(string module) =>
        Assert.Empty(AssemblyKnowledge.OfContracts(BuiltAssemblies.Contracts(module)));

    [Fact]
    public void The_host_knows_no_module() => Assert.Empty(AssemblyKnowledge.OfHost(BuiltAssemblies.Host));

    [Theory]
    [InlineData("Modular.Kernel")]
    [InlineData("Modular.GraphQL")]
    public void Kernel_and_engine_depend_on_nothing_of_ours(string assembly) =>
        Assert.Empty(AssemblyKnowledge.OfPureAssembly(BuiltAssemblies.SharedKernel(assembly)));

    [Fact]
    public void The_rules_find_what_they_are_for()
    {
        var all = new[] { "Modular.Members", "Modular.Members.Contracts", "Modular.Kernel.Postgres", "Modular.Host", "Npgsql" };
        var fixture = FixtureAssembly.Compile(
            $"public class Knows {{ {string.Concat(all.Select((name, index) => $"public {name}.Known F{index};"))} }}", all);

        Assert.Equal(["Modular.Host", "Modular.Members"], AssemblyKnowledge.OfModule(fixture));
        Assert.Equal(["Modular.Host", "Modular.Kernel.Postgres", "Modular.Members", "Npgsql"], AssemblyKnowledge.OfContracts(fixture));
        Assert.Equal(["Modular.Host", "Modular.Members", "Modular.Members.Contracts"], AssemblyKnowledge.OfHost(fixture));
        Assert.Equal(all.Order(StringComparer.Ordinal), AssemblyKnowledge.OfPureAssembly(fixture));
    }
}
