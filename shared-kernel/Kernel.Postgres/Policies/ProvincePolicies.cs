using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Scopes;
using Npgsql;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.Policies;

/// <inheritdoc />
/// <remarks>What the province decided is read once a scope: it is little, and a request asks for several policies.</remarks>
internal sealed class ProvincePolicies(CurrentScope scope, ProvinceDataSources dataSources) : IPolicies
{
    private ILookup<string, Decision>? decisions;

    public async ValueTask<TPolicy> InForceOnAsync<TPolicy>(DateOnly day, CancellationToken cancellationToken)
        where TPolicy : class, IPolicy, new()
    {
        decisions ??= await ReadAsync(cancellationToken);
        var decided = decisions[TPolicy.Key].FirstOrDefault(decision => decision.Covers(day));
        return PolicyJson.Over<TPolicy>(decided?.Value);
    }

    private async Task<ILookup<string, Decision>> ReadAsync(CancellationToken cancellationToken)
    {
        var province = scope.Province.Id;
        await using var command = dataSources.Of(province).CreateCommand(
            "select key, valid, value::text from kernel.policies where province_id = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = province.Value });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var read = new List<Decision>();
        while (await reader.ReadAsync(cancellationToken))
            read.Add(new Decision(reader.GetString(0), reader.GetFieldValue<NpgsqlRange<DateOnly>>(1), reader.GetString(2)));
        return read.ToLookup(decision => decision.Key);
    }

    private sealed record Decision(string Key, NpgsqlRange<DateOnly> Valid, string Value)
    {
        public bool Covers(DateOnly day) =>
            (Valid.LowerBoundInfinite || day >= Valid.LowerBound) && (Valid.UpperBoundInfinite || day < Valid.UpperBound);
    }
}
