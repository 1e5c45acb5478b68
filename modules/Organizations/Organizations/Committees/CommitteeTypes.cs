using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;
using Modular.Organizations.Inspection;

namespace Modular.Organizations.Committees;

internal sealed class CommitteeTermType : EntityType<CommitteeTerm, OrganizationsDbContext>
{
    protected override void Define(EntityTypeBuilder<CommitteeTerm> term)
    {
        term.Name("CommitteeTerm").Describe("A term of an organization's committee (nhiệm kỳ cấp ủy).")
            .Requires(OrganizationsPermissions.ReadCommittees).IsNode();
        term.Field(t => t.Version, "Raised by every change.", DataClass.Internal);
        term.Reference("organization", "Organization", t => t.OrganizationId, "The organization.", DataClass.Internal);
        term.Field(t => t.Number, "The number of the term, for instance `2025-2030`.", DataClass.Internal);
        term.Period(t => t.Valid, "from", "to", "the committee leads; planned while the term runs.", DataClass.Internal);
        term.Field(t => t.CongressOn, "The date of the congress (ngày đại hội).", DataClass.Internal);
        term.Field(t => t.IsAppointed, "Whether the committee was appointed and not elected (chỉ định).", DataClass.Internal);
        term.Field(t => t.CommitteeSize, "How many members the committee has (số lượng cấp ủy viên); 0 for a cell that has none.", DataClass.Internal);
        term.Field(t => t.StandingSize, "How many of them form the standing committee (ban thường vụ).", DataClass.Internal);
        term.Reference("decision", "DecisionDocument", t => t.DecisionId, "The decision that approves or appoints (quyết định chuẩn y, chỉ định).", DataClass.Internal);
        term.Computed<bool>(
            "approvalIsAwaited", "Whether it was elected and its superior has not approved it yet (chờ chuẩn y); it leads all the same (ORG-12).", DataClass.Internal,
            row => $"(not {row[t => t.IsAppointed]} and {row[t => t.DecisionId]} is null)");
        term.Filter<bool>(
            "approvalIsAwaited", "Those whose approval is awaited, or those that are approved or appointed.",
            (t, value) => $"(not {t[row => row.IsAppointed]} and {t[row => row.DecisionId]} is null) = {value}");
        term.Children<CommitteePost>("posts", p => p.TermId, "All posts of the term, those that ended included; the secretary first.").AllPeriods();
        term.Children<InspectionCommittee>("inspectionCommittees", c => c.TermId, "The inspection committee of the term (ủy ban kiểm tra; ORG-18), where there is one.");
        term.Sortable("FROM", t => t.ValidFrom).SortedBy("FROM", descending: true).Dated(t => t.Valid);
    }
}

internal sealed class CommitteePostType : EntityType<CommitteePost, OrganizationsDbContext>
{
    protected override void Define(EntityTypeBuilder<CommitteePost> post)
    {
        post.Name("CommitteePost").Describe("A post that a member holds in a committee for a period (chức vụ cấp ủy).")
            .Requires(OrganizationsPermissions.ReadCommittees).IsNode();
        post.Field(p => p.Version, "Raised by every change; what `expectedVersion` of a mutation is compared with.", DataClass.Internal);
        post.Field(p => p.Post, "The post (chức vụ).", DataClass.Basic);
        post.Reference("member", "Member", p => p.MemberId, "The member who holds it (đảng viên); null out of the user's reach.", DataClass.Basic);
        post.Reference("organization", "Organization", p => p.OrganizationId, "The organization.", DataClass.Internal);
        post.Reference("term", "CommitteeTerm", p => p.TermId, "The term in which it was taken up (nhiệm kỳ).", DataClass.Internal);
        post.Field(p => p.Basis, "How the member came to it.", DataClass.Basic);
        post.Field(p => p.Ballots, "How many ballots were held for it (số lần bầu); null where it is not on record (ORG-08).", DataClass.Basic);
        post.Period(p => p.Valid, "from", "to", "the post is held.", DataClass.Basic);
        post.Field(p => p.EndReason, "Why it ended.", DataClass.Basic);
        post.Field(p => p.EndRemark, "What is to be remembered about its end.", DataClass.Basic);
        post.Reference("decision", "DecisionDocument", p => p.DecisionId, "The decision that approves or appoints (quyết định chuẩn y, chỉ định).", DataClass.Internal);

        post.Filter(p => p.Post).Filter(p => p.Basis);
        post.Sortable("RANK", p => p.PostRank).SortedBy("RANK").Dated(p => p.Valid);
    }
}
