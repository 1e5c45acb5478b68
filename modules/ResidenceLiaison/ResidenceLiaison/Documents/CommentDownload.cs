using System.Globalization;
using System.Text.Json;
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

namespace Modular.ResidenceLiaison.Documents;

/// <summary>
/// A comment of the residence in print (phiếu nhận xét, mẫu 3-213), once the cell has signed it, for whoever sees the comment: the residence, from its sending on the workplace, the member when they were told. Each
/// fetching is logged as a sensitive read.
/// </summary>
internal sealed class CommentDownload(
    LiaisonDbContext db, IMemberParticulars particulars, IOrganizationDirectory organizations, IPolicies policies, DownloadLog log) : IModuleDownload
{
    /// <summary>The name in the address.</summary>
    public const string Name = "residence-comments";

    private static readonly DocumentColumn[] Columns = [new("Nội dung", 34), new("Nhận xét", 60)];

    /// <inheritdoc />
    public async Task<DownloadedFile?> OpenAsync(DownloadRequest request, CancellationToken cancellationToken)
    {
        if (Paper.FormatOf(request) is not { } format)
            return null;
        var comment = await db.Comments.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.Id && row.SignedOn != null, cancellationToken);
        if (comment is null)
            return null;
        var paper = await MakeAsync(comment, cancellationToken);
        await log.WriteAsync("ResidenceComment", "print", comment.MemberId, ResidenceLiaisonPermissions.ReadComments, request);
        return paper.Write(format, db.Access.Language, db.Access.UserName);
    }

    private async Task<Paper> MakeAsync(Comment comment, CancellationToken cancellationToken)
    {
        var day = comment.SignedOn!.Value;
        var form = await policies.InForceOnAsync<LiaisonFormPolicy>(day, cancellationToken);
        var scale = await policies.InForceOnAsync<CommentPolicy>(comment.DraftedOn, cancellationToken);
        var names = await PaperNames.FindAsync(organizations, [comment.CellId, comment.ReceiverId, .. comment.WorkplaceCellId is { } workplace ? [workplace] : Array.Empty<Guid>()], day, cancellationToken);
        var member = (await particulars.FindAsync([comment.MemberId], db.Today, cancellationToken)).GetValueOrDefault(comment.MemberId);
        return new Paper(form.CommentTitle, "residence-comment", FrameOf(comment, form, names))
        {
            Paragraphs =
            [
                $"Họ và tên: {member?.FullName}. Ngày sinh: {member?.BirthDate.Vietnamese()}.",
                $"Đang sinh hoạt tại: {names.Of(comment.WorkplaceCellId)}. Giữ mối liên hệ với: {names.Of(comment.CellId)}. Năm: {comment.Year}.", $"Thực hiện {form.Instrument}.",
            ],
            Tables = [new PaperTable(new DocumentTable("Nhận xét", Columns), [.. RowsOf(comment, scale)])],
        };
    }

    private static IEnumerable<CellValue[]> RowsOf(Comment comment, CommentPolicy scale)
    {
        var marks = JsonSerializer.Deserialize<Dictionary<string, string>>(comment.Marks)!;
        foreach (var criterion in scale.Criteria.Where(criterion => marks.ContainsKey(criterion.Code)))
            yield return Row(criterion.Vietnamese, NameOf(scale, marks[criterion.Code]));
        yield return Row("Dự họp ở nơi cư trú", AttendanceOf(comment));
        yield return Row("Ưu điểm", comment.Strengths);
        yield return Row("Khuyết điểm, hạn chế", comment.Shortcomings);
        yield return Row("Mức nhận xét chung", NameOf(scale, comment.Level));
        if (comment.Statement is not null)
            yield return Row("Ý kiến của đảng viên", comment.Statement);
        if (comment.StatementAnswer is not null)
            yield return Row("Trả lời của chi bộ", comment.StatementAnswer);
    }

    private static string AttendanceOf(Comment comment) => string.Create(
        CultureInfo.InvariantCulture,
        $"Được mời {comment.Invited}, có mặt {comment.Present}, vắng có lý do {comment.AbsentWithReason}, vắng không có lý do {comment.AbsentWithoutReason}, người nhà đi thay {comment.Represented}; {comment.Opinions} ý kiến đóng góp");

    // A level that a later scale no longer has is shown by its code.
    private static string NameOf(CommentPolicy scale, string level) => scale.Find(level)?.Vietnamese ?? level;

    private static CellValue[] Row(string what, string? says) => [CellValue.Of(what), CellValue.Of(says)];

    private static DocumentFrame FrameOf(Comment comment, LiaisonFormPolicy form, PaperNames names) => new(
        [
            new DocumentFrameLine(names.Of(comment.ReceiverId), Right: "ĐẢNG CỘNG SẢN VIỆT NAM", IsBold: true),
            new DocumentFrameLine(names.Of(comment.CellId), Right: form.CommentForm, IsBold: true), new DocumentFrameLine(Right: Paper.Dated(comment.SignedOn!.Value)),
        ],
        [
            new DocumentFrameLine("T/M BAN CÔNG TÁC MẶT TRẬN", Right: "T/M CHI ỦY NƠI CƯ TRÚ", IsBold: true), new DocumentFrameLine("(ký, ghi rõ họ tên)", Right: "(ký, ghi rõ họ tên)"),
            new DocumentFrameLine(), new DocumentFrameLine(), new DocumentFrameLine(),
            new DocumentFrameLine(comment.FrontRepresentative, Right: comment.SignedBy, IsBold: true),
            .. comment.CertifiedOn is { } certified
                ? [new DocumentFrameLine($"Xác nhận của {names.Of(comment.ReceiverId)}, {Paper.Dated(certified)}", Right: comment.CertifiedBy)]
                : Array.Empty<DocumentFrameLine>(),
        ]);
}
