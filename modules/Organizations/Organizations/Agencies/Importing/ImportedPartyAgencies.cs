using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;
using Modular.Organizations.Decisions;
using Modular.Organizations.Register;
using Npgsql;

namespace Modular.Organizations.Agencies.Importing;

/// <summary>Asks the rules of <c>establishPartyAgency</c> about the rows of a file, one after the other, each beside those before it.</summary>
internal static class ImportedPartyAgencies
{
    private const string Rows =
        """
        select row_number, organization_id, kind, name, sort_key, established_on from staged
        where organization_id is not null and kind is not null and sort_key is not null and established_on <= @today and decided_on <= established_on
        order by row_number
        """;

    public static async Task<IReadOnlyList<RowFault>> CheckAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var rows = await run.ReadAsync(Rows, Read, cancellationToken);
        if (rows.Count == 0)
            return [];
        var db = run.Services.GetRequiredService<OrganizationsDbContext>();
        Guid[] ids = [.. rows.Select(row => row.OrganizationId).Distinct()];
        var organizations = await db.Organizations.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        var known = await db.Agencies.AsNoTracking().Where(row => ids.Contains(row.OrganizationId)).ToListAsync(cancellationToken);
        var agencies = ids.ToDictionary(id => id, id => known.Where(agency => agency.OrganizationId == id).ToList());
        var rules = await RulesAsync(run, rows, cancellationToken);
        var faults = new List<RowFault>();
        foreach (var row in rows)
        {
            var problems = Against(row, organizations[row.OrganizationId], agencies[row.OrganizationId], rules[row.Asked.From]);
            faults.AddRange(problems.Select(problem => new RowFault(row.Number, ColumnOf(problem.Field), problem)));
            if (problems.Count == 0)
                agencies[row.OrganizationId].Add(PartyAgency.Establish(row.OrganizationId, row.Asked.Kind, row.Name, row.Asked.From, decisionId: Guid.Empty));
        }

        return faults;
    }

    private static List<Problem> Against(Row row, Organization organization, List<PartyAgency> others, PartyAgencyRules rules) =>
        organization.State == OrganizationState.Active
            ? rules.Against(row.Asked, organization, others)
            : [new OrganizationIsNotActive(organization.Name, organization.State) { Field = "input.organizationId" }];

    // Files have few different days, so that the policy of each is asked for once.
    private static async Task<Dictionary<DateOnly, PartyAgencyRules>> RulesAsync(ImportRun run, List<Row> rows, CancellationToken cancellationToken)
    {
        var policies = run.Services.GetRequiredService<IPolicies>();
        var rules = new Dictionary<DateOnly, PartyAgencyRules>();
        foreach (var day in rows.Select(row => row.Asked.From).Distinct())
            rules.Add(day, new PartyAgencyRules(await policies.InForceOnAsync<PartyAgencyPolicy>(day, cancellationToken), run.Today));
        return rules;
    }

    private static Row Read(NpgsqlDataReader reader) => new(
        reader.GetInt32(0),
        reader.GetGuid(1),
        reader.GetString(3),
        new AskedAgency(
            EnumText.Read<PartyAgencyKind>(reader.GetString(2)),
            reader.GetString(4),
            reader.GetFieldValue<DateOnly>(5)));

    private static string ColumnOf(string? field) => field switch
    {
        "input.effectiveOn" => "established_on",
        "input.name" => "name",
        "input.kind" => "kind",
        _ => "organization_code",
    };

    private sealed record Row(int Number, Guid OrganizationId, string Name, AskedAgency Asked);
}
