using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Organizations.Agencies;
using Modular.Organizations.Codes;
using Modular.Organizations.Committees;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;
using Modular.Organizations.Decisions;
using Modular.Organizations.Inspection;
using Modular.Organizations.Kinds;
using Modular.Organizations.Meetings;
using Modular.Organizations.Renaming;
using Modular.Organizations.Reorganizing;
using Modular.Organizations.Reorganizing.HandOvers;

namespace Modular.Organizations.Register;

internal sealed class OrganizationType : EntityType<Organization, OrganizationsDbContext>
{
    protected override void Define(EntityTypeBuilder<Organization> organization)
    {
        organization.Name("Organization").Describe("A Party organization (tổ chức đảng): a committee as a body of members (đảng bộ), a cell (chi bộ), a Party group (tổ đảng).")
            .Requires(OrganizationsPermissions.Read).IsNode();

        organization.Field(o => o.Version, "Raised by every change; what `expectedVersion` of a mutation is compared with.", DataClass.Internal);
        organization.Field(o => o.Code, "The code in force (mã tổ chức đảng): that of the 208 scheme where there is one, else the internal one.", DataClass.Internal);
        organization.Field(o => o.Name, "The official name (tên gọi) today.", DataClass.Internal);
        organization.Field(o => o.ShortName, "The short name (tên viết tắt).", DataClass.Internal);
        organization.Field(o => o.State, "The state (trạng thái).", DataClass.Internal);
        organization.Field(o => o.FieldType, "In what field it works (loại hình đơn vị).", DataClass.Internal);
        organization.Field(o => o.HostLegalStatus, "The standing in law of its host unit (tư cách pháp nhân của đơn vị).", DataClass.Internal);
        organization.Field(o => o.MayAdmit, "Whether it may admit members by delegation (được ủy quyền kết nạp).", DataClass.Internal);
        organization.Field(o => o.MayExpel, "Whether it may expel members by delegation (được ủy quyền khai trừ).", DataClass.Internal);
        organization.Field(o => o.HasSuperiorPowers, "Whether it was given the powers of a directly superior committee (giao quyền cấp trên cơ sở).", DataClass.Internal);
        organization.Field(o => o.Address, "The address of its office (trụ sở).", DataClass.Internal);
        organization.Field(o => o.Phone, "The telephone number of its office.", DataClass.Internal);
        organization.Field(o => o.Email, "The e-mail address of its office.", DataClass.Internal);
        organization.Field(o => o.FoundedOn, "The first day on which it worked (ngày thành lập).", DataClass.Internal);
        organization.Field(o => o.EndedOn, "The first day on which it was no more (ngày kết thúc); null while it is there.", DataClass.Internal);

        organization.Reference("parent", "Organization", o => o.ParentId, "The organization directly above (cấp trên trực tiếp) today; null for the root of the province.", DataClass.Internal);
        organization.Connection<Organization>("children", o => o.ParentId, "The organizations directly below (tổ chức trực thuộc) by today's tree that exist on `asOf`; how the tree stood on another day is told by `organizationTree`.").SortedBy("NAME");
        organization.Statement<int>("childCount", "How many organizations stand directly below on a day.", DataClass.Internal, OrganizationCounts.Children);
        organization.Statement<int>("organizationCount", "How many organizations are below on a day (số tổ chức đảng trực thuộc các cấp), the organization itself not counted.", DataClass.Internal, OrganizationCounts.Below);
        organization.StatementList<KindCount>("organizationCounts", "How many organizations of each kind are below on a day (số tổ chức đảng theo loại hình), the organization itself not counted.", DataClass.Internal, OrganizationCounts.BelowByKind);

        organization.Connection<OrganizationEvent>("events", e => e.OrganizationId, "The life of the organization: what was decided about it (quá trình hình thành, thay đổi).");
        organization.Children<OrganizationName>("names", n => n.OrganizationId, "All names that it bore, the latest first.").AllPeriods();
        organization.Children<OrganizationCode>("codes", c => c.OrganizationId, "All codes that it had, the latest first; a code is never given to another organization.").AllPeriods();
        organization.Children<OrganizationKind>("kindPeriods", k => k.OrganizationId, "All kinds that it was of, the latest first.").AllPeriods();

        organization.Children<OrganizationSuccession>("successors", s => s.PredecessorId, "The organizations that took its place (tổ chức kế thừa).");
        organization.Children<OrganizationSuccession>("predecessors", s => s.SuccessorId, "The organizations whose place it took (tổ chức tiền thân).");

        organization.Connection<HandOver>("handOversGiven", h => h.GivingId, "The minutes of what it handed over (biên bản bàn giao, bên giao).");
        organization.Connection<HandOver>("handOversReceived", h => h.ReceivingId, "The minutes of what it took over (biên bản bàn giao, bên nhận).");

        organization.Single<CommitteeTerm>("committee", t => t.OrganizationId, "The committee (cấp ủy) of a day.");
        organization.Children<CommitteeTerm>("committeeTerms", t => t.OrganizationId, "All terms of its committee (các nhiệm kỳ cấp ủy), the latest first.").AllPeriods();
        organization.Children<CommitteePost>("committeePosts", p => p.OrganizationId, "The posts (chức vụ cấp ủy) held on a day, the secretary first.");

        organization.Children<InspectionCommittee>("inspectionCommittees", c => c.OrganizationId, "Its inspection committees (ủy ban kiểm tra; ORG-18), one for each term, the latest first.");
        organization.Children<InspectionPost>("inspectionPosts", p => p.OrganizationId, "The posts in its inspection committee held on a day, the chair first.");
        organization.Children<PartyAgency>("agencies", a => a.OrganizationId, "The agencies and service units of its committee that work on a day (cơ quan tham mưu, giúp việc, đơn vị sự nghiệp; ORG-20).");
        OrganizationMeetings.Define(organization);

        organization.Filter(o => o.State).Filter(o => o.Kind).Filter(o => o.Subkind).Filter(o => o.FieldType).Filter(o => o.AdministrativeUnitId)
            .Filter(o => o.ParentId).Filter(o => o.Code).Filter(o => o.FoundedOn).Filter(o => o.EndedOn)
            .FilterByOrganization("within", "Those at or below an organization by today's tree.", o => o.Id);
        organization.Sortable("NAME", o => o.SortKey).Sortable("CODE", o => o.Code).Sortable("FOUNDED_ON", o => o.FoundedOn).SortedBy("NAME");
        organization.Search(o => o.SearchKey);
        organization.Dated((o, day) =>
            $"({o[x => x.FoundedOn]} <= {day} and ({o[x => x.EndedOn]} is null or {day} < {o[x => x.EndedOn]}) and {o[x => x.State]} <> {o.Value(x => x.State, OrganizationState.Draft)})");
    }
}
