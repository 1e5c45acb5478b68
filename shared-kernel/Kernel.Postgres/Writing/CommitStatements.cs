using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Npgsql;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.Writing;

/// <summary>The statements that a unit of work sends before it commits.</summary>
internal static class CommitStatements
{
    /// <summary>The channel on which dispatchers hear of new events; the payload is the province.</summary>
    public const string OutboxChannel = "modular_outbox";

    private const string InsertEditsSql =
        """
        insert into kernel.edits
            (province_id, generation, module, entity, entity_id, entity_key, subject_id, organization_id, action, changes,
            made_at, user_id, user_name, reason, document)
        select $1, (select generation from kernel.outbox_generation), $2, e.entity, e.entity_id, e.entity_key, e.subject_id, e.organization_id, e.action, e.changes,
            $3, $4, $5, $6, $7
        from unnest($8, $9, $10, $11, $12, $13, $14) as e (entity, entity_id, entity_key, subject_id, organization_id, action, changes)
        """;

    private const string InsertEventsSql =
        """
        insert into kernel.outbox (province_id, generation, event_id, module, event_name, payload, occurred_at)
        select $1, (select generation from kernel.outbox_generation), e.id, $2, e.name, e.payload, $3
        from unnest($4, $5, $6) with ordinality as e (id, name, payload, position)
        order by e.position
        """;

    public static NpgsqlBatchCommand InsertEdits(ContextBinding binding, EditAuthor author, List<Edit> edits) => new(InsertEditsSql)
    {
        Parameters =
        {
            Typed(binding.Province.Value, NpgsqlDbType.Smallint),
            Typed(binding.ModuleId, NpgsqlDbType.Text),
            Typed(binding.Clock.GetUtcNow(), NpgsqlDbType.TimestampTz),
            Typed(author.UserId, NpgsqlDbType.Uuid),
            Typed(author.UserName, NpgsqlDbType.Text),
            Typed(author.Reason, NpgsqlDbType.Text),
            Typed(author.Document, NpgsqlDbType.Text),
            Many(edits.Select(edit => edit.Entity), NpgsqlDbType.Text),
            Many(edits.Select(edit => edit.EntityId), NpgsqlDbType.Uuid),
            Many(edits.Select(edit => edit.Key), NpgsqlDbType.Jsonb),
            Many(edits.Select(edit => edit.SubjectId), NpgsqlDbType.Uuid),
            Many(edits.Select(edit => edit.OrganizationId), NpgsqlDbType.Uuid),
            Many(edits.Select(edit => edit.Action), NpgsqlDbType.Text),
            Many(edits.Select(edit => edit.Changes), NpgsqlDbType.Jsonb),
        },
    };

    public static NpgsqlBatchCommand InsertEvents(ContextBinding binding, List<PendingEvent> events) => new(InsertEventsSql)
    {
        Parameters =
        {
            Typed(binding.Province.Value, NpgsqlDbType.Smallint),
            Typed(binding.ModuleId, NpgsqlDbType.Text),
            Typed(binding.Clock.GetUtcNow(), NpgsqlDbType.TimestampTz),
            Many(events.Select(pending => pending.Id), NpgsqlDbType.Uuid),
            Many(events.Select(pending => pending.Name), NpgsqlDbType.Text),
            Many(events.Select(pending => pending.Payload), NpgsqlDbType.Jsonb),
        },
    };

    public static NpgsqlBatchCommand Notify(ProvinceId province) => new("select pg_notify($1, $2)")
    {
        Parameters = { Typed(OutboxChannel, NpgsqlDbType.Text), Typed(province.ToString(), NpgsqlDbType.Text) },
    };

    /// <summary>Ends the transaction from within a batch.</summary>
    public static NpgsqlBatchCommand Commit() => new("commit");

    internal static NpgsqlParameter Typed(object? value, NpgsqlDbType type) =>
        new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };

    private static NpgsqlParameter Many<T>(IEnumerable<T> values, NpgsqlDbType type) =>
        new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type };
}
