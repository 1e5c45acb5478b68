using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Organizations;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Imports;
using Modular.Organizations.Kinds;
using Npgsql;

namespace Modular.Organizations.Imports;

/// <summary>Finds what follows from the cells of a row: the parent in the file or in the register, the era, the administrative unit, the decision.</summary>
internal static class OrganizationPreparation
{
    private const string FindParentsInFile =
        """
        update staged set parent_row = above.row_number, parent_id = above.id, parent_kind = above.kind, parent_code_above = above.grouped_key
        from (
            select distinct on (child.row_number) child.row_number as child_row, above.row_number, above.id, above.kind, above.grouped_key
            from staged as child join staged as above
                on above.code_key = child.parent_key or (above.grouped_key is not null and above.grouped_key = child.parent_grouped)
            order by child.row_number, above.row_number
        ) as above
        where above.child_row = staged.row_number
        """;

    private const string FindParentsInRegister =
        """
        update staged set parent_id = above.id, parent_kind = above.kind, parent_ended_name = above.ended_name, parent_from = above.placed_from,
            parent_code_above = above.grouped_code
        from (
            select distinct on (child.row_number) child.row_number, organization.id, organization.kind,
                case when organization.state <> 'ACTIVE' then organization.name end as ended_name,
                (select min(lower(place.valid)) from kernel.organization_tree as place
                 where place.province_id = @province and place.organization_id = organization.id) as placed_from,
                (select grouped.value from organizations.organization_code as grouped
                 where grouped.province_id = @province and grouped.organization_id = organization.id and grouped.scheme = 'REGULATION208'
                    and upper_inf(grouped.valid)) as grouped_code
            from (
                select row_number, parent_key as code from staged where parent_id is null
                union
                select row_number, parent_grouped from staged where parent_id is null and parent_key is not null
            ) as child
            join organizations.organization_code as code on code.province_id = @province and code.value = child.code
            join organizations.organization as organization
                on organization.province_id = @province and organization.id = code.organization_id
            order by child.row_number, organization.id
        ) as above
        where above.row_number = staged.row_number
        """;

    // From the rows whose parent is in the register, or that have none, downwards; what is not reached goes round in a circle.
    private const string FollowParents =
        """
        with recursive chain as (
            select row_number, parent_id as registered_parent, greatest(founded_on, parent_from) as placed_from
            from staged where parent_row is null
            union all
            select below.row_number, chain.registered_parent, greatest(below.founded_on, chain.placed_from)
            from staged as below join chain on below.parent_row = chain.row_number
        )
        update staged set scope_id = chain.registered_parent, placed_from = chain.placed_from, is_reached = true
        from chain where chain.row_number = staged.row_number
        """;

    // The kind may have been founded there on the founding day, or stand there by the order of levels of today.
    private const string FindEras =
        """
        update staged set era = found.era
        from (
            select distinct on (row.row_number) row.row_number, place.era
            from staged as row
            join organizations.kind_parent as place on place.kind = row.kind and place.parent_kind is not distinct from row.parent_kind
            join organizations.kind_period as period on period.kind = place.kind and period.era = place.era
                and (period.valid @> row.founded_on or period.valid @> @today)
            order by row.row_number, (period.valid @> row.founded_on) desc, place.era desc
        ) as found
        where found.row_number = staged.row_number
        """;

    private const string FindUnits =
        """
        update staged set administrative_unit_id = found.id, unit_ended_on = upper(found.valid)
        from (
            select distinct on (unit.code) unit.code, unit.id, unit.valid
            from organizations.administrative_unit as unit
            where unit.code in (select administrative_unit_code from staged)
            order by unit.code, unit.valid @> @today desc, lower(unit.valid) desc
        ) as found
        where found.code = staged.administrative_unit_code
        """;

    public static void Define(ImportFormatBuilder format)
    {
        format
            .Staged("parent_row", "integer")
            .Staged("parent_id", "uuid")
            .Staged("parent_kind", "text")
            .Staged("parent_ended_name", "text")
            .Staged("parent_from", "date")
            .Staged("parent_code_above", "text")
            .Staged("scope_id", "uuid")
            .Staged("placed_from", "date")
            .Staged("is_reached", "boolean")
            .Staged("is_unused_kind", "boolean")
            .Staged("era", "text")
            .Staged("administrative_unit_id", "integer")
            .Staged("unit_ended_on", "date")
            .Prepare((run, cancellationToken) => run.Services.GetRequiredService<IOrganizationTreeWriter>().LockTreeAsync(cancellationToken))
            .Prepare(FindParentsInFile)
            .Prepare(FindParentsInRegister)
            .Prepare(FollowParents)
            .Prepare(FindEras)
            .Prepare(MarkUnusedKindsAsync)
            .Prepare(FindUnits);
        ImportedDecisions.Prepare(format);
    }

    private static async Task MarkUnusedKindsAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var policy = await run.Services.GetRequiredService<IPolicies>().InForceOnAsync<KindsPolicy>(run.Today, cancellationToken);
        await using var command = run.CreateCommand("update staged set is_unused_kind = true where kind = any(@unused)");
        command.Parameters.Add(new NpgsqlParameter<string[]>("unused", [.. policy.NotUsed]));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
