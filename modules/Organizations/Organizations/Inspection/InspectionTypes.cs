using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;

namespace Modular.Organizations.Inspection;

internal sealed class InspectionCommitteeType : EntityType<InspectionCommittee, OrganizationsDbContext>
{
    protected override void Define(EntityTypeBuilder<InspectionCommittee> committee)
    {
        committee.Name("InspectionCommittee").Describe("The inspection committee of an organization for a term of its committee, with which it ends (ủy ban kiểm tra; ORG-18).")
            .Requires(OrganizationsPermissions.ReadCommittees).IsNode();
        committee.Field(c => c.Version, "Raised by every change.", DataClass.Internal);
        committee.Reference("organization", "Organization", c => c.OrganizationId, "The organization.", DataClass.Internal);
        committee.Reference("term", "CommitteeTerm", c => c.TermId, "The term of the committee that elected it (nhiệm kỳ cấp ủy).", DataClass.Internal);
        committee.Field(c => c.FormedOn, "The day from which it works.", DataClass.Internal);
        committee.Field(c => c.Size, "How many members it has (số lượng ủy viên).", DataClass.Internal);
        committee.Field(c => c.IsAppointed, "Whether the superior appointed it (chỉ định).", DataClass.Internal);
        committee.Reference("decision", "DecisionDocument", c => c.DecisionId, "The decision that appoints or approves it (quyết định chuẩn y, chỉ định).", DataClass.Internal);
        committee.Children<InspectionPost>("posts", p => p.InspectionCommitteeId, "All posts, those that ended included; the chair first.").AllPeriods();
        committee.Sortable("FORMED_ON", c => c.FormedOn).SortedBy("FORMED_ON", descending: true);
    }
}

internal sealed class InspectionPostType : EntityType<InspectionPost, OrganizationsDbContext>
{
    protected override void Define(EntityTypeBuilder<InspectionPost> post)
    {
        post.Name("InspectionPost").Describe("A post that a member holds in an inspection committee for a period (chức vụ ủy ban kiểm tra).")
            .Requires(OrganizationsPermissions.ReadCommittees).IsNode();
        post.Field(p => p.Version, "Raised by every change; what `expectedVersion` of a mutation is compared with.", DataClass.Internal);
        post.Field(p => p.Post, "The post (chức vụ).", DataClass.Basic);
        post.Reference("member", "Member", p => p.MemberId, "The member who holds it (đảng viên); null out of the user's reach.", DataClass.Basic);
        post.Reference("organization", "Organization", p => p.OrganizationId, "The organization.", DataClass.Internal);
        post.Reference("inspectionCommittee", "InspectionCommittee", p => p.InspectionCommitteeId, "The inspection committee.", DataClass.Internal);
        post.Field(p => p.Basis, "How the member came to it.", DataClass.Basic);
        post.Period(p => p.Valid, "from", "to", "the post is held.", DataClass.Basic);
        post.Field(p => p.EndReason, "Why it ended.", DataClass.Basic);
        post.Field(p => p.EndRemark, "What is to be remembered about its end.", DataClass.Basic);
        post.Reference("decision", "DecisionDocument", p => p.DecisionId, "The decision that approves or appoints (quyết định chuẩn y, chỉ định).", DataClass.Internal);

        post.Filter(p => p.Post).Filter(p => p.Basis);
        post.Sortable("RANK", p => p.PostRank).SortedBy("RANK").Dated(p => p.Valid);
    }
}
