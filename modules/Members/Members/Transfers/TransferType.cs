using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Members.Contracts;
using Modular.Members.Data;

namespace Modular.Members.Transfers;

internal sealed class TransferType : EntityType<Transfer, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<Transfer> transfer)
    {
        transfer.Name("Transfer").Requires(MembersPermissions.ReadTransfers).IsNode();
        transfer.Describe(
            "A transfer of Party activities (chuyển sinh hoạt đảng) of one member, with what its paper says. The receiving side sees it from the day on which the paper is complete.");
        transfer.Field(t => t.Version, "Raised by every change; what `expectedVersion` of a mutation is compared with.", DataClass.Internal);
        transfer.Reference("member", "Member", t => t.MemberId, "The member; null out of the user's reach, as before the receiving cell has taken them in.");
        transfer.Field(t => t.Kind, DataClass.Basic);
        transfer.Field(t => t.State, DataClass.Basic);
        transfer.Field(t => t.ListId, "The same for all members who were named in one request (chuyển theo danh sách).", DataClass.Internal);
        transfer.Field(t => t.Cause, DataClass.Basic);
        transfer.Field(t => t.ChangedOn, DataClass.Basic);
        transfer.Field(t => t.RequestedOn, DataClass.Basic);
        transfer.Field(t => t.StartBy, DataClass.Basic);
        transfer.Field(t => t.StartLateReason, DataClass.Basic);
        transfer.Field(t => t.DecisionNumber, DataClass.Basic);
        transfer.Field(t => t.DecidedOn, DataClass.Basic);
        transfer.Field(t => t.DecidedBy, DataClass.Basic);
        transfer.Field(t => t.SelfReviewYear, DataClass.Basic);
        transfer.Field(t => t.PortalReference, DataClass.Basic);
        transfer.Reference("origin", "Organization", t => t.OriginId, "The cell that the member leaves, or left (nơi đi).");
        transfer.Reference("destination", "Organization", t => t.DestinationId, "The cell or committee to which the member is introduced (nơi đến); null where it lies outside of the register.");
        transfer.Field(t => t.DestinationName, DataClass.Basic);
        transfer.Computed<bool>(
            "goesToAnotherProvince", "Whether the paper is sent through the system to another province, which accepts or returns it.", DataClass.Basic,
            row => $"({row[t => t.DestinationProvinceId]} is not null)");
        transfer.Field(t => t.DestinationCode, DataClass.Basic);
        transfer.Field(t => t.FullName, DataClass.Basic);
        transfer.Field(t => t.BirthDate, DataClass.Basic);
        transfer.Field(t => t.JoinedOn, DataClass.Basic);
        transfer.Field(t => t.OfficialOn, DataClass.Basic);
        transfer.Field(t => t.CardNumber, DataClass.Basic);
        transfer.Field(t => t.CvNumber, DataClass.Basic);
        transfer.Field(t => t.DuesPaidThrough, DataClass.Basic);
        transfer.Field(t => t.IntroducedOn, DataClass.Basic);
        transfer.Field(t => t.PresentBy, DataClass.Basic);
        transfer.Field(t => t.PresentLateReason, DataClass.Basic);
        transfer.Reference("cell", "Organization", t => t.CellId, "The cell that took the member in (chi bộ tiếp nhận).");
        transfer.Field(t => t.AcceptedOn, DataClass.Basic);
        transfer.Field(t => t.AcceptedBy, DataClass.Basic);
        transfer.Field(t => t.TemporaryUntil, DataClass.Basic);
        transfer.Field(t => t.ClosedOn, DataClass.Basic);
        transfer.Field(t => t.ClosingReason, DataClass.Basic);
        transfer.Field(t => t.ReportedOn, DataClass.Basic);
        transfer.Field(t => t.Report, DataClass.Basic);
        transfer.Children<TransferBox>("boxes", b => b.TransferId, "The boxes of the introduction paper (các ô của giấy giới thiệu), in order.");

        transfer.Filter(t => t.Kind).Filter(t => t.State).Filter(t => t.Cause).Filter(t => t.ListId).Filter(t => t.ChangedOn).Filter(t => t.RequestedOn)
            .Filter(t => t.IntroducedOn).Filter(t => t.PresentBy).Filter(t => t.AcceptedOn).Filter(t => t.TemporaryUntil).Filter(t => t.ReportedOn).Filter(t => t.PortalReference)
            .FilterByOrganization("origin", "Those from a cell, or from all cells of an organization.", t => t.OriginId)
            .FilterByOrganization("receiver", "Those to a cell or committee, or to all below an organization.", t => t.ReceiverId)
            .Filter<bool>(
                "isOpen", "Those whose paper is under way, or those that are over.",
                (t, value) => $"({t[row => row.State]} in ({t.Value(row => row.State, TransferState.Requested)}, {t.Value(row => row.State, TransferState.Introduced)}, {t.Value(row => row.State, TransferState.Received)})) = {value}");
        transfer.Sortable("REQUESTED_ON", t => t.RequestedOn).Sortable("NAME", t => t.FullName).SortedBy("REQUESTED_ON", descending: true);
    }
}

internal sealed class TransferBoxType : EntityType<TransferBox, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<TransferBox> box)
    {
        box.Name("TransferBox").Requires(MembersPermissions.ReadTransfers);
        box.Describe("A box of an introduction paper: an organization that introduces the member onwards, with the number in its register of introductions.");
        box.Field(b => b.Ordinal, DataClass.Internal);
        box.Field(b => b.Side, DataClass.Internal);
        box.Reference("organization", "Organization", b => b.OrganizationId, "The organization that signs; null where another province took the member in.");
        box.Field(b => b.OrganizationName, DataClass.Basic);
        box.Field(b => b.RegisterYear, DataClass.Internal);
        box.Field(b => b.RegisterNumber, DataClass.Internal);
        box.Field(b => b.SignedOn, DataClass.Internal);
        box.Field(b => b.SignedBy, DataClass.Basic);
        box.Reference("signer", "Member", b => b.SignerId, "The member of the register who signed; null where the paper names somebody only, or the user may not see them.");
        box.Field(b => b.SignerPost, DataClass.Basic);
        box.Reference("transfer", "Transfer", b => b.TransferId, "The transfer, with what the paper says.");
        box.Filter(b => b.RegisterYear).Filter(b => b.RegisterNumber).Filter(b => b.Side).Filter(b => b.SignedOn);
        box.Sortable("ORDINAL", b => b.Ordinal).Sortable("NUMBER", b => b.RegisterYear, b => b.RegisterNumber).SortedBy("ORDINAL");
    }
}
