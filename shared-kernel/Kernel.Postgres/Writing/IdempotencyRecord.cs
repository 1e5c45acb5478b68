using System.Collections;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Modular.Kernel.Results;
using Npgsql;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.Writing;

/// <summary>
/// The memory of one idempotency key in <c>kernel.idempotency_keys</c>. An entity is remembered by its key and read again when the
/// request is repeated; any other result is remembered as JSON.
/// </summary>
internal sealed class IdempotencyRecord<TContext>(UnitOfWork unit, TContext context, IdempotencyClaim claim)
    where TContext : ModuleDbContext
{
    private const string ClaimSql =
        """
        insert into kernel.idempotency_keys (province_id, user_id, operation, key, input_hash, created_at)
        values ($1, $2, $3, $4, $5, $6)
        on conflict do nothing
        """;

    private const string FindSql =
        """
        select input_hash, result::text from kernel.idempotency_keys
        where province_id = $1 and user_id = $2 and operation = $3 and key = $4
        """;

    private const string RememberSql =
        """
        update kernel.idempotency_keys set result = $5
        where province_id = $1 and user_id = $2 and operation = $3 and key = $4
        """;

    /// <summary>Claims the key for this transaction, or gives the result that an earlier request with the key had.</summary>
    public async Task<Result<T>?> ReplayAsync<T>(CancellationToken cancellationToken)
    {
        await using (var insert = Command(ClaimSql))
        {
            insert.Parameters.Add(CommitStatements.Typed(claim.InputHash, NpgsqlDbType.Bytea));
            insert.Parameters.Add(CommitStatements.Typed(context.Binding.Clock.GetUtcNow(), NpgsqlDbType.TimestampTz));
            if (await insert.ExecuteNonQueryAsync(cancellationToken) == 1)
                return null;
        }

        var (hash, result) = await FindAsync(cancellationToken);
        if (!hash.AsSpan().SequenceEqual(claim.InputHash))
            return new IdempotencyKeyWasUsedForAnotherInput();
        return await RestoreAsync<T>(result, cancellationToken);
    }

    /// <summary>The statement that keeps the result with the key.</summary>
    public NpgsqlBatchCommand Remember<T>(T value)
    {
        var statement = new NpgsqlBatchCommand(RememberSql);
        foreach (var parameter in KeyParameters())
            statement.Parameters.Add(parameter);
        statement.Parameters.Add(CommitStatements.Typed(Describe(value), NpgsqlDbType.Jsonb));
        return statement;
    }

    private string Describe<T>(T value)
    {
        if (EntityOf(typeof(T)) is { } entity)
            return JsonSerializer.Serialize(KeyOf(entity, value!));
        if (ElementOf(typeof(T)) is { } element)
            return JsonSerializer.Serialize(((IEnumerable)value!).Cast<object>().Select(item => KeyOf(element, item)));
        return JsonSerializer.Serialize(value);
    }

    private async Task<Result<T>> RestoreAsync<T>(string stored, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.Deserialize<JsonElement>(stored);
        if (EntityOf(typeof(T)) is { } entity)
            return await LoadAsync(entity, json, cancellationToken) is T found ? found : new NotFound(entity.ClrType.Name);
        if (ElementOf(typeof(T)) is not { } element)
            return json.Deserialize<T>()!;

        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element.ClrType))!;
        foreach (var key in json.EnumerateArray())
        {
            if (await LoadAsync(element, key, cancellationToken) is { } item)
                list.Add(item);
        }

        return (T)list;
    }

    private async Task<object?> LoadAsync(IEntityType entity, JsonElement key, CancellationToken cancellationToken)
    {
        var properties = KeyProperties(entity).ToArray();
        object?[] values =
        [
            context.Province,
            .. properties.Select((property, index) => key[index].Deserialize(property.ClrType)),
        ];
        return await context.FindAsync(entity.ClrType, values, cancellationToken);
    }

    private IEntityType? EntityOf(Type type) => context.Model.FindEntityType(type);

    private IEntityType? ElementOf(Type type) =>
        type.IsGenericType && type.IsAssignableFrom(typeof(List<>).MakeGenericType(type.GetGenericArguments()[0]))
            ? EntityOf(type.GetGenericArguments()[0])
            : null;

    private static IEnumerable<IProperty> KeyProperties(IEntityType entity) =>
        entity.FindPrimaryKey()!.Properties.Where(property => property.ClrType != typeof(ProvinceId));

    private object?[] KeyOf(IEntityType entity, object value) =>
        [.. KeyProperties(entity).Select(property => context.Entry(value).Property(property).CurrentValue)];

    private async Task<(byte[] Hash, string Result)> FindAsync(CancellationToken cancellationToken)
    {
        await using var select = Command(FindSql);
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetFieldValue<byte[]>(0), reader.GetString(1));
    }

    private NpgsqlCommand Command(string sql)
    {
        var command = new NpgsqlCommand(sql, unit.Connection);
        foreach (var parameter in KeyParameters())
            command.Parameters.Add(parameter);
        return command;
    }

    private IEnumerable<NpgsqlParameter> KeyParameters() =>
    [
        CommitStatements.Typed(context.Province.Value, NpgsqlDbType.Smallint),
        CommitStatements.Typed(context.Access.UserId ?? Guid.Empty, NpgsqlDbType.Uuid),
        CommitStatements.Typed(claim.Operation, NpgsqlDbType.Text),
        CommitStatements.Typed(claim.Key, NpgsqlDbType.Text),
    ];
}
