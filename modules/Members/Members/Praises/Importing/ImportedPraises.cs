using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Imports;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Imports;
using Modular.Members.People;
using Modular.Organizations.Contracts;
using Npgsql;

namespace Modular.Members.Praises.Importing;

/// <summary>Asks the rules of <c>praiseMembers</c> about the rows of a file.</summary>
internal static class ImportedPraises
{
    private const string Fill =
        """
        update staged set praised_by = found.id, praised_by_kind = found.kind
        from unnest(@codes, @ids, @kinds) as found (code, id, kind)
        where staged.organization_code = found.code and staged.praised_on = @day
        """;

    /// <summary>Names the organizations that praised by their codes, as they stood on the day of the praise.</summary>
    public static async Task FindOrganizationsAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var named = await run.ReadAsync(
            "select distinct praised_on, organization_code from staged where praised_on is not null and organization_code is not null",
            reader => (Day: reader.GetFieldValue<DateOnly>(0), Code: reader.GetString(1)),
            cancellationToken);
        var directory = run.Services.GetRequiredService<IOrganizationDirectory>();
        foreach (var day in named.GroupBy(one => one.Day, one => one.Code))
        {
            var found = await directory.FindByCodeAsync([.. day], day.Key, cancellationToken);
            await using var command = run.CreateCommand(Fill);
            command.Parameters.Add(new NpgsqlParameter<string[]>("codes", [.. found.Keys]));
            command.Parameters.Add(new NpgsqlParameter<Guid[]>("ids", [.. found.Values.Select(organization => organization.Id)]));
            command.Parameters.Add(new NpgsqlParameter<string[]>("kinds", [.. found.Values.Select(organization => organization.Kind)]));
            command.Parameters.Add(new NpgsqlParameter<DateOnly>("day", day.Key));
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

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
