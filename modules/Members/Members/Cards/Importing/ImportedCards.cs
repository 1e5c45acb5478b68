using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Imports;
using Modular.Members.Data;
using Modular.Members.Imports;
using Modular.Members.Memberships;

namespace Modular.Members.Cards.Importing;

/// <summary>Asks the rules of <c>issueCards</c> about the rows of a file.</summary>
internal static class ImportedCards
{
    // So many members are looked at together.
    private const int AtOnce = 5_000;

    private const string Rows =
        """
        select row_number, member_id, card_number, kind, issue, issued_on, decision_number, decided_on from staged
        where not faulty and not coalesce(is_known, false) order by row_number
        """;

    /// <summary>What stands against the rows that are right in themselves.</summary>
    public static async Task<IReadOnlyList<RowFault>> CheckAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var rows = await run.ReadAsync(
            Rows,
            reader => new ListedCard(
                reader.GetInt32(0),
                reader.GetGuid(1),
                reader.GetString(2),
                new CardIssueStep(
                    EnumText.Read<CardKind>(reader.GetString(3)),
                    EnumText.Read<CardIssue>(reader.GetString(4)),
                    reader.GetFieldValue<DateOnly>(5),
                    new MemberDecisionInput { Number = reader.GetString(6), DecidedOn = reader.GetFieldValue<DateOnly>(7) })),
            cancellationToken);
        var faults = new List<RowFault>();
        foreach (var part in rows.Chunk(AtOnce))
            faults.AddRange(await CheckAsync(run, part, cancellationToken));
        return faults;
    }

    private static async Task<List<RowFault>> CheckAsync(ImportRun run, ListedCard[] rows, CancellationToken cancellationToken)
    {
        var members = await MembersByNumber.ReadAsync(run, rows.Select(row => row.MemberId), cancellationToken);
        var ids = members.Keys.ToArray();
        var cards = await run.Services.GetRequiredService<MembersDbContext>().Cards.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).AsNoTracking()
            .Where(card => ids.Contains(card.MemberId) && card.Valid.UpperBoundInfinite).ToDictionaryAsync(card => card.MemberId, cancellationToken);
        return
        [
            .. from row in rows
               from problem in row.Step.Check(members[row.MemberId], cards.GetValueOrDefault(row.MemberId), row.Number, run.Today, "member_number", "card_number")
               select new RowFault(row.Row, ColumnOf(problem.Field), problem),
        ];
    }

    private static string? ColumnOf(string? field) => field switch
    {
        "input.issuedOn" => "issued_on",
        "input.issue" => "issue",
        _ => field,
    };

    private sealed record ListedCard(int Row, Guid MemberId, string Number, CardIssueStep Step);
}
