using Modular.Kernel.Provinces;
using Modular.Kernel.Time;
using Npgsql;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.WorkItems;

/// <summary>The statements of one kind of work item, composed once.</summary>
internal sealed class WorkItemStatements(WorkItemDefinition kind)
{
    private readonly string all = ReconciliationSql.Compose(kind, narrowed: false);
    private readonly string some = ReconciliationSql.Compose(kind, narrowed: true);
    private readonly string reminder = ReconciliationSql.ComposeReminder(kind);

    /// <summary>The kind.</summary>
    public WorkItemDefinition Kind => kind;

    /// <summary>Compares the items of some subjects with the facts.</summary>
    public NpgsqlBatchCommand ReconcileSome(ProvinceId province, IEnumerable<Guid> subjects, TimeProvider clock)
    {
        var command = Command(some, province, clock);
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("subjects", NpgsqlDbType.Array | NpgsqlDbType.Uuid) { TypedValue = [.. subjects] });
        return command;
    }

    /// <summary>Compares all items with the facts of the province.</summary>
    public NpgsqlBatchCommand ReconcileAll(ProvinceId province, TimeProvider clock) => Command(all, province, clock);

    /// <summary>Calls to mind what is to be called to mind today.</summary>
    public NpgsqlBatchCommand Remind(ProvinceId province, TimeProvider clock) => Command(reminder, province, clock);

    private NpgsqlBatchCommand Command(string sql, ProvinceId province, TimeProvider clock)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<short>("province", NpgsqlDbType.Smallint) { TypedValue = province.Value });
        command.Parameters.Add(new NpgsqlParameter<string>("module", NpgsqlDbType.Text) { TypedValue = kind.ModuleId });
        command.Parameters.Add(new NpgsqlParameter<string>("kind", NpgsqlDbType.Text) { TypedValue = kind.Id });
        command.Parameters.Add(new NpgsqlParameter<DateOnly>("today", NpgsqlDbType.Date) { TypedValue = clock.Today() });
        command.Parameters.Add(new NpgsqlParameter<DateTime>("now", NpgsqlDbType.TimestampTz) { TypedValue = clock.GetUtcNow().UtcDateTime });
        command.Parameters.Add(new NpgsqlParameter<string>("deadline", NpgsqlDbType.Jsonb) { TypedValue = kind.Deadline.Defaults });
        foreach (var policy in kind.Policies)
            command.Parameters.Add(new NpgsqlParameter<string>(policy.Name, NpgsqlDbType.Jsonb) { TypedValue = policy.Values });
        return command;
    }
}
