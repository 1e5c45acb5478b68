using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;

namespace Modular.Organizations.Meetings;

internal sealed class MeetingType : EntityType<Meeting, OrganizationsDbContext>
{
    protected override void Define(EntityTypeBuilder<Meeting> meeting)
    {
        meeting.Name("OrganizationMeeting").Describe("A meeting of a cell or a committee that was held (sinh hoạt chi bộ, họp cấp ủy; ORG-15).")
            .Requires(OrganizationsPermissions.ReadMeetings).IsNode();
        meeting.Field(m => m.Version, "Raised by every change; what `expectedVersion` of a mutation is compared with.", DataClass.Internal);
        meeting.Reference("organization", "Organization", m => m.OrganizationId, "The organization that met.", DataClass.Internal);
        meeting.Field(m => m.Body, "Whether its members met or its committee.", DataClass.Internal);
        meeting.Field(m => m.Kind, "What sort of meeting it was.", DataClass.Internal);
        meeting.Field(m => m.HeldOn, "The day on which it was held (ngày họp).", DataClass.Internal);
        meeting.Field(m => m.Month, "The first day of its month.", DataClass.Internal);
        meeting.Field(m => m.Expected, "How many were to attend (số phải dự họp).", DataClass.Internal);
        meeting.Field(m => m.Present, "How many attended (số có mặt).", DataClass.Internal);
        meeting.Computed<decimal>(
            "attendancePercent", "How many of a hundred attended, to two places.", DataClass.Internal,
            row => $"round(100.0 * {row[m => m.Present]} / {row[m => m.Expected]}, 2)");
        meeting.Computed<bool>(
            "isByPartyGroups", "Whether a large cell held it by Party groups (sinh hoạt theo tổ đảng).", DataClass.Internal, row => $"({row[m => m.GroupMeeting]} is not null)");
        meeting.Field(m => m.Topic, "What it was about (nội dung, chuyên đề).", DataClass.Internal);
        meeting.Field(m => m.Reference, "Number and symbol of its resolution or minutes (số nghị quyết, biên bản).", DataClass.Internal);

        meeting.Filter(m => m.Body).Filter(m => m.Kind).Filter(m => m.HeldOn).Filter(m => m.Month)
            .FilterByOrganization("within", "Those of an organization and of all below it by today's tree.", m => m.OrganizationId);
        meeting.Sortable("HELD_ON", m => m.HeldOn).SortedBy("HELD_ON", descending: true);
    }
}

internal sealed class MeetingQueries : QueryFields
{
    protected override void Define(QueryBuilder query)
    {
        query.ById<Meeting>("organizationMeeting", "One meeting of a cell or a committee by its id.");
        query.Connection<Meeting>("organizationMeetings", "The meetings of cells and committees that the register knows, the latest first (sinh hoạt chi bộ, họp cấp ủy).");
    }
}
