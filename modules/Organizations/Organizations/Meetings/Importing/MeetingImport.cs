using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.Organizations.Imports;

namespace Modular.Organizations.Meetings.Importing;

/// <summary>
/// Meetings that were held, one row each, for instance those of a month in all cells of a commune, by the rules of <c>recordMeetings</c>. A cell's row without a body is a meeting of its
/// members, that of another organization one of its committee; a row without a kind is a regular meeting.
/// </summary>
internal sealed class MeetingImport : ImportFormat
{
    private const string FindOrganizations =
        $"""
        update staged set organization_id = found.id, body = coalesce(staged.body, case when found.kind = any (array['CELL', 'GRASSROOTS_CELL', 'TEMPORARY_CELL', 'OVERSEAS_TEMPORARY_CELL']) then 'MEMBERS' else 'COMMITTEE' end)
        from {OrganizationsByCode.Found}
        where found.row_number = staged.row_number
        """;

    private const string RecordMeetings =
        """
        insert into organizations.meeting (province_id, id, version, organization_id, body, kind, held_on, expected, present, group_meeting, topic, reference)
        select @province, id, 1, organization_id, body, kind, held_on, expected, present, group_meeting, topic, reference from accepted
        """;

    private const string Recorded =
        """
        select jsonb_build_object('meetingId', id, 'organizationId', organization_id, 'body', initcap(body), 'kind', initcap(kind), 'heldOn', held_on, 'expected', expected, 'present', present)
        from accepted
        """;

    private const string Changed =
        """
        select undone.id from undone
        join organizations.meeting as meeting on meeting.province_id = @province and meeting.id = undone.id
        where meeting.version > 1
        """;

    private const string Removed =
        """
        select jsonb_build_object('meetingId', meeting.id, 'organizationId', meeting.organization_id, 'heldOn', meeting.held_on)
        from undone join organizations.meeting as meeting on meeting.province_id = @province and meeting.id = undone.id
        """;

    /// <inheritdoc />
    public override string Id => "meetings";

    /// <inheritdoc />
    public override LocalizedText Title => new("Sinh hoạt chi bộ, họp cấp ủy", "Meetings of cells and committees");

    /// <inheritdoc />
    public override string Permission => OrganizationsPermissions.RecordMeetings;

    /// <inheritdoc />
    protected override void Define(ImportFormatBuilder format)
    {
        DefineColumns(format);
        format.Staged("organization_id", "uuid").Staged("group_meeting", "smallint")
            .Prepare(FindOrganizations)
            .Prepare("update staged set kind = coalesce(kind, 'REGULAR')")
            .CheckCodes()
            .Check("present", new MoreAttendedThanWereInvited(), "select row_number, present::text, expected::text from staged where present > expected")
            .CheckByCode(ImportedMeetings.CheckAsync)
            .Apply(RecordMeetings)
            .Creates("Meeting", "organizations.meeting", organization: "organization_id")
            .Raise(MeetingRecorded.EventName, Recorded)
            .RaiseWhenUndone(MeetingRemoved.EventName, Removed)
            .NotUndoneWhere(Changed)
            .Undo("delete from organizations.meeting as made using undone where made.province_id = @province and made.id = undone.id");
        format.ScopedTo("organization_id");
    }

    private static void DefineColumns(ImportFormatBuilder format)
    {
        format.NameOrganizations("Mã chi bộ");
        format.Choice("body", "Họp chi bộ hoặc cấp ủy", "Body").Called("Thành phần")
            .Value("MEMBERS", "Chi bộ", "Members", "Họp chi bộ", "Sinh hoạt chi bộ")
            .Value("COMMITTEE", "Cấp ủy", "Committee", "Chi ủy", "Đảng ủy", "Họp chi ủy", "Họp đảng ủy");
        format.Choice("kind", "Loại cuộc họp", "Kind").Called("Loại")
            .Value("REGULAR", "Thường kỳ", "Regular", "Định kỳ")
            .Value("THEMATIC", "Chuyên đề", "Thematic")
            .Value("EXTRAORDINARY", "Bất thường", "Extraordinary");
        format.Date("held_on", "Ngày họp", "Held on").Called("Ngày sinh hoạt").Required().InThePast();
        format.Integer("expected", "Số phải dự họp", "Expected").Called("Số đảng viên phải dự", "Triệu tập").Required().Between(1, MeetingReading.MostPeople);
        format.Integer("present", "Số có mặt", "Present").Called("Có mặt").Required().Between(0, MeetingReading.MostPeople);
        format.YesNo("by_party_groups", "Họp theo tổ đảng", "By Party groups");
        format.Text("topic", "Nội dung", "Topic").Called("Chuyên đề").MaximumLength(MeetingReading.TopicLength);
        format.Text("reference", "Số nghị quyết, biên bản", "Resolution or minutes").Called("Số nghị quyết", "Số biên bản").MaximumLength(MeetingReading.ReferenceLength);
    }
}

/// <summary>Whoever attends was to attend, in a row of a file.</summary>
internal sealed record MoreAttendedThanWereInvited : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.MonthlyMeetings;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Số có mặt ({0}) nhiều hơn số phải dự họp ({1}).", "More attended ({0}) than were to attend ({1}).");
}
