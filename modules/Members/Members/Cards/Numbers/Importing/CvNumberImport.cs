using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Imports;

namespace Modular.Members.Cards.Numbers.Importing;

/// <summary>
/// CV numbers that were given (danh sách cấp số lý lịch đảng viên; MEM-10), one row a member who bears none, by the rules of <c>giveCvNumbers</c>. Members are named by card or citizen identity
/// number. A row that the register knows already does nothing.
/// </summary>
internal sealed class CvNumberImport : ImportFormat
{
    /// <inheritdoc />
    public override string Id => "cv-numbers";

    /// <inheritdoc />
    public override LocalizedText Title => new("Số lý lịch đảng viên đã cấp", "CV numbers given");

    /// <inheritdoc />
    public override string Permission => MembersPermissions.IssueCards;

    /// <inheritdoc />
    protected override void Define(ImportFormatBuilder format)
    {
        format.NameMembers("Số CCCD");
        format.Text("cv_number", "Số lý lịch mới", "New CV number").Called("Số lý lịch được cấp").Required().MaximumLength(20)
            .Derives("cv_key", number => NumberRules.CleanCvNumber(number) ?? "");
        format.Date("given_on", "Ngày cấp", "Given on").Called("Cấp từ ngày").InThePast();
        format.Staged("is_known", "boolean")
            .Prepare("update staged set given_on = @today where given_on is null").Prepare(CvNumberImportSql.FindKnown)
            .CheckNumbers(new NoMemberBearsTheNumber())
            .CheckEachOnce()
            .CheckOwnCase()
            .CheckOnce("cv_number", new CvNumberAppearsTwiceInTheFile(), by: "cv_key", among: "cv_key <> ''")
            .Check("cv_number", new CvNumberIsBorne(), CvNumberImportSql.FindTaken)
            .CheckByCode(ImportedCvNumbers.CheckAsync)
            .WarnOfKnown("is_known");
        format
            .Apply(CvNumberImportSql.Give).Apply(CvNumberImportSql.TellMembers).Apply(CvNumberImportSql.Carry)
            .Creates("CvNumberPeriod", "members.cv_number", subject: "member_id")
            .NotUndoneWhere(CvNumberImportSql.ChangedSince)
            .Undo(CvNumberImportSql.TellMembersOfUndoing).Undo(CvNumberImportSql.CarryNone)
            .Undo("delete from members.cv_number as given using undone where given.province_id = @province and given.id = undone.id");
    }
}

/// <summary>A number is given once, so a file says it once.</summary>
internal sealed record CvNumberAppearsTwiceInTheFile : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CvNumber;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Số lý lịch này đã có trong tệp, dòng {0}.", "The CV number is in the file already, in row {0}.");
}

/// <summary>Somebody bears, or bore, the number.</summary>
internal sealed record CvNumberIsBorne : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CvNumber;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Số lý lịch {0} đã được cấp.", "The CV number {0} was given already.");
}
