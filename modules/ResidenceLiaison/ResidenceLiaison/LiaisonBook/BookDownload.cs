using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Documents;
using Modular.Kernel.Downloads;
using Modular.Kernel.GraphQL.AccessLog;
using Modular.Kernel.Policies;
using Modular.Members.Contracts;
using Modular.Organizations.Contracts;
using Modular.ResidenceLiaison.Comments;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Data;
using Modular.ResidenceLiaison.Documents;
using Modular.ResidenceLiaison.Introductions;
using Modular.ResidenceLiaison.Meetings;

namespace Modular.ResidenceLiaison.LiaisonBook;

/// <summary>
/// The liaison book of a member in print (sổ liên hệ, RES-16), which the workplace's cell keeps: the years of a term up to the present one, for the member and whoever reads introductions at their cell. Each fetching is
/// logged as a sensitive read.
/// </summary>
internal sealed class BookDownload(
    LiaisonDbContext db, Reaches reaches, IMemberParticulars particulars, IOrganizationDirectory organizations, IPolicies policies, DownloadLog log) : IModuleDownload
{
    /// <summary>The name in the address.</summary>
    public const string Name = "liaison-books";

    private static readonly DocumentColumn[] LetterColumns = [new("Số", 8), new("Ngày", 12), new("Nơi nhận", 34), new("Chi bộ nơi cư trú", 34), new("Nơi cư trú", 40)];
    private static readonly DocumentColumn[] MeetingColumns = [new("Ngày họp", 12), new("Dự họp", 24), new("Ghi chú", 40)];
    private static readonly DocumentColumn[] CommentColumns = [new("Năm", 8), new("Mức", 16), new("Ưu điểm", 36), new("Khuyết điểm, hạn chế", 36), new("Ý kiến của đảng viên", 30)];
    private static readonly DocumentColumn[] OpinionColumns = [new("Ngày", 12), new("Ý kiến", 40), new("Trả lời", 40)];

    /// <inheritdoc />
    public async Task<DownloadedFile?> OpenAsync(DownloadRequest request, CancellationToken cancellationToken)
    {
        var form = await policies.InForceOnAsync<LiaisonFormPolicy>(db.Today, cancellationToken);
        if (Paper.FormatOf(request) is not { } format || !form.PrintsLiaisonBook)
            return null;
        var letters = await db.Introductions.AsNoTracking().Where(row => row.MemberId == request.Id).OrderBy(row => row.OpenedOn).ThenBy(row => row.Id).ToListAsync(cancellationToken);
        if (letters.Count == 0 || !await MayHaveAsync(letters[^1], cancellationToken))
            return null;
        var paper = await MakeAsync(letters, form, cancellationToken);
        await log.WriteAsync("Member", "liaisonBook", request.Id, ResidenceLiaisonPermissions.Read, request);
        return paper.Write(format, db.Access.Language, db.Access.UserName);
    }

    private async Task<bool> MayHaveAsync(Introduction last, CancellationToken cancellationToken) =>
        db.Access.ScopeOf(ResidenceLiaisonPermissions.Read).Self == last.MemberId
        || await reaches.CoversAsync(db, ResidenceLiaisonPermissions.Read, last.CellId, cancellationToken);

    private async Task<Paper> MakeAsync(List<Introduction> introductions, LiaisonFormPolicy form, CancellationToken cancellationToken)
    {
        var last = introductions[^1];
        var from = new DateOnly(db.Today.Year - form.BookYears + 1, 1, 1);
        var letters = introductions.Where(row => row.IssuedOn >= from).ToList();
        var member = (await particulars.FindAsync([last.MemberId], db.Today, cancellationToken)).GetValueOrDefault(last.MemberId);
        var names = await PaperNames.FindAsync(
            organizations, letters.Append(last).SelectMany(row => new[] { row.CellId, row.ReceiverId, row.ResidenceCellId }).OfType<Guid>(), db.Today, cancellationToken);
        var attendances = await db.Attendances.AsNoTracking()
            .Where(row => row.MemberId == last.MemberId && row.MetOn >= from && row.Kind != AttendanceKind.Summoned).OrderBy(row => row.MetOn).ThenBy(row => row.Id).ToListAsync(cancellationToken);
        var opinions = await db.Opinions.AsNoTracking()
            .Where(row => row.MemberId == last.MemberId && row.RecordedOn >= from).OrderBy(row => row.RecordedOn).ThenBy(row => row.Id).ToListAsync(cancellationToken);
        // A draft is the residence's own; as far as the reader sees them, the others belong in the book.
        var comments = await db.Comments.AsNoTracking()
            .Where(row => row.MemberId == last.MemberId && row.Year >= from.Year && row.SentOn != null && row.ReplacedOn == null).OrderBy(row => row.Year).ThenBy(row => row.Id).ToListAsync(cancellationToken);
        var scale = await policies.InForceOnAsync<CommentPolicy>(db.Today, cancellationToken);
        var term = $"{from.Year}–{db.Today.Year}";
        return new Paper("SỔ LIÊN HỆ CỦA ĐẢNG VIÊN VỚI NƠI CƯ TRÚ", "liaison-book", FrameOf(last, names, term))
        {
            Paragraphs =
            [
                $"Họ và tên: {member?.FullName ?? last.FullName}. Ngày sinh: {member?.BirthDate.Vietnamese()}.",
                $"Đang sinh hoạt tại: {names.Of(last.CellId)}. Nơi cư trú: {last.Address}.", $"Thực hiện {form.Instrument}.",
            ],
            Tables =
            [
                new PaperTable(new DocumentTable("Giấy giới thiệu", LetterColumns), [.. letters.Select(letter => RowOf(letter, names))]),
                new PaperTable(new DocumentTable("Họp ở nơi cư trú", MeetingColumns), [.. attendances.Select(RowOf)]),
                new PaperTable(new DocumentTable("Ý kiến đóng góp", OpinionColumns), [.. opinions.Select(RowOf)]),
                new PaperTable(new DocumentTable("Nhận xét của nơi cư trú", CommentColumns), [.. comments.Select(comment => RowOf(comment, scale))]),
            ],
        };
    }

    private static DocumentFrame FrameOf(Introduction last, PaperNames names, string term) => new(
        [
            new DocumentFrameLine(names.AboveOf(last.CellId), Right: "ĐẢNG CỘNG SẢN VIỆT NAM", IsBold: true),
            new DocumentFrameLine(names.Of(last.CellId), Right: $"Nhiệm kỳ {term}", IsBold: true),
        ],
        [
            new DocumentFrameLine("ĐẢNG VIÊN", Right: "T/M CHI ỦY", IsBold: true), new DocumentFrameLine("(ký, ghi rõ họ tên)", Right: "(ký, ghi rõ họ tên)"),
            new DocumentFrameLine(), new DocumentFrameLine(), new DocumentFrameLine(),
        ]);

    private static CellValue[] RowOf(Introduction letter, PaperNames names) =>
    [
        CellValue.Of((decimal?)letter.LetterNumber), CellValue.Of(letter.IssuedOn), CellValue.Of(names.Of(letter.ReceiverId)), CellValue.Of(names.Of(letter.ResidenceCellId)), CellValue.Of(letter.Address),
    ];

    private static CellValue[] RowOf(Comment comment, CommentPolicy scale) =>
    [
        CellValue.Of(comment.Year), CellValue.Of(scale.Find(comment.Level)?.Vietnamese ?? comment.Level), CellValue.Of(comment.Strengths), CellValue.Of(comment.Shortcomings),
        CellValue.Of(comment.Statement),
    ];

    private static CellValue[] RowOf(Attendance attendance) =>
        [CellValue.Of(attendance.MetOn), CellValue.Of(attendance.Kind.Name().Vietnamese), CellValue.Of(attendance.Reason ?? attendance.RepresentedBy)];

    private static CellValue[] RowOf(Opinion opinion) => [CellValue.Of(opinion.RecordedOn), CellValue.Of(opinion.Content), CellValue.Of(opinion.Answer)];
}
