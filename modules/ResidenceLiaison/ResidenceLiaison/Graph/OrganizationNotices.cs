using Modular.Kernel.GraphQL;
using Modular.ResidenceLiaison.Notices;

namespace Modular.ResidenceLiaison.Graph;

/// <summary>What notices add to organizations.</summary>
internal sealed class OrganizationNotices() : EntityTypeExtension("OrganizationResidenceLiaison")
{
    protected override void Define(EntityExtensionBuilder liaison) =>
        liaison.Connection<Notice>("notices", n => n.AddresseeId, "The notices for the organization, at the workplace and at the residence; the latest first.").IncludesSubtree();
}
