using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Imports;

namespace Modular.Members.Dues;

/// <summary>
/// Dues by month as cells list them, one row a member and month, by the rules of <c>recordDues</c>. A month that the register knows is not changed by a file: the row is refused where it says
/// something else, and does nothing where it says the same.
/// </summary>
internal sealed class DuesImport : ImportFormat
{
    private const string TellMemberships =
        """
        update staged set joined_on = member.joined_on, left_on = member.left_on
        from members.member as member
        where member.province_id = @province and member.id = staged.member_id
        """;

    private const string FindMonths =
        """
        update staged set known_state = dues.state
        from members.dues_month as dues
        where dues.province_id = @province and dues.member_id = staged.member_id and dues.month = date_trunc('month', staged.month)::date
        """;

    /// <inheritdoc />
    public override string Id => "dues";

    /// <inheritdoc />
    public override LocalizedText Title => new("Đảng phí theo tháng", "Dues by month");

    /// <inheritdoc />
    public override string Permission => MembersPermissions.RecordDues;

    /// <inheritdoc />
    protected override void Define(ImportFormatBuilder format)
    {
        format.NameMembers("Số CCCD");
        format.Date("month", "Tháng", "Month").Called("Tháng đóng đảng phí").AcceptsMonth().Required().InThePast();
        format.Choice("state", "Tình trạng", "State").Called("Đóng đảng phí").Required()
            .Value("PAID", "Đã đóng", "Paid", "Có", "x")
            .Value("UNPAID_WITHOUT_REASON", "Không đóng", "Unpaid", "Không", "Chưa đóng")
            .Value("UNPAID_WITH_REASON", "Không đóng có lý do", "Unpaid with reason", "Chưa đóng có lý do")
            .Value("EXEMPTED", "Được miễn", "Exempted", "Miễn");
        format.Text("reason", "Lý do", "Reason").MaximumLength(300);
        format.Staged("joined_on", "date").Staged("left_on", "date").Staged("known_state", "text").Prepare(TellMemberships).Prepare(FindMonths);
        DefineChecks(format);
        format.Apply(
                """
                insert into members.dues_month (province_id, id, member_id, month, state, reason)
                select @province, id, member_id, date_trunc('month', month)::date, state, reason from accepted where known_state is null
                """)
            .Creates("DuesMonth", "members.dues_month", subject: "member_id")
            .Undo("delete from members.dues_month as dues using undone where dues.province_id = @province and dues.id = undone.id");
    }

    private static void DefineChecks(ImportFormatBuilder format) => format
        .CheckNumbers(new DuesNumberIsUnknown())
        .Check("month", new MemberOwedNoDues(),
            """
            select row_number from staged
            where member_id is not null and month is not null and (
                joined_on is null or joined_on >= date_trunc('month', month)::date + interval '1 month' or left_on < date_trunc('month', month)::date)
            """)
        .Check("reason", new DuesNeedTheirReason(), "select row_number from staged where state in ('UNPAID_WITH_REASON', 'EXEMPTED') and reason is null")
        .Check("state", new MonthIsRecordedOtherwise(), "select row_number from staged where known_state <> state")
        .CheckOnce(null, new MonthAppearsTwiceInTheFile(), by: "member_id, date_trunc('month', month)", among: "member_id is not null and month is not null");
}

/// <summary>Nobody in the register bears the number.</summary>
internal sealed record DuesNumberIsUnknown : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Dues;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Không có đảng viên nào mang số {0}.", "No member bears the number {0}.");
}

/// <summary>A file says once whether a member paid for a month.</summary>
internal sealed record MonthAppearsTwiceInTheFile : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Dues;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Tháng này của đảng viên đã có trong tệp, dòng {0}.", "The member's month is in the file already, in row {0}.");
}

/// <summary>Whoever was no member in a month owed no dues.</summary>
internal sealed record MemberOwedNoDues : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Dues;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Người này không phải là đảng viên trong tháng đó.", "This person was no member in that month.");
}
