using Modular.DataProtection;
using Modular.Members;
using Modular.Organizations;
using Modular.ResidenceLiaison;
using Modular.TestKit.Hosts;

namespace Modular.Isolation.Tests.World;

/// <summary>The same world behind a host whose application keeps neither to provinces nor to reach.</summary>
public sealed class UnfilteredWorld : AttackedWorld
{
    /// <inheritdoc />
    protected override bool ComparesInside => false;

    /// <inheritdoc />
    protected override Task<TestHost> StartAsync() => TestHost.StartWithoutFiltersAsync(new OrganizationsModule(), new MembersModule(), new DataProtectionModule(), new ResidenceLiaisonModule());
}
