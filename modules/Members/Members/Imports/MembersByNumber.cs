using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Results;
using Modular.Members.Cards;
using Modular.Members.Data;
using Modular.Members.People;

namespace Modular.Members.Imports;

/// <summary>Lists that name members of the register by a number: what they all need to find them.</summary>
internal static class MembersByNumber
{
    /// <summary>Names the members; a number is that of the card, of the CV or of the citizen identity, each looked up in its own index.</summary>
    private const string Find =
        """
        update staged set member_id = found.id, organization_id = found.organization_id
        from (
            select asked.number_key, member.id, member.organization_id
            from (select distinct number_key from staged) as asked
            join members.member as member on member.province_id = @province and member.card_number = asked.number_key
            union all
            select asked.number_key, member.id, member.organization_id
            from (select distinct number_key from staged) as asked
            join members.member as member on member.province_id = @province and member.cv_number = asked.number_key
            union all
            select asked.number_key, member.id, member.organization_id
            from (select distinct number_key from staged) as asked
            join members.member as member on member.province_id = @province and member.citizen_id = asked.number_key
        ) as found
        where staged.number_key = found.number_key
        """;

    // Nobody changes the records between looking and writing.
    private const string Lock =
        "select id from members.member where province_id = @province and id in (select member_id from staged) order by id for update";

    /// <summary>The column <c>member_number</c>, by which <c>member_id</c> and <c>organization_id</c> are staged; the members are locked. Rows count for the organization of the member.</summary>
    /// <param name="format">The format.</param>
    /// <param name="otherHeaders">What else files call the column.</param>
    public static ImportFormatBuilder NameMembers(this ImportFormatBuilder format, params string[] otherHeaders)
    {
        format.Text("member_number", "Số thẻ, số lý lịch hoặc số CCCD", "Member number").Called(["Số thẻ đảng viên", "Số lý lịch", "Số thẻ", .. otherHeaders]).Required().MaximumLength(20)
            .Derives("number_key", number => NumberRules.CleanCvNumber(number) ?? "");
        return format.Staged("member_id", "uuid").Staged("organization_id", "uuid").Prepare(Find).Prepare(Lock).ScopedTo("organization_id");
    }

    /// <summary>Refuses numbers that nobody bears.</summary>
    /// <param name="format">The format.</param>
    /// <param name="problem">What is said of them; <c>{0}</c> is the number.</param>
    public static ImportFormatBuilder CheckNumbers(this ImportFormatBuilder format, Problem problem) =>
        format.Check("member_number", problem, "select row_number, member_number from staged where member_number is not null and member_id is null");

    /// <summary>Refuses a second row about the same member.</summary>
    public static ImportFormatBuilder CheckEachOnce(this ImportFormatBuilder format) =>
        format.CheckOnce("member_number", new MemberAppearsTwiceInTheList(), by: "member_id", among: "member_id is not null");

    /// <summary>Refuses rows that name once more what a row before them names.</summary>
    /// <param name="format">The format.</param>
    /// <param name="column">The column to which it is told; null for the whole row.</param>
    /// <param name="problem">What is said of them; <c>{0}</c> is the row before.</param>
    /// <param name="by">What of <c>staged</c> names it, as SQL.</param>
    /// <param name="among">The rows that name anything, as SQL.</param>
    public static ImportFormatBuilder CheckOnce(this ImportFormatBuilder format, string? column, Problem problem, string by, string among) => format.Check(
        column,
        problem,
        $"""
        select row_number, first_row::text
        from (select row_number, min(row_number) over (partition by {by}) as first_row from staged where {among}) as named
        where row_number > first_row
        """);

    /// <summary>Refuses rows about the user.</summary>
    public static ImportFormatBuilder CheckOwnCase(this ImportFormatBuilder format) => format.CheckByCode(FindOwnAsync);

    /// <summary>Warns of rows that the register knows already; of records out of the user's area, whose rows are refused, nothing is told.</summary>
    /// <param name="format">The format.</param>
    /// <param name="condition">The condition over <c>staged</c>.</param>
    public static ImportFormatBuilder WarnOfKnown(this ImportFormatBuilder format, string condition) => format.CheckByCode(async (run, cancellationToken) =>
    {
        var rows = await run.ReadAsync($"select row_number from staged where not faulty and ({condition}) order by row_number", reader => reader.GetInt32(0), cancellationToken);
        return [.. rows.Select(row => new RowFault(row, null, new RowIsInTheRegister()) { Severity = ImportSeverity.Warning })];
    });

    /// <summary>The members whom rows name. Whose row it is, is for the framework to check: rows outside of the user's area are refused, whatever is said of them.</summary>
    public static Task<Dictionary<Guid, Member>> ReadAsync(ImportRun run, IEnumerable<Guid> named, CancellationToken cancellationToken)
    {
        var ids = named.Distinct().ToArray();
        return run.Services.GetRequiredService<MembersDbContext>().Members.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).AsNoTracking()
            .Where(member => ids.Contains(member.Id)).ToDictionaryAsync(member => member.Id, cancellationToken);
    }

    private static async Task<IReadOnlyList<RowFault>> FindOwnAsync(ImportRun run, CancellationToken cancellationToken)
    {
        if (run.Access.MemberId is not { } own)
            return [];
        var rows = await run.ReadAsync("select row_number, member_id from staged where member_id is not null", reader => (Row: reader.GetInt32(0), Member: reader.GetGuid(1)), cancellationToken);
        return [.. rows.Where(row => row.Member == own).Select(row => new RowFault(row.Row, "member_number", new NobodyActsOnTheirOwnCase()))];
    }
}

/// <summary>Nobody in the register bears the number.</summary>
internal sealed record NoMemberBearsTheNumber : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.OneRecordForLife;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Không có đảng viên nào mang số {0}.", "No member bears the number {0}.");
}

/// <summary>A list names a member once.</summary>
internal sealed record MemberAppearsTwiceInTheList : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.OneRecordForLife;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Đảng viên này đã có trong tệp, dòng {0}.", "The member is in the file already, in row {0}.");
}

/// <summary>The register says so already: the row does nothing.</summary>
internal sealed record RowIsInTheRegister : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new("Dòng này đã có trong danh sách của tỉnh, không ghi lại.", "The register says so already; the row does nothing.");
}
