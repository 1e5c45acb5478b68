using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.People;

namespace Modular.Members.Documents;

internal sealed class MemberDocumentType : EntityType<MemberDocument, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<MemberDocument> document)
    {
        document.Name("MemberDocument").Requires(MembersPermissions.ReadRecord).IsNode();
        document.Describe("A paper in the file of a member (tài liệu trong hồ sơ đảng viên).");
        document.Field(d => d.Version, "Rises with every change; a change sends the version that was read.", DataClass.Internal);
        document.Reference("member", "Member", d => d.MemberId, "The member.");
        document.Field(d => d.Kind, DataClass.Basic);
        document.Field(d => d.Title, DataClass.Sensitive).Requires(MembersPermissions.ReadSensitive);
        document.Field(d => d.Number, DataClass.Basic);
        document.Field(d => d.IssuedOn, DataClass.Basic);
        document.Field(d => d.IssuedBy, DataClass.Basic);
        document.Field(d => d.KeptAt, DataClass.Basic);
        document.Field(d => d.ReceivedOn, DataClass.Basic);
        document.Field(d => d.IsStateSecret, DataClass.Internal);
        document.Field(d => d.ScanBytes, DataClass.Internal);
        document.Field(d => d.ScanHash, DataClass.Internal);
        document.Field(d => d.ScannedAt, DataClass.Internal);
        document.Computed<string?>(
            "scanPath", "Where the scan is fetched, below the address of the province; null where there is none. Fetching it is logged.", DataClass.Internal,
            row => $"(case when {row[d => d.ScanBytes]} is not null then '/downloads/member-scans/' || {row[d => d.Id]} end)");
        document.Filter(d => d.Kind);
        document.Sortable("ISSUED_ON", d => d.IssuedOn).Sortable("RECORDED", d => d.Id).SortedBy("RECORDED");
    }
}

/// <summary>What papers add to members.</summary>
internal static class MemberDocuments
{
    public static void Define(EntityTypeBuilder<Member> member) => member.Connection<MemberDocument>(
        "documents", d => d.MemberId, "The papers in the member's file (tài liệu trong hồ sơ), in the order in which they were recorded.").Requires(MembersPermissions.ReadRecord);
}
