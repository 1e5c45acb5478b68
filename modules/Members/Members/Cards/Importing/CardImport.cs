using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Imports;

namespace Modular.Members.Cards.Importing;

/// <summary>
/// Cards that were issued, issued again or exchanged, as the bodies that make them list them (danh sách phát, cấp lại, đổi thẻ đảng viên; MEM-12 to MEM-14), by the rules of <c>issueCards</c>. A
/// row that the register knows already does nothing.
/// </summary>
internal sealed class CardImport : ImportFormat
{
    /// <inheritdoc />
    public override string Id => "cards";

    /// <inheritdoc />
    public override LocalizedText Title => new("Thẻ đảng viên đã phát, cấp lại, đổi", "Cards issued, issued again or exchanged");

    /// <inheritdoc />
    public override string Permission => MembersPermissions.IssueCards;

    /// <inheritdoc />
    protected override void Define(ImportFormatBuilder format)
    {
        format.NameMembers("Số CCCD");
        format.Digits("card_number", 8, "Số thẻ mới", "New card number").Called("Số thẻ được cấp").Required().Unique();
        format.Choice("kind", "Loại thẻ", "Kind of card").Required().Value("PAPER", "Thẻ giấy", "Paper", "Giấy").Value("CHIP", "Thẻ gắn chip", "Chip", "Chíp", "Gắn chip");
        format.Choice("issue", "Hình thức", "Issue").Called("Lý do cấp").Required()
            .Value("FIRST", "Phát thẻ", "First", "Phát", "Cấp mới", "Lần đầu")
            .Value("AGAIN", "Cấp lại", "Again", "Mất")
            .Value("EXCHANGE", "Đổi thẻ", "Exchange", "Đổi", "Hỏng");
        format.Date("issued_on", "Ngày phát thẻ", "Issued on").Called("Ngày cấp", "Ngày phát").Required().InThePast();
        format.Text("decision_number", "Số quyết định", "Decision number").Called("Quyết định số").Required().MaximumLength(100);
        format.Date("decided_on", "Ngày quyết định", "Decided on").Called("Ngày ký quyết định").Required().InThePast();
        format.Staged("is_known", "boolean").Prepare(CardImportSql.FindKnown)
            .CheckNumbers(new NoMemberBearsTheNumber())
            .CheckEachOnce()
            .CheckOwnCase()
            .Check("card_number", new CardNumberIsBorne(), CardImportSql.FindTaken)
            .CheckByCode(ImportedCards.CheckAsync)
            .WarnOfKnown("is_known");
        format
            .Apply(CardImportSql.EndFormer).Apply(CardImportSql.TellFormer).Apply(CardImportSql.Issue).Apply(CardImportSql.TellMembers).Apply(CardImportSql.Carry)
            .Creates("PartyCard", "members.party_card", subject: "member_id")
            .Raise(MemberCardIssued.EventName, CardImportSql.Issued)
            .NotUndoneWhere(CardImportSql.ChangedSince)
            .Undo(CardImportSql.TellMembersOfUndoing).Undo(CardImportSql.CarryFormer).Undo(CardImportSql.TellFormerOfUndoing).Undo(CardImportSql.ReopenFormer).Undo(CardImportSql.TakeBack);
    }
}

/// <summary>Somebody else bears, or bore, the number.</summary>
internal sealed record CardNumberIsBorne : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CardNumber;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Số thẻ {0} đã cấp cho đảng viên khác.", "Another member bears, or bore, the card number {0}.");
}
