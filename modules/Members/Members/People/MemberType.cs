using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Members.Badges;
using Modular.Members.Cards;
using Modular.Members.Cards.Checks;
using Modular.Members.Cells;
using Modular.Members.ChangeRequests;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Documents;
using Modular.Members.Dues;
using Modular.Members.Flags;
using Modular.Members.Forms;
using Modular.Members.Memberships;
using Modular.Members.Quality;
using Modular.Members.Residences;
using Modular.Members.SupplementSlips;
using Modular.Members.Transfers;

namespace Modular.Members.People;

internal sealed class MemberType : EntityType<Member, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<Member> member)
    {
        member.Name("Member").Requires(MembersPermissions.Read).IsNode();
        member.Describe("A person in the register: a Party member (đảng viên), an applicant or a sympathizer.");

        member.Field(m => m.Version, "Rises with every change of the record; a change sends the version that was read.", DataClass.Internal);
        member.Field(m => m.FullName, DataClass.Basic);
        member.Field(m => m.BirthName, DataClass.Basic);
        member.Field(m => m.OtherNames, DataClass.Basic);
        member.Field(m => m.Sex, DataClass.Basic);
        member.Field(m => m.BirthDate, DataClass.Basic);
        member.Field(m => m.BirthDatePrecision, DataClass.Basic);
        member.Field(m => m.CitizenId, DataClass.Sensitive).Requires(MembersPermissions.ReadSensitive);
        member.Computed<string?>(
            "citizenIdMasked", "The first and the last three digits of the citizen identity number, for lists.", DataClass.Basic,
            row => $"(left({row[m => m.CitizenId]}, 1) || repeat('*', length({row[m => m.CitizenId]}) - 4) || right({row[m => m.CitizenId]}, 3))");
        member.Field(m => m.EthnicGroup, DataClass.Basic);
        member.Field(m => m.Religion, DataClass.Sensitive).Requires(MembersPermissions.ReadSensitive);
        member.Field(m => m.NativePlace, DataClass.Basic);
        member.Field(m => m.BirthPlace, DataClass.Basic);
        member.Field(m => m.Occupation, DataClass.Basic);
        member.Field(m => m.GeneralEducation, DataClass.Basic);
        member.Field(m => m.ProfessionalLevel, DataClass.Basic);
        member.Field(m => m.PoliticalTheory, DataClass.Basic);
        member.Field(m => m.Phone, DataClass.Basic);
        member.Field(m => m.Email, DataClass.Basic);

        member.Field(m => m.Status, DataClass.Basic);
        member.Field(m => m.StatusSince, DataClass.Basic);
        member.Field(m => m.AdmissionDecidedOn, DataClass.Basic);
        member.Field(m => m.JoinedOn, DataClass.Basic);
        member.Field(m => m.OfficialOn, DataClass.Basic);
        member.Field(m => m.PartyAgeFrom, DataClass.Basic);
        member.Field(m => m.LeftOn, DataClass.Basic);
        member.Field(m => m.CardNumber, DataClass.Basic);
        member.Field(m => m.CvNumber, DataClass.Basic);
        member.Reference("organization", "Organization", m => m.OrganizationId, "The cell (chi bộ) to which the person belongs, or belonged last.");
        member.Statement<PartyAge>("partyAge", "Party age (tuổi đảng) in full years and months; null for who is no official member.", DataClass.Basic, PartyAge.Define);

        member.Children<Membership>("memberships", m => m.MemberId, "The memberships: the first, and the one after re-admission.").SortedBy("ORDINAL");
        member.Children<StatusPeriod>("statuses", s => s.MemberId, "The statuses over time (diễn biến đảng tịch).").AllPeriods();
        member.Children<CellAssignment>("assignments", a => a.MemberId, "The cells over time, those of temporary activity too (quá trình sinh hoạt đảng).").AllPeriods();
        member.Children<FlagPeriod>("flags", f => f.MemberId, "The circumstances set on a day: exempt, suspended, abroad …");
        member.Children<FlagPeriod>("flagHistory", f => f.MemberId, "The circumstances over time.").AllPeriods();
        member.Single<PartyCard>("card", c => c.MemberId, "The Party card (thẻ đảng viên) in force on a day.");
        member.Children<PartyCard>("cards", c => c.MemberId, "The Party cards over time.").AllPeriods();
        member.Children<CvNumberPeriod>("cvNumbers", n => n.MemberId, "The CV numbers (số lý lịch) over time.").AllPeriods();
        member.Children<Residence>("residences", r => r.MemberId, "Where the person lives on a day (nơi cư trú).");
        member.Children<Residence>("residenceHistory", r => r.MemberId, "Where the person lived over time.").AllPeriods();

        member.Children<Transfer>("transfers", t => t.MemberId, "The transfers of Party activities (chuyển sinh hoạt đảng), the latest first.");

        BadgeDue.Define(member);
        MemberDues.Define(member);
        OrganizationSupplementSlips.Define(member);
        MemberChangeRequests.Define(member);
        MemberCardChecks.Define(member);
        QualityRules.Define(member);
        MemberDocuments.Define(member);
        IncompleteFiles.Define(member);
        MemberLists.Define(member);
        MemberPopulations.Define(member);
    }
}
