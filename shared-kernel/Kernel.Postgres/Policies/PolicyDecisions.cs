using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Scopes;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Provinces;
using Npgsql;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.Policies;

/// <summary>Records what a province decided on a policy, as rows of <c>kernel.policies</c>.</summary>
public sealed class PolicyDecisions(CurrentScope scope, ProvinceDataSources dataSources, PolicyCatalog catalog, TimeProvider clock)
{
    // Two who decide on one policy take turns, so that the second cuts what the first put in force.
    private const string TurnSql = "select pg_advisory_xact_lock(hashtext('modular.policies'), hashtext($1::text || ' ' || $2))";

    private const string IsInForceSql =
        "select exists (select from kernel.policies where province_id = $1 and key = $2 and valid = $3 and value = $4 and instrument = $5)";

    private const string CutSql =
        """
        with cut as (
            delete from kernel.policies where province_id = $1 and key = $2 and valid && $3 returning *
        )
        insert into kernel.policies (province_id, id, key, valid, value, instrument, recorded_at, recorded_by, recorded_by_name)
        select province_id, gen_random_uuid(), key, rest, value, instrument, recorded_at, recorded_by, recorded_by_name
        from cut cross join lateral unnest(datemultirange(valid) - datemultirange($3)) as rest
        """;

    private const string InsertSql =
        """
        insert into kernel.policies (province_id, id, key, valid, value, instrument, recorded_at, recorded_by, recorded_by_name)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;

    private const string RecordSql =
        """
        insert into kernel.edits
            (province_id, generation, module, entity, entity_id, entity_key, action, changes, made_at, user_id, user_name, document)
        values ($1, (select generation from kernel.outbox_generation), 'kernel', 'Policy', $2, jsonb_build_array($3), 'CREATED',
            jsonb_build_object('value', jsonb_build_object('after', $5), 'valid', jsonb_build_object('after', $4::text)), $7, $8, $9, $6)
        """;

    /// <summary>
    /// Puts these values in force for a period. What was decided before keeps holding outside of it; cases that were opened under
    /// the earlier values keep them. The same decision once more changes nothing.
    /// </summary>
    /// <param name="policy">The values; only those that differ from the defaults are kept.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The day after the last one, or null while it is open.</param>
    /// <param name="instrument">The regulation or decision.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public Task DecideAsync<TPolicy>(
        TPolicy policy, DateOnly from, DateOnly? to, string instrument, CancellationToken cancellationToken)
        where TPolicy : class, IPolicy, new() =>
        WriteAsync(TPolicy.Key, PolicyJson.Differences(policy), from, to, instrument, cancellationToken);

    /// <summary>Puts values in force for a period, as the other overload does, for a policy of an installed module.</summary>
    /// <param name="key">The key of the policy, for instance <c>members.suspension</c>.</param>
    /// <param name="values">The values that differ from the defaults, as a JSON object.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The day after the last one, or null while it is open.</param>
    /// <param name="instrument">The regulation or decision.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="KeyNotFoundException">No installed module has the policy.</exception>
    /// <exception cref="System.Text.Json.JsonException">The policy has no such value, or it does not fit.</exception>
    public Task DecideAsync(
        string key, string values, DateOnly from, DateOnly? to, string instrument, CancellationToken cancellationToken)
    {
        var policy = catalog.Find(key) ?? throw new KeyNotFoundException($"No installed module has a policy '{key}'.");
        return WriteAsync(key, policy.Checked(values), from, to, instrument, cancellationToken);
    }

    private async Task WriteAsync(
        string key, string values, DateOnly from, DateOnly? to, string instrument, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(instrument);
        var province = scope.Province.Id;
        var period = new NpgsqlRange<DateOnly>(from, true, false, to.GetValueOrDefault(), false, to is null);
        await using var connection = await dataSources.Of(province).OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await TakeTurnAsync(connection, province, key, cancellationToken);
        if (await IsInForceAsync())
            return;
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(CutSql)
        {
            Parameters =
            {
                CommitStatements.Typed(province.Value, NpgsqlDbType.Smallint),
                CommitStatements.Typed(key, NpgsqlDbType.Text),
                CommitStatements.Typed(period, NpgsqlDbType.DateRange),
            },
        });
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        batch.BatchCommands.Add(WithDecision(InsertSql));
        batch.BatchCommands.Add(WithDecision(RecordSql));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        async Task<bool> IsInForceAsync()
        {
            await using var command = new NpgsqlCommand(IsInForceSql, connection)
            {
                Parameters =
                {
                    CommitStatements.Typed(province.Value, NpgsqlDbType.Smallint),
                    CommitStatements.Typed(key, NpgsqlDbType.Text),
                    CommitStatements.Typed(period, NpgsqlDbType.DateRange),
                    CommitStatements.Typed(values, NpgsqlDbType.Jsonb),
                    CommitStatements.Typed(instrument, NpgsqlDbType.Text),
                },
            };
            return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
        }

        NpgsqlBatchCommand WithDecision(string sql) => new(sql)
        {
            Parameters =
            {
                CommitStatements.Typed(province.Value, NpgsqlDbType.Smallint),
                CommitStatements.Typed(id, NpgsqlDbType.Uuid),
                CommitStatements.Typed(key, NpgsqlDbType.Text),
                CommitStatements.Typed(period, NpgsqlDbType.DateRange),
                CommitStatements.Typed(values, NpgsqlDbType.Jsonb),
                CommitStatements.Typed(instrument, NpgsqlDbType.Text),
                CommitStatements.Typed(clock.GetUtcNow(), NpgsqlDbType.TimestampTz),
                CommitStatements.Typed(scope.Access.UserId, NpgsqlDbType.Uuid),
                CommitStatements.Typed(scope.Access.UserName, NpgsqlDbType.Text),
            },
        };
    }

    private static async Task TakeTurnAsync(NpgsqlConnection connection, ProvinceId province, string key, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(TurnSql, connection)
        {
            Parameters = { CommitStatements.Typed(province.Value, NpgsqlDbType.Smallint), CommitStatements.Typed(key, NpgsqlDbType.Text) },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
