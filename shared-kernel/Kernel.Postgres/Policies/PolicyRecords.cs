using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Scopes;
using Npgsql;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.Policies;

/// <summary>What a province decided on a policy.</summary>
/// <param name="Key">The key of the policy.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The day after the last one; null while it is open.</param>
/// <param name="Values">The values that differ from the defaults, as a JSON object.</param>
/// <param name="Instrument">The regulation or decision.</param>
/// <param name="DecidedAt">When it was recorded.</param>
/// <param name="DecidedBy">The name of whoever recorded it.</param>
public sealed record PolicyDecision(string Key, DateOnly From, DateOnly? To, string Values, string Instrument, DateTimeOffset DecidedAt, string DecidedBy);

/// <summary>Reads what the province of the current scope decided on its policies.</summary>
public sealed class PolicyRecords(CurrentScope scope, ProvinceDataSources dataSources)
{
    private const string InForceSql =
        """
        select key, valid, value::text, instrument, recorded_at, recorded_by_name from kernel.policies where province_id = $1 order by key, lower(valid)
        """;

    // What was decided and later replaced is no row of the policies any more, and stands in the history.
    private const string HistorySql =
        """
        select entity_key ->> 0, (changes #>> '{valid,after}')::daterange, changes #>> '{value,after}', document, made_at, user_name
        from kernel.edits where province_id = $1 and module = 'kernel' and entity = 'Policy' order by made_at desc, id desc
        """;

    /// <summary>What holds, by key: each decision for the days on which no later one took its place.</summary>
    public Task<ILookup<string, PolicyDecision>> InForceAsync(CancellationToken cancellationToken) => ReadAsync(InForceSql, cancellationToken);

    /// <summary>Everything that was ever decided, by key; the latest first.</summary>
    public Task<ILookup<string, PolicyDecision>> HistoryAsync(CancellationToken cancellationToken) => ReadAsync(HistorySql, cancellationToken);

    private async Task<ILookup<string, PolicyDecision>> ReadAsync(string sql, CancellationToken cancellationToken)
    {
        var province = scope.Province.Id;
        await using var command = dataSources.Of(province).CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter { Value = province.Value });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var decisions = new List<PolicyDecision>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var valid = reader.GetFieldValue<NpgsqlRange<DateOnly>>(1);
            decisions.Add(new PolicyDecision(
                reader.GetString(0),
                valid.LowerBound,
                valid.UpperBoundInfinite ? null : valid.UpperBound,
                reader.GetString(2),
                reader.GetString(3),
                reader.GetFieldValue<DateTimeOffset>(4),
                reader.GetString(5)));
        }

        return decisions.ToLookup(decision => decision.Key);
    }
}
