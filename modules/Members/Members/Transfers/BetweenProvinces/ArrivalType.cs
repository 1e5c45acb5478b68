using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Provinces;
using Modular.Members.Contracts;
using Modular.Members.Data;

namespace Modular.Members.Transfers.BetweenProvinces;

internal sealed class ArrivalType : EntityType<Arrival, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<Arrival> arrival)
    {
        arrival.Name("Arrival").Requires(MembersPermissions.ReadTransfers).IsNode();
        arrival.Describe("An introduction paper that came from another province (giấy giới thiệu từ tỉnh khác đến), with what it says. The member's file stays sealed until the member is taken in.");
        arrival.Field(a => a.Version, "Raised by every change; what `expectedVersion` of a mutation is compared with.", DataClass.Internal);
        arrival.Field(a => a.State, DataClass.Basic);
        arrival.Field(a => a.FromProvince, DataClass.Basic);
        arrival.Field(a => a.OriginName, DataClass.Basic);
        arrival.Field(a => a.IntroducedBy, DataClass.Basic);
        arrival.Field(a => a.PaperNumber, DataClass.Basic);
        arrival.Field(a => a.DestinationName, DataClass.Basic);
        arrival.Reference("receiver", "Organization", a => a.ReceiverId, "The organization whose turn it is, and in the end the cell that took the member in.");
        arrival.Field(a => a.Cause, DataClass.Basic);
        arrival.Field(a => a.FullName, DataClass.Basic);
        arrival.Field(a => a.BirthDate, DataClass.Basic);
        arrival.Field(a => a.JoinedOn, DataClass.Basic);
        arrival.Field(a => a.OfficialOn, DataClass.Basic);
        arrival.Field(a => a.CardNumber, DataClass.Basic);
        arrival.Field(a => a.CvNumber, DataClass.Basic);
        arrival.Field(a => a.DuesPaidThrough, DataClass.Basic);
        arrival.Field(a => a.PortalReference, DataClass.Basic);
        arrival.Field(a => a.IntroducedOn, DataClass.Basic);
        arrival.Field(a => a.PresentBy, DataClass.Basic);
        arrival.Field(a => a.EarliestOn, DataClass.Basic);
        arrival.Field(a => a.PresentLateReason, DataClass.Basic);
        arrival.Reference("member", "Member", a => a.MemberId, "The member, once taken in; null out of the user's reach.");
        arrival.Reference("cell", "Organization", a => a.CellId, "The cell that took the member in (chi bộ tiếp nhận).");
        arrival.Field(a => a.AcceptedOn, DataClass.Basic);
        arrival.Field(a => a.SignedBy, DataClass.Basic);
        arrival.Field(a => a.ClosedOn, DataClass.Basic);
        arrival.Field(a => a.ClosingReason, DataClass.Basic);

        arrival.Children<ArrivalBox>("boxes", b => b.ArrivalId, "The boxes of the paper (các ô của giấy giới thiệu), in order: those that the other province signed, and those of the way down here.");

        arrival.Filter(a => a.State).Filter(a => a.Cause).Filter(a => a.IntroducedOn).Filter(a => a.PresentBy).Filter(a => a.AcceptedOn).Filter(a => a.PortalReference)
            .FilterByOrganization("receiver", "Those before an organization, or any below it.", a => a.ReceiverId);
        arrival.Sortable("INTRODUCED_ON", a => a.IntroducedOn).Sortable("NAME", a => a.FullName).SortedBy("INTRODUCED_ON", descending: true);
    }
}

internal sealed class ArrivalBoxType : EntityType<ArrivalBox, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<ArrivalBox> box)
    {
        box.Name("ArrivalBox").Requires(MembersPermissions.ReadTransfers);
        box.Describe("A box of an introduction paper from another province: an organization there that introduced the member, or one here on the way down to the cell.");
        box.Field(b => b.Ordinal, DataClass.Internal);
        box.Field(b => b.Side, DataClass.Internal);
        box.Reference("organization", "Organization", b => b.OrganizationId, "The organization of this province that signs; null for one of the other.");
        box.Field(b => b.OrganizationName, DataClass.Basic);
        box.Field(b => b.RegisterYear, DataClass.Internal);
        box.Field(b => b.RegisterNumber, DataClass.Internal);
        box.Field(b => b.SignedOn, DataClass.Internal);
        box.Field(b => b.SignedBy, DataClass.Basic);
        box.Reference("arrival", "Arrival", b => b.ArrivalId, "What the paper says.");
        box.Filter(b => b.RegisterYear).Filter(b => b.RegisterNumber).Filter(b => b.Side).Filter(b => b.SignedOn);
        box.Sortable("ORDINAL", b => b.Ordinal).Sortable("NUMBER", b => b.RegisterYear, b => b.RegisterNumber).SortedBy("ORDINAL");
    }
}

internal sealed class ArrivalQueries : QueryFields
{
    protected override void Define(QueryBuilder query)
    {
        query.ById<Arrival>("arrival", "One introduction paper that came from another province.");
        query.Connection<Arrival>("arrivals", "The introduction papers from other provinces before organizations where the user may look; the latest first.");
    }
}

/// <summary>A province to which introduction papers can be sent through the system.</summary>
/// <param name="Slug">How it is called in addresses; what <c>destinationProvince</c> of a request takes.</param>
/// <param name="Name">The official name.</param>
[Classified(DataClass.Internal)]
internal sealed record CorrespondingProvince(string Slug, string Name);

[QueryType]
internal static class ProvinceQueries
{
    /// <summary>The other provinces to which introduction papers can be sent through the system.</summary>
    [Requires(MembersPermissions.Transfer)]
    [Classified(DataClass.Internal)]
    public static async Task<IReadOnlyList<CorrespondingProvince>> CorrespondingProvincesAsync(
        ILettersBetweenProvinces letters, CancellationToken cancellationToken) =>
        [.. (await letters.AddresseesAsync("members", cancellationToken)).Select(province => new CorrespondingProvince(province.Slug, province.VietnameseName))];
}

/// <summary>What papers from other provinces add to organizations.</summary>
internal sealed class OrganizationArrivals() : EntityTypeExtension("Organization")
{
    protected override void Define(EntityExtensionBuilder organization)
    {
        organization.Connection<Arrival>("arrivals", a => a.ReceiverId!, "The introduction papers from other provinces before the organization (giấy giới thiệu từ tỉnh khác đến).").IncludesSubtree();
        organization.Connection<ArrivalBox>(
            "arrivalIntroductions",
            b => b.OrganizationId!,
            "The part of the organization's register of introductions (sổ giới thiệu sinh hoạt đảng, 10-SHĐ) that is about papers from other provinces; its numbers count on with `introductions`.")
            .Only<ArrivalBox>(b => $"{b[row => row.RegisterNumber]} is not null").SortedBy("NUMBER");
    }
}
