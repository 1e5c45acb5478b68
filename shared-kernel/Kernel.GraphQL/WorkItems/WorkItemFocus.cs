using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Provinces;
using Modular.Kernel.Time;
using Npgsql;
using NpgsqlTypes;

namespace Modular.Kernel.GraphQL.WorkItems;

/// <summary>Looks whether an item is among those that a subscriber follows. Whether they may see it is asked when it is read.</summary>
internal sealed class WorkItemFocus(ProvinceDataSources dataSources, ICurrentProvince province, ICurrentAccess access, TimeProvider clock)
{
    private const string Sql =
        """
        select exists (
            select from kernel.work_items as item
            where item.province_id = $1 and item.id = $2
                and ($3::text[] is null or item.kind = any ($3))
                and ($4::uuid is null or item.assignee_id = $4)
                and ($5::uuid is null or exists (
                    select from kernel.organization_tree as above
                    join kernel.organization_tree as place on place.province_id = above.province_id and starts_with(place.path, above.path)
                    where above.province_id = $1 and above.organization_id = $5 and above.valid @> $6
                        and place.organization_id = item.organization_id and place.valid @> $6)))
        """;

    public async Task<bool> HoldsAsync(
        Guid item, Guid? organization, IReadOnlyList<string>? kinds, bool mine, CancellationToken cancellationToken)
    {
        if (organization is null && kinds is null && !mine)
            return true;
        await using var command = dataSources.Of(province.Province.Id).CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = province.Province.Id.Value });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = item });
        command.Parameters.Add(Optional(kinds?.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text));
        command.Parameters.Add(Optional(mine ? access.UserId ?? Guid.Empty : null, NpgsqlDbType.Uuid));
        command.Parameters.Add(Optional(organization, NpgsqlDbType.Uuid));
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = clock.Today() });
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static NpgsqlParameter Optional(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}
