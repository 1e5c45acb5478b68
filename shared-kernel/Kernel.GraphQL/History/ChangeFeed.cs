using System.Globalization;
using Modular.GraphQL.CodeFirst;
using Modular.GraphQL.Execution;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Provinces;
using Modular.Kernel.Provinces;
using Npgsql;

namespace Modular.Kernel.GraphQL.History;

/// <summary>A stretch of the changes of a province.</summary>
/// <param name="Changes">The changes, the earliest first. Those of modules that the province has not enabled are left out.</param>
/// <param name="End">Where this stretch ends: the `after` of the next question, also when nothing has changed yet.</param>
/// <param name="HasMore">Whether there are more already.</param>
[Classified(DataClass.Internal)]
internal sealed record ChangePage(IReadOnlyList<Change> Changes, string End, bool HasMore);

/// <summary>A change of one object.</summary>
/// <param name="ObjectType">The type of the object, as in this schema where it has one.</param>
/// <param name="ObjectId">The id of the object, as `node(id)` takes it; null where it is no node.</param>
/// <param name="SubjectId">The member whom the object is about, as `node(id)` takes it; null where it is about none.</param>
/// <param name="Module">The module.</param>
/// <param name="Action">What was done.</param>
/// <param name="MadeAt">When.</param>
[Classified(DataClass.Internal)]
internal sealed record Change(string ObjectType, string? ObjectId, string? SubjectId, string Module, EditAction Action, DateTimeOffset MadeAt);

/// <summary>Reads what changed, in the order of the seals: once sealed, a change keeps its place, and none can come before it any more.</summary>
internal sealed class ChangeFeed(ICurrentProvince province, ProvinceDataSources databases, ProvinceModules modules, HistoryFields declared)
{
    private const string Sql =
        """
        select s.position, e.module, e.entity, e.entity_id, e.subject_id, e.action, e.made_at
        from kernel.edit_seals as s
        join kernel.edits as e on e.province_id = s.province_id
            and e.generation = s.generation and e.transaction_id = s.transaction_id and e.sequence = s.sequence
        where s.province_id = $1 and s.position > $2
        order by s.position limit $3
        """;

    private const string MemberType = "Member";
    private static readonly string[] AlwaysThere = ["kernel", "system"];

    /// <summary>The place that a client has from an earlier answer.</summary>
    /// <exception cref="GraphQLException">It is not of that form.</exception>
    public static long PositionOf(string? after)
    {
        if (after is null)
            return 0;
        return long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            ? position
            : throw new GraphQLException("`after` must be the `end` of an earlier answer.", KernelErrorCodes.BadInput);
    }

    public async Task<ChangePage> ReadAsync(long after, int first, CancellationToken cancellationToken)
    {
        var id = province.Province.Id;
        var enabled = (await modules.ReadAsync(cancellationToken)).GetValueOrDefault(id);
        await using var command = databases.Of(id).CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = id.Value });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = after });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = first + 1 });
        var changes = new List<Change>();
        var (end, read) = (after, 0);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (read < first && await reader.ReadAsync(cancellationToken))
        {
            read++;
            end = reader.GetInt64(0);
            var module = reader.GetString(1);
            if (AlwaysThere.Contains(module) || enabled?.Contains(module) == true)
                changes.Add(ChangeOf(reader, module));
        }

        var hasMore = read == first && await reader.ReadAsync(cancellationToken);
        return new ChangePage(changes, end.ToString(CultureInfo.InvariantCulture), hasMore);
    }

    private Change ChangeOf(NpgsqlDataReader reader, string module)
    {
        var entity = reader.GetString(2);
        var type = declared.Find(module, entity);
        return new Change(
            type?.TypeName ?? entity,
            type is { IsNode: true } && !reader.IsDBNull(3) ? new GlobalId(type.TypeName, reader.GetGuid(3)).ToString() : null,
            reader.IsDBNull(4) ? null : new GlobalId(MemberType, reader.GetGuid(4)).ToString(),
            module,
            Enum.Parse<EditAction>(reader.GetString(5), ignoreCase: true),
            reader.GetFieldValue<DateTimeOffset>(6));
    }
}
