using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Imports;

namespace Modular.Members.Badges.Importing;

/// <summary>
/// Badges that were awarded outside of the register's rounds (danh sách đảng viên đã được tặng Huy hiệu Đảng), one row a badge, by the rules of <c>recordBadge</c>. A row that the register
/// knows already does nothing.
/// </summary>
internal sealed class BadgeImport : ImportFormat
{
    private const string FindKnown =
        """
        update staged set known_on = badge.awarded_on
        from members.badge as badge
        where badge.province_id = @province and badge.member_id = staged.member_id and badge.years = staged.years
        """;

    /// <inheritdoc />
    public override string Id => "badges";

    /// <inheritdoc />
    public override LocalizedText Title => new("Huy hiệu Đảng đã tặng", "Party badges awarded");

    /// <inheritdoc />
    public override string Permission => MembersPermissions.DecideBadges;

    /// <inheritdoc />
    protected override void Define(ImportFormatBuilder format)
    {
        format.NameMembers("Số CCCD");
        format.Integer("years", "Huy hiệu (năm)", "Badge (years)").Called("Loại huy hiệu", "Số năm", "Huy hiệu").Required().Between(1, 120);
        format.Choice("award", "Hình thức tặng", "Award").Called("Hình thức")
            .Value("REGULAR", "Đúng kỳ", "Regular", "Tặng")
            .Value("EARLY", "Tặng sớm", "Early", "Sớm")
            .Value("POSTHUMOUS", "Truy tặng", "Posthumous");
        format.Date("awarded_on", "Ngày trao tặng", "Awarded on").Called("Ngày tặng", "Đợt tặng").Required().InThePast();
        format.Text("decision_number", "Số quyết định", "Decision number").Called("Quyết định số").MaximumLength(100);
        format.Date("decided_on", "Ngày quyết định", "Decided on").Called("Ngày ký quyết định").InThePast();
        format.Staged("known_on", "date").Prepare("update staged set award = coalesce(award, 'REGULAR')").Prepare(FindKnown)
            .CheckNumbers(new NoMemberBearsTheNumber())
            .CheckOwnCase()
            .CheckOnce("years", new BadgeAppearsTwiceInTheFile(), by: "member_id, years", among: "member_id is not null and years is not null")
            .Check("decided_on", new BadgeDecisionFollowsTheAward(), "select row_number from staged where decided_on > awarded_on")
            .CheckByCode(CheckAsync)
            .WarnOfKnown("known_on = awarded_on");
        format
            .Apply(
                """
                insert into members.badge (province_id, id, member_id, years, award, awarded_on, decision_number, decided_on)
                select @province, id, member_id, years, award, awarded_on, decision_number, decided_on from accepted where known_on is null
                """)
            .Creates("Badge", "members.badge", subject: "member_id")
            .NotUndoneWhere(
                """
                select undone.id from undone
                join members.badge as badge on badge.province_id = @province and badge.id = undone.id
                where badge.reissued_on is not null or badge.returned_on is not null
                """)
            .Undo("delete from members.badge as badge using undone where badge.province_id = @province and badge.id = undone.id");
    }

    private static async Task<IReadOnlyList<RowFault>> CheckAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var rows = await run.ReadAsync(
            "select row_number, member_id, years, award, awarded_on, known_on from staged where not faulty and known_on is distinct from awarded_on order by row_number",
            reader => new ListedBadge(
                reader.GetInt32(0), reader.GetGuid(1), reader.GetInt32(2), EnumText.Read<BadgeAward>(reader.GetString(3)), reader.GetFieldValue<DateOnly>(4),
                reader.IsDBNull(5) ? null : reader.GetFieldValue<DateOnly>(5)),
            cancellationToken);
        if (rows.Count == 0)
            return [];
        var members = await MembersByNumber.ReadAsync(run, rows.Select(row => row.MemberId), cancellationToken);
        var policies = run.Services.GetRequiredService<IPolicies>();
        var faults = new List<RowFault>();
        faults.AddRange(from row in rows where row.KnownOn is not null select new RowFault(row.Row, "awarded_on", new BadgeIsRecordedOtherwise(row.KnownOn.GetValueOrDefault())));
        foreach (var day in rows.Where(row => row.KnownOn is null).GroupBy(row => row.AwardedOn))
        {
            var eligibility = new BadgeEligibility(await policies.InForceOnAsync<BadgePolicy>(day.Key, cancellationToken), day.Key);
            foreach (var row in day)
                faults.AddRange(eligibility.Find(members[row.MemberId], row.Award, row.Years, "").Problems.Select(problem => new RowFault(row.Row, ColumnOf(problem.Field), problem)));
        }

        return faults;
    }

    private static string ColumnOf(string? field) => field switch
    {
        ".award" => "award",
        ".years" => "years",
        _ => "member_number",
    };

    private sealed record ListedBadge(int Row, Guid MemberId, int Years, BadgeAward Award, DateOnly AwardedOn, DateOnly? KnownOn);
}

/// <summary>Each step is awarded once, so a file says it once.</summary>
internal sealed record BadgeAppearsTwiceInTheFile : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.BadgeSteps;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Huy hiệu này của đảng viên đã có trong tệp, dòng {0}.", "The member's badge is in the file already, in row {0}.");
}

/// <summary>The register says that the badge was awarded on another day.</summary>
/// <param name="AwardedOn">The day that the register knows.</param>
internal sealed record BadgeIsRecordedOtherwise(DateOnly AwardedOn) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.BadgeSteps;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Huy hiệu này đã được ghi nhận, tặng ngày {AwardedOn.Vietnamese()}.", $"This badge is recorded already, as awarded on {AwardedOn.English()}.");
}

/// <summary>A badge is awarded by a decision that is there.</summary>
internal sealed record BadgeDecisionFollowsTheAward : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.BadgeRounds;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Quyết định được ký sau ngày trao tặng.", "The decision was signed after the day of the award.");
}
