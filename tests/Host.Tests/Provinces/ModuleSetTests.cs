using Modular.Host.Modules;
using Modular.Host.Provinces;
using Modular.Host.Startup;
using Xunit;

namespace Modular.Host.Tests.Provinces;

public sealed class ModuleSetTests
{
    private static readonly Kernel.Modules.InstalledModules Installed =
        InstalledModuleSource.Load(new HostStart { Modules = [new RegistersModule(), new MinutesModule()] }, new ModuleOptions()).Installed;

    [Fact]
    public void An_enabled_module_whose_dependency_is_not_enabled_does_not_serve() =>
        Assert.Empty(Serving("minutes"));

    [Fact]
    public void An_enabled_module_that_is_not_installed_does_not_serve() =>
        Assert.Equal(["registers"], Serving("assessment", "registers"));

    [Fact]
    public void Sets_of_the_same_modules_are_equal() =>
        Assert.Equal(ModuleSet.Serving(new HashSet<string> { "minutes", "registers" }, Installed), ModuleSet.Full(Installed));

    private static IReadOnlyList<string> Serving(params string[] enabled) => ModuleSet.Serving(enabled.ToHashSet(), Installed).Ids;
}
