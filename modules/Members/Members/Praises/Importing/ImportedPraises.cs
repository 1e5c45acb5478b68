using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Imports;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Imports;
using Modular.Members.People;

namespace Modular.Members.Praises.Importing;

/// <summary>Asks the rules of <c>praiseMembers</c> about the rows of a file.</summary>
internal static class ImportedPraises
{
    /// <summary>What stands against the rows that are right in themselves.</summary>
    public static async Task<IReadOnlyList<RowFault>> CheckAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var rows = await run.ReadAsync(
            "select row_number, member_id, form, praised_by, praised_by_kind, praised_on from staged where not faulty and is_known is null order by row_number",
            reader => new ListedPraise(
                reader.GetInt32(0), reader.GetGuid(1), EnumText.Read<PraiseForm>(reader.GetString(2)), reader.GetGuid(3), reader.GetString(4), reader.GetFieldValue<DateOnly>(5)),
            cancellationToken);
        if (rows.Count == 0)
            return [];
        var db = run.Services.GetRequiredService<MembersDbContext>();
        var members = await MembersByNumber.ReadAsync(run, rows.Select(row => row.MemberId), cancellationToken);
        var covered = await run.Services.GetRequiredService<MemberFiles>()
            .CoveredAsync(db, MembersPermissions.Praise, [.. rows.Select(row => row.PraisedBy).Distinct()], cancellationToken);
        return [.. from row in rows from fault in Against(row, members[row.MemberId], covered) select fault];
    }

    private static IEnumerable<RowFault> Against(ListedPraise row, Member member, IReadOnlySet<Guid> covered)
    {
        if (!covered.Contains(row.PraisedBy))
            yield return new RowFault(row.Row, "organization_code", new PraisingOrganizationIsOutOfYourReach());
        else if (!Praising.IsHighEnough(row.Kind, row.Form))
            yield return new RowFault(row.Row, "form", new FormTakesAHigherLevel());
        if (Praising.Against(member, row.PraisedOn) is { } problem)
            yield return new RowFault(row.Row, "member_number", problem);
    }

    private sealed record ListedPraise(int Row, Guid MemberId, PraiseForm Form, Guid PraisedBy, string Kind, DateOnly PraisedOn);
}
