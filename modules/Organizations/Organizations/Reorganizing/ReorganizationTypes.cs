using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;
using Modular.Organizations.Reorganizing.HandOvers;

namespace Modular.Organizations.Reorganizing;

internal sealed class ReorganizationType : EntityType<Reorganization, OrganizationsDbContext>
{
    protected override void Define(EntityTypeBuilder<Reorganization> scheme)
    {
        scheme.Name("Reorganization")
            .Describe("What is to happen to organizations by one decision from one day on (sắp xếp tổ chức): a scheme until it is decided, to be withdrawn until it takes effect.")
            .Requires(OrganizationsPermissions.Reorganize).IsNode();
        scheme.Field(r => r.Version, "Raised by every change; what `expectedVersion` of a mutation is compared with.", DataClass.Internal);
        scheme.Reference("superior", "Organization", r => r.SuperiorId, "The committee that decides (cấp ủy quyết định).", DataClass.Internal);
        scheme.Field(r => r.Title, "What it is called.", DataClass.Internal);
        scheme.Field(r => r.Reasons, "Why (lý do, sự cần thiết).", DataClass.Internal);
        scheme.Field(r => r.WrittenAt, "When the scheme was last written.", DataClass.Internal);
        scheme.Field(r => r.State, "How far it has come.", DataClass.Internal);
        scheme.Field(r => r.EffectiveOn, "The first day on which it counts (ngày có hiệu lực).", DataClass.Internal);
        scheme.Field(r => r.AppraisedOn, "When the scheme was appraised (ngày thẩm định).", DataClass.Internal);
        scheme.Field(r => r.AppraisedBy, "Who appraised it (cơ quan thẩm định).", DataClass.Internal);
        scheme.Field(r => r.Appraisal, "What the opinion is (ý kiến thẩm định).", DataClass.Internal);
        scheme.Reference("decision", "DecisionDocument", r => r.DecisionId, "The decision (quyết định).", DataClass.Internal);
        scheme.Field(r => r.TookEffectAt, "When it was carried out.", DataClass.Internal);
        scheme.Field(r => r.WithdrawalReason, "Why it was withdrawn.", DataClass.Internal);
        scheme.Field(r => r.BlockedOn, "The last day on which a decided reorganization could not take effect; it is tried again every day.", DataClass.Internal);
        scheme.Field(r => r.BlockedBecause, "What stood against it on that day.", DataClass.Internal);
        scheme.Children<ReorganizationStep>("steps", s => s.ReorganizationId, "What is done, in this order.");
        scheme.Children<HandOver>("handOvers", h => h.ReorganizationId, "The minutes of handing over (biên bản bàn giao) that follow from it.");

        scheme.Filter(r => r.State).Filter(r => r.EffectiveOn).Filter(r => r.SuperiorId);
        scheme.Sortable("EFFECTIVE_ON", r => r.EffectiveOn).SortedBy("EFFECTIVE_ON", descending: true);
    }
}

internal sealed class ReorganizationStepType : EntityType<ReorganizationStep, OrganizationsDbContext>
{
    protected override void Define(EntityTypeBuilder<ReorganizationStep> step)
    {
        step.Name("ReorganizationStep").Describe("A step of a reorganization. Which of the values are there depends on the kind.")
            .Requires(OrganizationsPermissions.Reorganize).IsNode();
        step.Field(s => s.Position, "The place in the order, from 1 on.", DataClass.Internal);
        step.Field(s => s.Kind, "What is done.", DataClass.Internal);
        step.Reference("organization", "Organization", s => s.OrganizationId, "The organization that it is about; null until a step that founds it was carried out.", DataClass.Internal);
        step.Reference("parent", "Organization", s => s.ParentId, "The parent of the founded or moved organization (cấp trên trực tiếp mới).", DataClass.Internal);
        step.Reference("target", "Organization", s => s.TargetId, "The organization into which it is merged, which takes the members in, or from which the new one is split.", DataClass.Internal);
        step.Field(s => s.Name, "The new name (tên gọi).", DataClass.Internal);
        step.Field(s => s.ShortName, "The new short name (tên viết tắt).", DataClass.Internal);
        step.Field(s => s.Code, "The new code.", DataClass.Internal);
        step.Field(s => s.CodeScheme, "The scheme of the new code.", DataClass.Internal);
        step.Field(s => s.KindCode, "The code of the new kind (loại hình).", DataClass.Internal);
        step.Field(s => s.Subkind, "What a directly superior committee is the committee of.", DataClass.Internal);
        step.Field(s => s.Manner, "In which way it ends.", DataClass.Internal);
        step.Field(s => s.ConsentNumber, "Number and symbol of the superior's prior consent.", DataClass.Internal);
        step.Field(s => s.ConsentOn, "The date of the superior's prior consent.", DataClass.Internal);
        step.Connection<ReorganizationMember>("members", m => m.StepId, "The list attached to the decision (danh sách kèm theo); empty where all are moved.");
        step.Sortable("POSITION", s => s.Position).SortedBy("POSITION");
    }
}

internal sealed class ReorganizationMemberType : EntityType<ReorganizationMember, OrganizationsDbContext>
{
    protected override void Define(EntityTypeBuilder<ReorganizationMember> listed)
    {
        listed.Name("ReorganizationMember").Describe("A member on a list that is attached to a decision on organizations.")
            .Requires(OrganizationsPermissions.Reorganize).IsNode();
        listed.Reference("member", "Member", m => m.MemberId, "The member (đảng viên); null out of the user's reach.", DataClass.Basic);
        listed.Sortable("LISTED", m => m.Id).SortedBy("LISTED");
    }
}

internal sealed class HandOverType : EntityType<HandOver, OrganizationsDbContext>
{
    protected override void Define(EntityTypeBuilder<HandOver> minutes)
    {
        minutes.Name("HandOver").Describe("Minutes of handing over between the organization that gives and the one that receives (biên bản bàn giao).")
            .Requires(OrganizationsPermissions.ReadHandOvers).IsNode();
        minutes.Field(h => h.Version, "Raised by every change; what `expectedVersion` of a mutation is compared with.", DataClass.Internal);
        minutes.Reference("reorganization", "Reorganization", h => h.ReorganizationId, "The reorganization from which it follows.", DataClass.Internal);
        minutes.Reference("giving", "Organization", h => h.GivingId, "The organization that gives (bên giao).", DataClass.Internal);
        minutes.Reference("receiving", "Organization", h => h.ReceivingId, "The organization that receives (bên nhận).", DataClass.Internal);
        minutes.Field(h => h.EffectiveOn, "The first day on which the reorganization counts.", DataClass.Internal);
        minutes.Field(h => h.OrganizationCount, "How many organizations are handed over, each with all below it.", DataClass.Internal);
        minutes.Field(h => h.MemberCount, "How many members are handed over by list or with the end of their cell; those whose organizations move as a whole are not counted.", DataClass.Internal);
        minutes.Field(h => h.GivenOn, "When the giving side signed.", DataClass.Internal);
        minutes.Field(h => h.GivenBy, "Who signed for the giving side.", DataClass.Internal);
        minutes.Field(h => h.ReceivedOn, "When the receiving side signed.", DataClass.Internal);
        minutes.Field(h => h.ReceivedBy, "Who signed for the receiving side.", DataClass.Internal);
        minutes.Field(h => h.Remark, "What is to be remembered: files, dues, assets, seals.", DataClass.Internal);
        minutes.Sortable("EFFECTIVE_ON", h => h.EffectiveOn).SortedBy("EFFECTIVE_ON");
    }
}
