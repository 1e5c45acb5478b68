using Modular.Kernel.Modules;

namespace Modular.Kernel.Postgres.Tests.Sample;

[Module("sample", Title = "Sample", VietnameseTitle = "Mẫu")]
public sealed class SampleModule : ModularModule
{
    public override void Register(ModuleBuilder module)
    {
        module.Database<SampleDbContext>("sample");
        module.Handles<PersonJoined, WhenPersonJoined>();
    }
}
