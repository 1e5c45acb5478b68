using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Members.Contracts;
using Modular.Members.Data;

namespace Modular.Members.Records;

internal sealed class AdmissionDetailType : EntityType<AdmissionDetail, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<AdmissionDetail> admission)
    {
        admission.Name("AdmissionDetail").Requires(MembersPermissions.ReadRecord);
        admission.Describe("Where a membership began and who introduced the person (nơi kết nạp, người giới thiệu).");
        admission.Field(a => a.Ordinal, DataClass.Internal);
        admission.Field(a => a.AdmittedAt, DataClass.Basic);
        admission.Field(a => a.RecognizedAt, DataClass.Basic);
        admission.Field(a => a.FirstSponsor, DataClass.Basic);
        admission.Field(a => a.FirstSponsorPost, DataClass.Basic);
        admission.Field(a => a.SecondSponsor, DataClass.Basic);
        admission.Field(a => a.SecondSponsorPost, DataClass.Basic);
        admission.Sortable("ORDINAL", a => a.Ordinal).SortedBy("ORDINAL");
    }
}

internal sealed class CareerEntryType : EntityType<CareerEntry, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<CareerEntry> career)
    {
        career.Name("CareerEntry").Requires(MembersPermissions.ReadRecord).IsNode();
        career.Describe("A line of the work history (quá trình hoạt động và công tác).");
        career.Field(c => c.BeganOn, DataClass.Basic);
        career.Field(c => c.EndedOn, DataClass.Basic);
        career.Field(c => c.Work, DataClass.Basic);
        career.Sortable("BEGAN_ON", c => c.BeganOn).SortedBy("BEGAN_ON");
    }
}

internal sealed class TrainingEntryType : EntityType<TrainingEntry, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<TrainingEntry> training)
    {
        training.Name("TrainingEntry").Requires(MembersPermissions.ReadRecord).IsNode();
        training.Describe("A course of training (đào tạo, bồi dưỡng).");
        training.Field(t => t.Kind, DataClass.Basic);
        training.Field(t => t.School, DataClass.Basic);
        training.Field(t => t.Subject, DataClass.Basic);
        training.Field(t => t.BeganOn, DataClass.Basic);
        training.Field(t => t.EndedOn, DataClass.Basic);
        training.Field(t => t.Form, DataClass.Basic);
        training.Field(t => t.Certificate, DataClass.Basic);
        training.Sortable("BEGAN_ON", t => t.BeganOn).SortedBy("BEGAN_ON");
    }
}

internal sealed class HonourEntryType : EntityType<HonourEntry, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<HonourEntry> honour)
    {
        honour.Name("HonourEntry").Requires(MembersPermissions.ReadRecord).IsNode();
        honour.Describe("A reward or honour of the State (khen thưởng, danh hiệu được phong).");
        honour.Field(h => h.Kind, DataClass.Basic);
        honour.Field(h => h.Title, DataClass.Basic);
        honour.Field(h => h.AwardedOn, DataClass.Basic);
        honour.Field(h => h.AwardedBy, DataClass.Basic);
        honour.Field(h => h.DecisionNumber, DataClass.Basic);
        honour.Sortable("AWARDED_ON", h => h.AwardedOn).SortedBy("AWARDED_ON");
    }
}

internal sealed class TripAbroadType : EntityType<TripAbroad, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<TripAbroad> trip)
    {
        trip.Name("TripAbroad").Requires(MembersPermissions.ReadRecord).IsNode();
        trip.Describe("A stay abroad (đã ra nước ngoài).");
        trip.Field(t => t.BeganOn, DataClass.Sensitive).Requires(MembersPermissions.ReadSensitive);
        trip.Field(t => t.EndedOn, DataClass.Sensitive).Requires(MembersPermissions.ReadSensitive);
        trip.Field(t => t.Countries, DataClass.Sensitive).Requires(MembersPermissions.ReadSensitive);
        trip.Field(t => t.Purpose, DataClass.Sensitive).Requires(MembersPermissions.ReadSensitive);
        trip.Sortable("RECORDED", t => t.Id).SortedBy("RECORDED");
    }
}

internal sealed class ForeignTieType : EntityType<ForeignTie, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<ForeignTie> tie)
    {
        tie.Name("ForeignTie").Requires(MembersPermissions.ReadRecord).IsNode();
        tie.Describe("A tie to abroad (quan hệ với nước ngoài).");
        tie.Field(t => t.Kind, DataClass.Sensitive).Requires(MembersPermissions.ReadSensitive);
        tie.Field(t => t.Name, DataClass.Sensitive).Requires(MembersPermissions.ReadSensitive);
        tie.Field(t => t.Country, DataClass.Sensitive).Requires(MembersPermissions.ReadSensitive);
        tie.Field(t => t.Detail, DataClass.Sensitive).Requires(MembersPermissions.ReadSensitive);
        tie.Sortable("RECORDED", t => t.Id).SortedBy("RECORDED");
    }
}

internal sealed class FamilyMemberType : EntityType<FamilyMember, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<FamilyMember> relative)
    {
        relative.Name("FamilyMember").Requires(MembersPermissions.ReadRecord).IsNode();
        relative.Describe("A person of the family (hoàn cảnh gia đình).");
        FieldOptions[] fields =
        [
            relative.Field(f => f.Relation, DataClass.Sensitive),
            relative.Field(f => f.FullName, DataClass.Sensitive),
            relative.Field(f => f.BirthYear, DataClass.Sensitive),
            relative.Field(f => f.IsDeceased, DataClass.Sensitive),
            relative.Field(f => f.Residence, DataClass.Sensitive),
            relative.Field(f => f.Occupation, DataClass.Sensitive),
            relative.Field(f => f.Religion, DataClass.Sensitive),
            relative.Field(f => f.Nationality, DataClass.Sensitive),
            relative.Field(f => f.PoliticalHistory, DataClass.Sensitive),
        ];
        foreach (var field in fields)
            field.Requires(MembersPermissions.ReadSensitive);
        relative.Sortable("RECORDED", f => f.Id).SortedBy("RECORDED");
    }
}
