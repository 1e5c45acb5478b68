using Modular.Kernel.Access;
using Modular.Kernel.Modules;
using Modular.Kernel.Results;
using Xunit;

namespace Modular.Kernel.Tests.Modules;

public sealed class ModuleBuilderTests
{
    [Fact]
    public void The_manifest_is_read_off_the_module_class() =>
        Assert.Equivalent(
            new ModuleManifest("sample", "Sample", "Mẫu", typeof(SampleModule).Assembly.GetName().Version!, ["ground"]),
            ModuleManifest.Of(typeof(SampleModule)));

    [Fact]
    public void A_class_without_the_attribute_has_no_manifest() =>
        Assert.Throws<InvalidOperationException>(() => ModuleManifest.Of(typeof(ModuleBuilderTests)));

    [Fact]
    public void A_permission_that_does_not_carry_the_modules_name_is_refused()
    {
        var exception = Assert.Throws<ArgumentException>(() => Builder().Permissions(Permission("members.read")));

        Assert.Equal("Permission 'members.read' of module 'sample' must start with 'sample.'.", exception.Message);
    }

    [Fact]
    public void A_permission_declared_twice_is_refused() =>
        Assert.Throws<ArgumentException>(() => Builder().Permissions(Permission("sample.read"), Permission("sample.read")));

    private static ModuleBuilder Builder() => new(ModuleManifest.Of(typeof(SampleModule)), typeof(SampleModule).Assembly);

    private static PermissionDefinition Permission(string name) => new(name, new LocalizedText("Xem", "Read"));

    private sealed class GroundContract : IModuleContract
    {
        public static string ModuleId => "ground";
    }

    [Module("sample", Title = "Sample", VietnameseTitle = "Mẫu")]
    [DependsOn<GroundContract>]
    private sealed class SampleModule : ModularModule
    {
        public override void Register(ModuleBuilder module)
        {
        }
    }
}
