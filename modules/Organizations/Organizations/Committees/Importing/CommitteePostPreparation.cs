using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Organizations;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Imports;
using Modular.Organizations.Contracts;
using Modular.Organizations.Imports;
using Npgsql;

namespace Modular.Organizations.Committees.Importing;

/// <summary>Finds what follows from the cells of a row: the organization, its term, the member and how they stood on their first day.</summary>
internal static class CommitteePostPreparation
{
    private const string FindOrganizations =
        $"""
        update staged set organization_id = found.id, kind = found.kind, founded_on = found.founded_on,
            inactive_name = case when found.state <> 'ACTIVE' then found.name end
        from {OrganizationsByCode.Found}
        where found.row_number = staged.row_number
        """;

    private const string FindTerms =
        """
        update staged set term_id = term.id, opens_on = lower(term.valid), ends_before = upper(term.valid), size = term.committee_size,
            standing = term.standing_size
        from organizations.committee_term as term
        where term.province_id = @province and term.organization_id = staged.organization_id and term.number = staged.term_number
        """;

    // Spreadsheets say the facts of a term once, or beside each post of it.
    private const string ShareNewTerms =
        """
        update staged set opens_on = said.opens_on, planned_to = said.planned_to, size = said.size, standing = coalesce(said.standing, 0)
        from (
            select organization_id, term_number,
                (array_agg(term_from order by row_number) filter (where term_from is not null))[1] as opens_on,
                (array_agg(term_to order by row_number) filter (where term_to is not null))[1] as planned_to,
                (array_agg(committee_size order by row_number) filter (where committee_size is not null))[1] as size,
                (array_agg(standing_size order by row_number) filter (where standing_size is not null))[1] as standing
            from staged where term_id is null group by organization_id, term_number
        ) as said
        where staged.term_id is null and said.organization_id = staged.organization_id and said.term_number = staged.term_number
        """;

    private const string FillPosts =
        """
        update staged set starts_on = coalesce(held_from, opens_on), basis = coalesce(basis, case when is_appointed then 'APPOINTED' else 'ELECTED' end)
        """;

    private const string FindPlaces =
        """
        update staged set is_in_place = exists (
            select from kernel.organization_tree as above
            join kernel.organization_tree as cell on cell.province_id = above.province_id and starts_with(cell.path, above.path)
            where above.province_id = @province and above.organization_id = staged.organization_id and above.valid @> staged.starts_on
                and cell.organization_id = staged.cell_id and cell.valid @> staged.starts_on)
        where cell_id is not null
        """;

    public static void Define(ImportFormatBuilder format)
    {
        format
            .Staged("organization_id", "uuid")
            .Staged("kind", "text")
            .Staged("founded_on", "date")
            .Staged("inactive_name", "text")
            .Staged("term_id", "uuid")
            .Staged("opens_on", "date")
            .Staged("planned_to", "date")
            .Staged("ends_before", "date")
            .Staged("size", "integer")
            .Staged("standing", "integer")
            .Staged("official_members", "integer")
            .Staged("member_id", "uuid")
            .Staged("registered_name_key", "text")
            .Staged("starts_on", "date")
            .Staged("is_official", "boolean")
            .Staged("cell_id", "uuid")
            .Staged("is_in_place", "boolean")
            .Prepare((run, cancellationToken) => run.Services.GetRequiredService<IOrganizationTreeWriter>().LockTreeAsync(cancellationToken))
            .Prepare(FindOrganizations)
            .Prepare(FindTerms)
            .Prepare(ShareNewTerms)
            .Prepare(EndNewTermsAsync)
            .Prepare(FillPosts)
            .Prepare(PostHolders.FindAsync)
            .Prepare(PostHolders.FindStandingAsync)
            .Prepare(FindPlaces)
            .Prepare(PostHolders.CountOfficialMembersAsync);
        ImportedDecisions.Prepare(format);
    }

    private static async Task EndNewTermsAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var policy = await run.Services.GetRequiredService<IPolicies>().InForceOnAsync<CommitteeTermPolicy>(run.Today, cancellationToken);
        await using var command = run.CreateCommand(
            """
            update staged set ends_before = coalesce(
                planned_to + 1, (opens_on + make_interval(months => case when kind = any(@cells) then @cell_months else @committee_months end))::date)
            where term_id is null
            """);
        command.Parameters.Add(new NpgsqlParameter<string[]>("cells", [.. OrganizationKinds.HoldingMembers]));
        command.Parameters.Add(new NpgsqlParameter<int>("cell_months", policy.CellMonths));
        command.Parameters.Add(new NpgsqlParameter<int>("committee_months", policy.CommitteeMonths));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
