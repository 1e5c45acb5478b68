using Modular.Kernel.GraphQL;

namespace Modular.Members.Transfers;

internal sealed class TransferQueries : QueryFields
{
    protected override void Define(QueryBuilder query)
    {
        query.ById<Transfer>("transfer", "One transfer of Party activities.");
        query.Connection<Transfer>("transfers", "The transfers of Party activities that leave from, or are introduced to, where the user may look; the latest first.");
    }
}

/// <summary>What transfers add to organizations.</summary>
internal sealed class OrganizationTransfers() : EntityTypeExtension("Organization")
{
    protected override void Define(EntityExtensionBuilder organization)
    {
        organization.Connection<Transfer>("outgoingTransfers", t => t.OriginId, "Who is, or was, introduced out of the cell (chuyển đi).").IncludesSubtree();
        organization.Connection<Transfer>("incomingTransfers", t => t.ReceiverId!, "Who is, or was, introduced to the organization (chuyển đến), from the day on which the paper is complete.").IncludesSubtree();
        organization.Connection<TransferBox>(
            "introductions", b => b.OrganizationId!, "The organization's register of introductions (sổ giới thiệu sinh hoạt đảng, 10-SHĐ): the boxes that it signed, by number.")
            .Only<TransferBox>(b => $"{b[row => row.RegisterNumber]} is not null").SortedBy("NUMBER");
    }
}
