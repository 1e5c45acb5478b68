using Modular.Architecture.Tests.Rules;
using Xunit;

namespace Modular.Architecture.Tests;

public sealed class PublicSurfaceTests
{
    public static TheoryData<string> Modules => BuiltAssemblies.Modules;

    [Theory]
    [MemberData(nameof(Modules))]
    public void A_module_shows_nothing_but_its_module_class(string module) =>
        Assert.Equal([$"Modular.{module}.{module}Module"], PublicTypes.Of(BuiltAssemblies.Module(module)));

    [Fact]
    public void A_second_public_type_is_found()
    {
        var fixture = FixtureAssembly.Compile(
            """
            namespace Modular.Fixture;
            public sealed class FixtureModule { public class Nested; }
            public sealed class Leaked;
            internal sealed class Hidden;
            """,
            []);

        Assert.Equal(["Modular.Fixture.FixtureModule", "Modular.Fixture.Leaked"], PublicTypes.Of(fixture));
    }
}
