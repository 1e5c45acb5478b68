using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Organizations;
using Modular.Kernel.Postgres.Imports;
using Modular.Organizations.Contracts;

namespace Modular.Organizations.Imports;

/// <summary>How good rows become organizations, each table by one statement. Dated facts take the identifier of their organization.</summary>
internal static class OrganizationApplication
{
    private static readonly DateOnly Ever = new(1930, 2, 3);

    private const string InsertOrganizations =
        """
        insert into organizations.organization (
            province_id, id, version, state, code, name, short_name, search_key, sort_key, kind, subkind, era, parent_id, field_type, host_legal_status,
            may_admit, may_expel, has_superior_powers, administrative_unit_id, address, phone, email, founded_on)
        select @province, id, 1, 'ACTIVE', coalesce(grouped_key, code_key), name, short_name,
            concat_ws(' ', name_search, short_search, coalesce(grouped_search, code_search)), sort_key, kind, subkind, era, parent_id, field_type,
            host_legal_status, may_admit, may_expel, has_superior_powers, administrative_unit_id, address, phone, email, founded_on
        from accepted
        """;

    private const string InsertNames =
        """
        insert into organizations.organization_name (province_id, id, organization_id, name, short_name, search_key, sort_key, valid, decision_id)
        select @province, id, id, name, short_name, name_search, sort_key, daterange(founded_on, null), decision_id from accepted
        """;

    private const string InsertKinds =
        """
        insert into organizations.organization_kind (province_id, id, organization_id, kind, subkind, era, valid, decision_id)
        select @province, id, id, kind, subkind, era, daterange(founded_on, null), decision_id from accepted
        """;

    private const string InsertCodes =
        """
        insert into organizations.organization_code (province_id, id, organization_id, scheme, value, valid)
        select @province, id, id, 'INTERNAL', code_key, daterange(founded_on, null) from accepted
        union all
        select @province, kernel.time_ordered_uuid(), id, 'REGULATION208', grouped_key, daterange(founded_on, null)
        from accepted where grouped_key is not null
        """;

    private const string InsertEvents =
        """
        insert into organizations.organization_event (
            province_id, id, organization_id, type, effective_on, recorded_at, decision_id, name, parent_id)
        select @province, id, id, 'FOUND', founded_on, @now, decision_id, name, parent_id from accepted
        """;

    private static readonly string[] FactTables =
        ["organization_event", "organization_kind", "organization_code", "organization_name"];

    public static void Define(ImportFormatBuilder format)
    {
        ImportedDecisions.Apply(format);
        format.Apply(InsertOrganizations).Apply(InsertNames).Apply(InsertKinds).Apply(InsertCodes).Apply(InsertEvents)
            .Apply(PlaceAsync)
            .Creates("Organization", "organizations.organization", organization: "id")
            .Raise(
                OrganizationFounded.EventName,
                "select jsonb_build_object('organizationId', id, 'parentId', parent_id, 'kind', kind, 'effectiveOn', founded_on) from accepted")
            .NotUndoneWhere(
                """
                select undone.id from undone
                join organizations.organization as organization on organization.province_id = @province and organization.id = undone.id
                where organization.version > 1
                """)
            .NotUndoneWhere(
                """
                select undone.id from undone
                join organizations.organization as below on below.province_id = @province and below.parent_id = undone.id
                where below.id not in (select id from undone)
                """)
            .NotUndoneWhere(InUseElsewhereAsync)
            .Undo((run, cancellationToken) => run.Services.GetRequiredService<IOrganizationTreeWriter>().LockTreeAsync(cancellationToken))
            .Undo(
                """
                delete from organizations.decision_document where province_id = @province and id in (
                    select decision_id from organizations.organization_event as happened join undone on undone.id = happened.organization_id
                    where happened.province_id = @province)
                """);
        foreach (var table in FactTables)
            format.Undo($"delete from organizations.{table} as fact using undone where fact.province_id = @province and fact.organization_id = undone.id");
        format.Undo("delete from organizations.organization as made using undone where made.province_id = @province and made.id = undone.id")
            .Undo("delete from kernel.organization_tree as place using undone where place.province_id = @province and place.organization_id = undone.id");
    }

    private static async Task PlaceAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var placements = await run.ReadAsync(
            "select id, parent_id, kind, placed_from from accepted",
            reader => new OrganizationPlacement(
                reader.GetGuid(0), reader.GetFieldValue<Guid?>(1), reader.GetString(2), reader.GetFieldValue<DateOnly>(3)),
            cancellationToken);
        await run.Services.GetRequiredService<IOrganizationTreeWriter>().PlaceAsync(placements, cancellationToken);
    }

    private static async Task<IReadOnlyCollection<Guid>> InUseElsewhereAsync(
        ImportRun run, IReadOnlyCollection<Guid> organizations, CancellationToken cancellationToken)
    {
        var inUse = new List<Guid>();
        foreach (var objection in run.Services.GetServices<IOrganizationEndingObjection>())
        {
            var found = await objection.FindAsync(organizations, Ever, cancellationToken);
            inUse.AddRange(found.Select(reason => reason.OrganizationId));
        }

        return inUse;
    }
}
