using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Documents;
using Modular.Kernel.Downloads;
using Modular.Kernel.Policies;
using Modular.Organizations.Contracts;
using Modular.ResidenceLiaison.Data;
using Modular.ResidenceLiaison.Meetings;

namespace Modular.ResidenceLiaison.Documents;

/// <summary>A meeting in print: before it the invitation with those who are summoned, after it the minutes with who came and what was said. For whoever sees the meeting.</summary>
internal sealed class MeetingDownload(LiaisonDbContext db, IOrganizationDirectory organizations, IPolicies policies) : IModuleDownload
{
    /// <summary>The name in the address.</summary>
    public const string Name = "residence-meetings";

    /// <inheritdoc />
    public async Task<DownloadedFile?> OpenAsync(DownloadRequest request, CancellationToken cancellationToken)
    {
        if (Paper.FormatOf(request) is not { } format)
            return null;
        var meeting = await db.Meetings.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.Id && row.State != MeetingState.Cancelled, cancellationToken);
        if (meeting is null)
            return null;
        var day = meeting.HeldOn ?? meeting.PlannedOn;
        var form = await policies.InForceOnAsync<LiaisonFormPolicy>(day, cancellationToken);
        var names = await PaperNames.FindAsync(organizations, [meeting.CellId], day, cancellationToken);
        var attendances = await db.Attendances.AsNoTracking().Where(row => row.MeetingId == meeting.Id).OrderBy(row => row.FullName).ToListAsync(cancellationToken);
        var opinions = meeting.HeldOn is null
            ? []
            : await db.Opinions.AsNoTracking().Where(row => row.MeetingId == meeting.Id).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        var paper = meeting.HeldOn is null ? Invitation(meeting, attendances, form, names) : Minutes(meeting, attendances, opinions, form, names);
        return paper.Write(format, db.Access.Language, db.Access.UserName);
    }

    private static Paper Invitation(Meeting meeting, List<Attendance> attendances, LiaisonFormPolicy form, PaperNames names)
    {
        const string Title = "GIẤY MỜI HỌP ĐẢNG VIÊN ĐANG CÔNG TÁC GIỮ MỐI LIÊN HỆ NƠI CƯ TRÚ";
        return new Paper(Title, "residence-meeting", FrameOf(meeting, names, keeper: null))
        {
            Paragraphs =
            [
                $"Thực hiện {form.Instrument}, {names.Of(meeting.CellId)} trân trọng kính mời các đồng chí có tên dưới đây.",
                $"Thời gian: {meeting.PlannedOn.Vietnamese()}. Địa điểm: {meeting.Place ?? "…………"}.", $"Nội dung: {meeting.Agenda}",
                .. meeting.Papers is { } papers ? [$"Tài liệu: {papers}"] : Array.Empty<string>(),
            ],
            Tables =
            [
                new PaperTable(
                    new DocumentTable("Danh sách mời", [new DocumentColumn("Số", 6), new DocumentColumn("Họ và tên", 40), new DocumentColumn("Ký nhận", 20)]),
                    [.. attendances.Select((attendance, index) => new[] { CellValue.Of(index + 1), CellValue.Of(attendance.FullName), CellValue.Empty })]),
            ],
        };
    }

    private static Paper Minutes(Meeting meeting, List<Attendance> attendances, List<Opinion> opinions, LiaisonFormPolicy form, PaperNames names)
    {
        const string Title = "BIÊN BẢN HỌP ĐẢNG VIÊN ĐANG CÔNG TÁC GIỮ MỐI LIÊN HỆ NƠI CƯ TRÚ";
        var nameOf = attendances.ToDictionary(attendance => attendance.IntroductionId, attendance => attendance.FullName);
        var absent = meeting.AbsentWithReason + meeting.AbsentWithoutReason + meeting.Represented;
        return new Paper(Title, "residence-meeting", FrameOf(meeting, names, keeper: "NGƯỜI GHI BIÊN BẢN"))
        {
            Paragraphs =
            [
                $"Thực hiện {form.Instrument}, {names.Of(meeting.CellId)} họp ngày {meeting.HeldOn!.Value.Vietnamese()}.",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Được mời: {meeting.Expected}. Có mặt: {meeting.Present}. Vắng: {absent} (có lý do {meeting.AbsentWithReason}, không có lý do {meeting.AbsentWithoutReason}, người nhà đi thay {meeting.Represented})."),
                $"Nội dung: {meeting.Agenda}", .. meeting.Minutes is { } minutes ? [minutes] : Array.Empty<string>(),
            ],
            Tables =
            [
                new PaperTable(
                    new DocumentTable("Đảng viên được mời", [new DocumentColumn("Số", 6), new DocumentColumn("Họ và tên", 34), new DocumentColumn("Dự họp", 22), new DocumentColumn("Ghi chú", 34)]),
                    [.. attendances.Select((attendance, index) => new[]
                    {
                        CellValue.Of(index + 1), CellValue.Of(attendance.FullName), CellValue.Of(attendance.Kind.Name().Vietnamese),
                        CellValue.Of(attendance.Reason ?? attendance.RepresentedBy),
                    })]),
                new PaperTable(
                    new DocumentTable("Ý kiến và trả lời", [new DocumentColumn("Họ và tên", 26), new DocumentColumn("Ý kiến", 40), new DocumentColumn("Trả lời", 40)]),
                    [.. opinions.Select(opinion => new[]
                    {
                        CellValue.Of(nameOf.GetValueOrDefault(opinion.IntroductionId)), CellValue.Of(opinion.Content), CellValue.Of(opinion.Answer),
                    })]),
            ],
        };
    }

    private static DocumentFrame FrameOf(Meeting meeting, PaperNames names, string? keeper) => new(
        [
            new DocumentFrameLine(names.AboveOf(meeting.CellId), Right: "ĐẢNG CỘNG SẢN VIỆT NAM", IsBold: true),
            new DocumentFrameLine(names.Of(meeting.CellId), Right: Paper.Dated(meeting.HeldOn ?? meeting.InvitedOn ?? meeting.PlannedOn), IsBold: true),
        ],
        [
            new DocumentFrameLine(keeper, Right: "T/M CHI ỦY", IsBold: true),
            new DocumentFrameLine(keeper is null ? null : "(ký, ghi rõ họ tên)", Right: "(ký, ghi rõ họ tên)"), new DocumentFrameLine(), new DocumentFrameLine(), new DocumentFrameLine(),
        ]);
}
