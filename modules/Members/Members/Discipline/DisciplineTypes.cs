using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Members.Contracts;
using Modular.Members.Data;

namespace Modular.Members.Discipline;

internal sealed class DisciplinaryMeasureType : EntityType<DisciplinaryMeasure, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<DisciplinaryMeasure> measure)
    {
        measure.Name("DisciplinaryMeasure").Requires(MembersPermissions.ReadDiscipline).IsNode();
        measure.Describe("A disciplinary measure against a member (kỷ luật đảng viên).");
        measure.Field(d => d.Version, "Rises with every change; a change sends the version that was read.", DataClass.Internal);
        measure.Reference("member", "Member", d => d.MemberId, "The member.", DataClass.Sensitive);
        measure.Field(d => d.Form, DataClass.Sensitive);
        measure.Field(d => d.Ground, DataClass.Sensitive);
        measure.Field(d => d.Fault, DataClass.Sensitive);
        measure.Field(d => d.FaultEndedOn, DataClass.Sensitive);
        measure.Reference("decidedBy", "Organization", d => d.DecidedByOrganizationId, "The organization whose body decided.", DataClass.Sensitive);
        measure.Field(d => d.VoteBase, DataClass.Sensitive);
        measure.Field(d => d.VotesInFavour, DataClass.Sensitive);
        measure.Field(d => d.ProposalBase, DataClass.Sensitive);
        measure.Field(d => d.ProposalInFavour, DataClass.Sensitive);
        measure.Field(d => d.Hearing, DataClass.Sensitive);
        measure.Field(d => d.HeardOn, DataClass.Sensitive);
        measure.Field(d => d.InvitedOn, DataClass.Sensitive);
        measure.Field(d => d.HearingNote, DataClass.Sensitive);
        measure.Field(d => d.AnnouncedOn, DataClass.Sensitive);
        measure.Reference("removedFrom", "Organization", d => d.RemovedFromOrganizationId, "The organization whose committee the member left; null for all posts.", DataClass.Sensitive);
        measure.Field(d => d.DecisionNumber, DataClass.Sensitive);
        measure.Field(d => d.DecidedOn, DataClass.Sensitive);
        measure.Field(d => d.ComplaintReceivedOn, DataClass.Sensitive);
        measure.Field(d => d.ComplaintSettledOn, DataClass.Sensitive);
        measure.Field(d => d.ComplaintResult, DataClass.Sensitive);
        measure.Field(d => d.SettlementNumber, DataClass.Sensitive);
        measure.Computed<bool>(
            "isLifted", "Whether a complaint was upheld, so that the measure no longer counts.", DataClass.Sensitive,
            row => $"({row[d => d.ComplaintResult]} is not distinct from {row.Value(d => d.ComplaintResult, ComplaintResult.Upheld)})");
        measure.FilterByOrganization("organization", "Those against members of a cell, or of all cells of an organization.", d => d.OrganizationId)
            .Filter(d => d.Form).Filter(d => d.Ground).Filter(d => d.AnnouncedOn).Filter(d => d.ComplaintReceivedOn).Filter(d => d.ComplaintSettledOn);
        measure.Sortable("ANNOUNCED_ON", d => d.AnnouncedOn).SortedBy("ANNOUNCED_ON", descending: true);
    }
}

internal sealed class DisciplineQueries : QueryFields
{
    protected override void Define(QueryBuilder query)
    {
        query.ById<DisciplinaryMeasure>("disciplinaryMeasure", "One disciplinary measure.");
        query.Connection<DisciplinaryMeasure>("disciplinaryMeasures", "The disciplinary measures (kỷ luật đảng viên) that the user may see, the newest first.");
    }
}

internal sealed class MemberDiscipline() : EntityTypeExtension("Member")
{
    protected override void Define(EntityExtensionBuilder member)
    {
        member.Children<DisciplinaryMeasure>("disciplinaryMeasures", d => d.MemberId, "The disciplinary measures (kỷ luật), the newest first.");
        member.Children<AuthorityNotice>("authorityNotices", n => n.MemberId, "What state and prosecuting bodies did about the member, the newest first.");
    }
}

internal sealed class AuthorityNoticeType : EntityType<AuthorityNotice, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<AuthorityNotice> notice)
    {
        notice.Name("AuthorityNotice").Requires(MembersPermissions.ReadDiscipline).IsNode();
        notice.Describe("What a state or prosecuting body did about a member, and its notice to the Party organization (MEM-56).");
        notice.Field(n => n.Version, "Rises with every change; a change sends the version that was read.", DataClass.Internal);
        notice.Reference("member", "Member", n => n.MemberId, "The member.", DataClass.Sensitive);
        notice.Field(n => n.Act, DataClass.Sensitive);
        notice.Field(n => n.DoneOn, DataClass.Sensitive);
        notice.Field(n => n.Authority, DataClass.Sensitive);
        notice.Field(n => n.ReceivedOn, DataClass.Sensitive);
        notice.Field(n => n.Number, DataClass.Sensitive);
        notice.Sortable("DONE_ON", n => n.DoneOn).SortedBy("DONE_ON", descending: true);
    }
}
