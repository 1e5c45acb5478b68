using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Imports;

namespace Modular.Members.Cards.Checks.Importing;

/// <summary>
/// What cells saw of cards in a round (danh sách kiểm tra, đóng dấu kỹ thuật thẻ đảng viên; MEM-15), one row a card, by the rules of <c>recordCardChecks</c>. What the round knows is not changed by a
/// file: a row is refused where it says something else, and does nothing where it says the same.
/// </summary>
internal sealed class CardCheckImport : ImportFormat
{
    /// <inheritdoc />
    public override string Id => "card-checks";

    /// <inheritdoc />
    public override LocalizedText Title => new("Kết quả kiểm tra kỹ thuật thẻ đảng viên", "Technical checks of cards");

    /// <inheritdoc />
    public override string Permission => MembersPermissions.ReportCards;

    /// <inheritdoc />
    protected override void Define(ImportFormatBuilder format)
    {
        format.NameMembers("Số CCCD");
        format.Integer("round", "Lần kiểm tra", "Round").Called("Đợt kiểm tra", "Lần").Required().Between(1, 99);
        format.Choice("finding", "Kết quả", "Finding").Called("Kết quả kiểm tra").Required()
            .Value("STAMPED", "Đã đóng dấu", "Stamped", "Đóng dấu", "x")
            .Value("NOT_STAMPED", "Chưa đóng dấu", "Not stamped")
            .Value("DAMAGED", "Hỏng", "Damaged", "Thẻ hỏng")
            .Value("LOST", "Mất", "Lost", "Mất thẻ");
        format.Date("checked_on", "Ngày kiểm tra", "Checked on").InThePast();
        format.Text("remark", "Ghi chú", "Remark").Called("Lý do").MaximumLength(CardChecking.RemarkLength);
        format.Staged("round_id", "uuid").Staged("round_began", "date").Staged("round_state", "text").Staged("has_card", "boolean").Staged("is_known", "boolean").Staged("is_known_otherwise", "boolean")
            .Prepare(CardCheckImportSql.TakeToday).Prepare(CardCheckImportSql.FindRounds).Prepare(CardCheckImportSql.FindCards).Prepare(CardCheckImportSql.FindKnown)
            .CheckNumbers(new NoMemberBearsTheNumber())
            .Check("round", new CardCheckRoundIsUnknown(), "select row_number, round::text from staged where round is not null and round_id is null")
            .Check("round", new CardCheckRoundIsClosed(), "select row_number from staged where round_state = 'CLOSED' and is_known is null")
            .CheckOnce("member_number", new MemberAppearsTwiceInTheList(), by: "member_id, round_id", among: "member_id is not null and round_id is not null")
            .Check("finding", new CardCheckIsRecordedOtherwise(), "select row_number from staged where is_known_otherwise")
            .CheckByCode(CheckAsync)
            .WarnOfKnown("is_known");
        format
            .Apply(CardCheckImportSql.TellReported).Apply(CardCheckImportSql.Report).Apply(CardCheckImportSql.Record)
            .Creates("CardCheck", "members.card_check", subject: "member_id")
            .NotUndoneWhere(CardCheckImportSql.ClosedSince).NotUndoneWhere(CardCheckImportSql.ReplacedSince)
            .Undo(CardCheckImportSql.TellUnreported).Undo(CardCheckImportSql.TakeReportsBack)
            .Undo("delete from members.card_check as seen using undone where seen.province_id = @province and seen.id = undone.id");
    }

    private static async Task<IReadOnlyList<RowFault>> CheckAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var rows = await run.ReadAsync(
            "select row_number, member_id, finding, checked_on, remark, round_began, coalesce(has_card, false) from staged where not faulty and is_known is null order by row_number",
            reader => new
            {
                Row = reader.GetInt32(0),
                Began = reader.GetFieldValue<DateOnly>(5),
                HasCard = reader.GetBoolean(6),
                Check = new CardCheckInput
                {
                    MemberId = reader.GetGuid(1),
                    Finding = EnumText.Read<CardFinding>(reader.GetString(2)),
                    CheckedOn = reader.GetFieldValue<DateOnly>(3),
                    Remark = reader.IsDBNull(4) ? null : reader.GetString(4),
                },
            },
            cancellationToken);
        return
        [
            .. from row in rows
               from problem in CardChecking.Against(row.Check, row.Began, run.Today, row.HasCard, "")
               select new RowFault(row.Row, ColumnOf(problem.Field), problem),
        ];
    }

    private static string ColumnOf(string? field) => field switch
    {
        ".checkedOn" => "checked_on",
        ".remark" => "remark",
        _ => "member_number",
    };
}

/// <summary>No round bears the number.</summary>
internal sealed record CardCheckRoundIsUnknown : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CardChecks;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Chưa mở đợt kiểm tra thẻ lần {0}.", "Round {0} of card checks was not opened.");
}

/// <summary>The round knows something else of the card; a list does not change it.</summary>
internal sealed record CardCheckIsRecordedOtherwise : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CardChecks;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Đợt này đã ghi kết quả khác cho thẻ của đảng viên; hãy sửa từng người.", "The round says something else of the member's card; change it there.");
}
