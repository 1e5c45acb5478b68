using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Modular.Host.Modules;
using Xunit;

namespace Modular.Host.Tests.Modules;

public sealed class ModuleLoaderTests : IDisposable
{
    private readonly ModuleWorkshop workshop = new();

    public void Dispose() => workshop.Dispose();

    [Fact]
    public void Modules_are_loaded_after_those_that_they_depend_on()
    {
        workshop.Module("zeta").Module("beta", "zeta").Module("alpha", "beta");

        var report = Load();

        Assert.Equal(["zeta", "beta", "alpha"], report.Installed.All.Select(module => module.Id));
        Assert.Empty(report.Faulty);
        Assert.Equal(["zeta"], report.Installed.Find("beta")!.Manifest.DependsOn);
        // They lie in a folder that was named, so the sample does not enable them.
        Assert.DoesNotContain(report.Entries, entry => entry.CameWithHost);
    }

    [Fact]
    public void Every_module_lives_in_its_own_context_and_contracts_are_shared()
    {
        workshop.Module("zeta").Module("beta", "zeta");

        var report = Load();

        var contexts = report.Installed.All.Select(module => AssemblyLoadContext.GetLoadContext(module.Registration.Assembly)!.Name);
        Assert.Equal(["zeta", "beta"], contexts);
        var contracts = AppDomain.CurrentDomain.GetAssemblies().Where(assembly => assembly.GetName().Name == workshop.AssemblyName("zeta.Contracts"));
        Assert.Equal(AssemblyLoadContext.Default, AssemblyLoadContext.GetLoadContext(Assert.Single(contracts)));
    }

    [Fact]
    public void A_module_whose_dependency_is_not_installed_is_left_out_and_the_others_serve()
    {
        workshop.Module("zeta").Module("beta", "zeta").Module("alpha");
        Directory.Delete(workshop.FolderOf("zeta"), recursive: true);

        Refused(Load(), "beta", ModuleLoadFailure.MissingDependency,
            $"It depends on the module of {workshop.AssemblyName("zeta.Contracts")}, which is not installed.", serving: ["alpha"]);
    }

    [Fact]
    public void Everything_that_depends_on_a_faulty_module_is_left_out_with_it()
    {
        workshop.Module("zeta", "throw new System.InvalidOperationException(\"no tables today\");", []).Module("beta", "zeta").Module("alpha", "beta").Module("omega");

        var report = Load();

        Assert.Equal(
            [
                ("alpha", ModuleLoadFailure.MissingDependency, "It depends on the module 'beta', which could not be loaded."),
                ("beta", ModuleLoadFailure.MissingDependency, "It depends on the module 'zeta', which could not be loaded."),
                ("zeta", ModuleLoadFailure.RegistrationFailed, "zeta.Register failed: no tables today"),
            ],
            report.Faulty.Select(entry => (entry.Name, entry.Failure!.Value, entry.Reason!)));
        Assert.Equal(["omega"], report.Installed.All.Select(module => module.Id));
    }

    [Fact]
    public void Modules_that_depend_on_each_other_in_a_circle_are_left_out_with_the_circle_named()
    {
        workshop.Contracts("alpha").Contracts("beta");
        workshop.Module("alpha", "beta").Module("beta", "alpha").Module("omega");

        var report = Load();

        Assert.Equal(
            [
                ("alpha", ModuleLoadFailure.DependencyCycle, "The modules depend on each other in a circle: alpha -> beta -> alpha."),
                ("beta", ModuleLoadFailure.DependencyCycle, "The modules depend on each other in a circle: beta -> alpha -> beta."),
            ],
            report.Faulty.Select(entry => (entry.Name, entry.Failure!.Value, entry.Reason!)));
        Assert.Equal(["omega"], report.Installed.All.Select(module => module.Id));
    }

    [Fact]
    public void The_second_module_of_an_identifier_is_left_out()
    {
        workshop.Module("alpha").Assembly("copy", ModuleWorkshop.ModuleSource("Copy", "alpha"));

        Refused(Load(), "copy", ModuleLoadFailure.DuplicateId,
            $"The module 'alpha' was already found in {workshop.FolderOf("alpha")}.", serving: ["alpha"]);
    }

    [Fact]
    public void A_module_of_another_contract_version_is_left_out_before_it_is_loaded()
    {
        workshop.Module("alpha").Assembly(
            "old",
            """
            using Modular.Kernel.Modules;
            [Module("old")] public sealed class Old : ModularModule;
            """,
            [workshop.KernelOfVersion("97.1.2.0")]);

        Refused(Load(), "old", ModuleLoadFailure.ContractVersion,
            "It was built against version 97.1.2 of the kernel and works with 97.1 or a later 97.x; this host has 0.1.0. Build it against the packages of this host.",
            serving: ["alpha"]);
        Assert.DoesNotContain(AppDomain.CurrentDomain.GetAssemblies(), assembly => assembly.GetName().Name == workshop.AssemblyName("old"));
    }

    [Fact]
    public void A_module_built_against_a_newer_major_of_anothers_contracts_is_left_out()
    {
        workshop.Contracts("zeta", "2.0.0.0");
        workshop.Assembly("beta", ModuleWorkshop.ModuleSource("Beta", "beta", "_ = typeof(Contracts.zeta.Contract);", "zeta"),
            [ModuleWorkshop.Kernel, workshop.ContractsReference("zeta")]);
        workshop.Module("zeta");

        Refused(Load(), "beta", ModuleLoadFailure.ContractVersion,
            $"It was built against version 2.0.0 of {workshop.AssemblyName("zeta.Contracts")} and works with 2.0 or a later 2.x; installed is 1.0.0.", serving: ["zeta"]);
    }

    [Theory]
    [InlineData("1.2.0", "1.2.0", true)]
    [InlineData("1.2.0", "1.3.7", true)]
    [InlineData("1.2.9", "1.2.0", true)]
    [InlineData("1.3.0", "1.2.9", false)]
    [InlineData("1.2.0", "2.0.0", false)]
    [InlineData("2.0.0", "1.9.0", false)]
    [InlineData("0.1.0", "0.1.4", true)]
    [InlineData("0.1.0", "0.2.0", false)]
    public void Contracts_keep_to_semantic_versioning(string built, string present, bool fits) =>
        Assert.Equal(fits, ContractVersion.Fits(Version.Parse(built), Version.Parse(present)));

    [Fact]
    public void A_damaged_assembly_is_reported()
    {
        workshop.Module("alpha");
        Directory.CreateDirectory(workshop.FolderOf("damaged"));
        File.WriteAllText(Path.Combine(workshop.FolderOf("damaged"), "Damaged.dll"), "not an assembly");

        Refused(Load(), "damaged", ModuleLoadFailure.BrokenAssembly,
            "Damaged.dll cannot be read as an assembly, and no other one holds a module class.", serving: ["alpha"]);
    }

    [Fact]
    public void A_folder_without_a_module_class_is_reported()
    {
        workshop.Module("alpha").Assembly("empty", "public static class Nothing { public static object X = typeof(Modular.Kernel.Modules.ModuleBuilder); }");

        Refused(Load(), "empty", ModuleLoadFailure.NoModuleClass,
            "No assembly in the folder holds a class that derives from ModularModule.", serving: ["alpha"]);
    }

    [Fact]
    public void A_folder_with_two_module_classes_is_reported()
    {
        workshop.Module("alpha").Assembly(
            "two",
            """
            using Modular.Kernel.Modules;
            public sealed class First : ModularModule { public override void Register(ModuleBuilder module) { } }
            public sealed class Second : ModularModule { public override void Register(ModuleBuilder module) { } }
            """.Replace("public sealed class", "[Module(\"x\", Title = \"x\", VietnameseTitle = \"x\")] public sealed class", StringComparison.Ordinal));

        Refused(Load(), "two", ModuleLoadFailure.SeveralModuleClasses,
            "Several classes derive from ModularModule: First, Second.", serving: ["alpha"]);
    }

    [Fact]
    public void A_module_class_without_a_manifest_is_reported()
    {
        workshop.Module("alpha").Assembly(
            "nameless",
            """
            using Modular.Kernel.Modules;
            namespace Provinces.Own;
            public sealed class Nameless : ModularModule { public override void Register(ModuleBuilder module) { } }
            """);

        Refused(Load(), "nameless", ModuleLoadFailure.NoManifest, "Provinces.Own.Nameless carries no [Module] attribute.", serving: ["alpha"]);
    }

    [Fact]
    public void A_module_that_lacks_a_package_is_reported_before_it_is_loaded()
    {
        workshop.Assembly("package", "public static class Package { public const int X = 1; public static int Y() => 2; }", name: "Package");
        var package = Path.Combine(workshop.FolderOf("package"), workshop.AssemblyName("Package") + ".dll");
        workshop.Module("alpha").Assembly(
            "needy",
            ModuleWorkshop.ModuleSource("Needy", "needy", "Package.Y();"),
            [ModuleWorkshop.Kernel, MetadataReference.CreateFromFile(package)]);
        Directory.Delete(workshop.FolderOf("package"), recursive: true);

        Refused(Load(), "needy", ModuleLoadFailure.BrokenAssembly,
            $"It needs {workshop.AssemblyName("Package")} 0.0.0, which is neither in its folder nor part of the host.", serving: ["alpha"]);
    }

    [Fact]
    public void A_module_that_uses_contracts_without_declaring_the_dependency_is_left_out()
    {
        workshop.Module("zeta").Assembly(
            "sly",
            ModuleWorkshop.ModuleSource("Sly", "sly", "System.Console.Write(Contracts.zeta.Contract.ModuleId);"),
            [ModuleWorkshop.Kernel, workshop.ContractsReference("zeta")]);

        Refused(Load(), "sly", ModuleLoadFailure.MissingDependency,
            $"It uses {workshop.AssemblyName("zeta.Contracts")} without declaring the module 'zeta' as a dependency.", serving: ["zeta"]);
    }

    // Only modules that never end are there: on a slow machine a short time could be too short for one that does.
    [Fact]
    public void A_module_that_never_ends_registering_is_left_out()
    {
        workshop.Module("endless", "new System.Threading.ManualResetEventSlim().Wait();", []);

        Refused(ModuleLoader.Load([workshop.Root], TimeSpan.FromSeconds(0.1)), "endless", ModuleLoadFailure.RegistrationFailed,
            "endless.Register failed: it did not end within 0.1 s and was left behind", serving: []);
    }

    [Fact]
    public void A_module_that_never_ends_declaring_is_left_out()
    {
        workshop.Assembly(
            "endless",
            """
            using Modular.GraphQL.CodeFirst; using Modular.Kernel.GraphQL; using Modular.Kernel.Modules;
            [Module("endless", Title = "endless", VietnameseTitle = "endless")]
            public sealed class Endless : ModularModule { public override void Register(ModuleBuilder module) => module.GraphQL(); }
            internal sealed class Waiting() : EntityTypeExtension("Organization") { protected override void Define(EntityExtensionBuilder organization) => new System.Threading.ManualResetEventSlim().Wait(); }
            """,
            ModuleWorkshop.Whole);

        Refused(ModuleVetting.Vet(Load(), TimeSpan.FromSeconds(0.1)), "endless", ModuleLoadFailure.Conflict,
            "Its declarations failed: it did not end within 0.1 s and was left behind", serving: []);
    }

    [Fact]
    public void A_folder_that_a_setting_names_but_that_does_not_exist_is_reported()
    {
        workshop.Module("alpha");

        var report = ModuleLoader.Load([workshop.Root, workshop.FolderOf("nowhere")], TimeSpan.FromMinutes(1));

        Assert.Equal(
            [new ModuleLoadEntry(workshop.FolderOf("nowhere"), null, null, ModuleLoadFailure.FolderNotFound, "The folder does not exist.")],
            report.Faulty);
        Assert.Equal(["alpha"], report.Installed.All.Select(module => module.Id));
    }

    [Fact]
    public void A_module_uses_the_package_version_that_lies_in_its_own_folder()
    {
        foreach (var (module, answer) in new[] { ("one", 1), ("two", 2) })
        {
            workshop.Assembly(module, $"public static class Package {{ public static int Answer() => {answer}; }}", name: "Package");
            var package = Path.Combine(workshop.FolderOf(module), workshop.AssemblyName("Package") + ".dll");
            workshop.Assembly(
                module,
                ModuleWorkshop.ModuleSource("Uses", module, "module.Services.Add(new(typeof(string), Package.Answer().ToString()));"),
                [ModuleWorkshop.Kernel, MetadataReference.CreateFromFile(package)]);
        }

        var report = Load();

        Assert.Equal(["1", "2"], report.Installed.All.Select(module => module.Registration.Services.Single().ImplementationInstance));
    }

    private ModuleLoadReport Load() => ModuleLoader.Load([workshop.Root], TimeSpan.FromMinutes(1));

    private void Refused(ModuleLoadReport report, string folder, ModuleLoadFailure failure, string reason, string[] serving)
    {
        var entry = Assert.Single(report.Faulty);
        Assert.Equal((workshop.FolderOf(folder), failure, reason), (entry.Folder, entry.Failure, entry.Reason));
        Assert.Equal(serving, report.Installed.All.Select(module => module.Id));
    }
}
