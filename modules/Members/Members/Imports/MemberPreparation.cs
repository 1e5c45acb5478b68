using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Postgres.Imports;
using Modular.Members.Memberships;
using Modular.Organizations.Contracts;
using Npgsql;

namespace Modular.Members.Imports;

/// <summary>Fills what follows from the cells of a row: the organization, the status, the official date, the values in force on the day of admission.</summary>
internal static class MemberPreparation
{
    private static readonly AdmissionPolicy Usual = new();

    // The status that a row does not name follows from its dates; the official date from the ceremony; the first day in the cell from the day of
    // joining, unless the cell is younger. Values of the regulations are those in force on the day of admission.
    private static readonly string Fill = $"""
        update staged set
            status = filled.status,
            official_on = filled.official_on,
            admitted_on = filled.admitted_on,
            minimum_age_years = filled.minimum_age_years,
            probation_months = filled.probation_months,
            uniform_probation_since = filled.uniform_probation_since,
            since = coalesce(staged.since, greatest(filled.admitted_on, staged.founded_on), @today),
            counts_from = coalesce(staged.party_age_from, case when filled.official_on is not null then filled.admitted_on end),
            search_key = concat_ws(' ', staged.name_key, staged.birth_name_key, staged.other_names_key,
                case when staged.left_on is null then staged.card_number end, lower(staged.cv_key))
        from (
            select dated.row_number, dated.status, dated.admitted_on, policy.minimum_age_years, policy.probation_months, policy.uniform_probation_since,
                case
                    when dated.official_on is null and dated.status = 'OFFICIAL'
                    then (dated.joined_on + make_interval(months => policy.probation_months))::date
                    else dated.official_on
                end as official_on
            from (
                select row_number, joined_on, official_on, coalesce(admission_decided_on, joined_on) as admitted_on,
                    coalesce(status, case when official_on is not null then 'OFFICIAL' when joined_on is not null then 'PROBATIONARY' end) as status
                from staged
            ) as dated
            cross join lateral (
                select coalesce(max((value ->> 'minimumAgeYears')::int), {Usual.MinimumAgeYears}) as minimum_age_years,
                    coalesce(max((value ->> 'probationMonths')::int), {Usual.ProbationMonths}) as probation_months,
                    coalesce(max((value ->> 'uniformProbationSince')::date), '{Usual.UniformProbationSince.English()}') as uniform_probation_since
                from kernel.policies
                where province_id = @province and key = '{AdmissionPolicy.Key}' and valid @> coalesce(dated.admitted_on, @today)
            ) as policy
        ) as filled
        where filled.row_number = staged.row_number
        """;

    public static void Define(ImportFormatBuilder format) => format
        .Staged("organization_id", "uuid")
        .Staged("organization_takes", "text")
        .Staged("founded_on", "date")
        .Staged("admitted_on", "date")
        .Staged("minimum_age_years", "integer")
        .Staged("probation_months", "integer")
        .Staged("uniform_probation_since", "date")
        .Staged("counts_from", "date")
        .Staged("search_key", "text")
        .Prepare(FindCellsAsync)
        .Prepare(Fill);

    private static async Task FindCellsAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var codes = await run.ReadAsync(
            "select distinct cell_code from staged where cell_code is not null", reader => reader.GetString(0), cancellationToken);
        var directory = run.Services.GetRequiredService<IOrganizationDirectory>();
        var cells = await directory.FindByCodeAsync(codes, run.Today, cancellationToken);
        await using var command = run.CreateCommand(
            """
            update staged set organization_id = cell.id, organization_takes = cell.takes, founded_on = cell.founded_on
            from unnest(@codes, @ids, @takes, @founded) as cell (code, id, takes, founded_on)
            where staged.cell_code = cell.code
            """);
        command.Parameters.Add(new NpgsqlParameter<string[]>("codes", [.. cells.Keys]));
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("ids", [.. cells.Values.Select(cell => cell.Id)]));
        command.Parameters.Add(new NpgsqlParameter<string[]>("takes", [.. cells.Values.Select(cell => Takes(cell, run.Today))]));
        command.Parameters.Add(new NpgsqlParameter<DateOnly[]>("founded", [.. cells.Values.Select(cell => cell.FoundedOn)]));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string Takes(OrganizationSummary organization, DateOnly today)
    {
        if (!OrganizationKinds.HoldsMembers(organization.Kind))
            return "NO_MEMBERS";
        return organization.TakesMembersOn(today) ? "MEMBERS" : "NOT_NOW";
    }
}
