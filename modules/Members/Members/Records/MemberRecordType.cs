using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Members.Contracts;
using Modular.Members.Data;

namespace Modular.Members.Records;

internal sealed class MemberRecordType : EntityType<MemberRecord, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<MemberRecord> record)
    {
        record.Name("MemberRecord").Requires(MembersPermissions.ReadRecord);
        record.Describe("What the member sheet (phiếu đảng viên, 2-HSĐV) says beyond the register.");
        DefineLife(record);
        DefineSensitive(record);
        record.Children<AdmissionDetail>("admissions", a => a.MemberId, "Where memberships began and who introduced (items 12 and 27).").SortedBy("ORDINAL");
        record.Children<CareerEntry>("career", c => c.MemberId, "The work history (quá trình hoạt động và công tác), item 21.");
        record.Children<TrainingEntry>("trainings", t => t.MemberId, "Courses and studies (đào tạo, bồi dưỡng), item 22.");
        record.Children<HonourEntry>("honours", h => h.MemberId, "Rewards and honours of the State (khen thưởng, danh hiệu), items 23 and 25.");
        record.Children<TripAbroad>("tripsAbroad", t => t.MemberId, "Stays abroad (đã ra nước ngoài), item 28.");
        record.Children<ForeignTie>("foreignTies", t => t.MemberId, "Ties to abroad (quan hệ với nước ngoài), item 28.");
        record.Children<FamilyMember>("family", f => f.MemberId, "The family (hoàn cảnh gia đình), item 29.");
    }

    private static void DefineLife(EntityTypeBuilder<MemberRecord> record)
    {
        record.Field(r => r.RecruitedOn, DataClass.Basic);
        record.Field(r => r.RecruitedBy, DataClass.Basic);
        record.Field(r => r.YouthUnionJoinedOn, DataClass.Basic);
        record.Field(r => r.SocialOrganizations, DataClass.Basic);
        record.Field(r => r.EnlistedOn, DataClass.Basic);
        record.Field(r => r.DischargedOn, DataClass.Basic);
        record.Field(r => r.AcademicTitle, DataClass.Basic);
        record.Field(r => r.HighestDegree, DataClass.Basic);
        record.Field(r => r.ForeignLanguages, DataClass.Basic);
        record.Field(r => r.EthnicLanguages, DataClass.Basic);
        record.Field(r => r.Computing, DataClass.Basic);
        record.Field(r => r.SignedAt, DataClass.Basic);
        record.Field(r => r.SignedOn, DataClass.Basic);
    }

    // Origin, health, punishment and finances are sensitive (PD-04).
    private static void DefineSensitive(EntityTypeBuilder<MemberRecord> record)
    {
        FieldOptions[] fields =
        [
            record.Field(r => r.ClassOrigin, DataClass.Sensitive),
            record.Field(r => r.Health, DataClass.Sensitive),
            record.Field(r => r.WarInvalidClass, DataClass.Sensitive),
            record.Field(r => r.IsOfMartyrsFamily, DataClass.Sensitive),
            record.Field(r => r.IsOfFamilyWithMerit, DataClass.Sensitive),
            record.Field(r => r.FormerRemoval, DataClass.Sensitive),
            record.Field(r => r.LegalSanctions, DataClass.Sensitive),
            record.Field(r => r.OldRegimeWork, DataClass.Sensitive),
            record.Field(r => r.EconomyYear, DataClass.Sensitive),
            record.Field(r => r.HouseholdIncome, DataClass.Sensitive),
            record.Field(r => r.IncomePerHead, DataClass.Sensitive),
            record.Field(r => r.Housing, DataClass.Sensitive),
            record.Field(r => r.Land, DataClass.Sensitive),
            record.Field(r => r.EconomicActivity, DataClass.Sensitive),
            record.Field(r => r.Assets, DataClass.Sensitive),
        ];
        foreach (var field in fields)
            field.Requires(MembersPermissions.ReadSensitive);
    }
}

internal sealed class MemberRecords() : EntityTypeExtension("Member")
{
    protected override void Define(EntityExtensionBuilder member) =>
        member.Single<MemberRecord>("record", r => r.Id, "What the member sheet (2-HSĐV) says beyond the register; null where nothing of it is recorded.")
            .Requires(MembersPermissions.ReadRecord);
}
