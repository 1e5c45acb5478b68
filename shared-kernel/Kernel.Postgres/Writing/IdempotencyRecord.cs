using System.Collections;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
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
internal sealed class IdempotencyRecord<TContext>(TContext context, IdempotencyClaim claim)
    where TContext : ModuleDbContext
{
    private const string KeepSql =
        """
        insert into kernel.idempotency_keys (province_id, user_id, operation, key, input_hash, created_at, result)
        values ($1, $2, $3, $4, $5, $6, $7)
        """;

    private const string FindSql =
        """
        select input_hash, result::text from kernel.idempotency_keys
        where province_id = $1 and user_id = $2 and operation = $3 and key = $4
        """;

    /// <summary>The result that an earlier request with the key had, or null where none had one.</summary>
    public async Task<Result<T>?> ReplayAsync<T>(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not var (hash, result))
            return null;
        if (!hash.AsSpan().SequenceEqual(claim.InputHash))
            return new IdempotencyKeyWasUsedForAnotherInput();
        return await RestoreAsync<T>(result, cancellationToken);
    }

    /// <summary>The statement that keeps the result with the key; it fails when another request kept one, and waits while another is about to.</summary>
    public NpgsqlBatchCommand Keep<T>(T value)
    {
        var statement = new NpgsqlBatchCommand(KeepSql);
        foreach (var parameter in KeyParameters())
            statement.Parameters.Add(parameter);
        statement.Parameters.Add(CommitStatements.Typed(claim.InputHash, NpgsqlDbType.Bytea));
        statement.Parameters.Add(CommitStatements.Typed(context.Binding.Clock.GetUtcNow(), NpgsqlDbType.TimestampTz));
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

    private async Task<(byte[] Hash, string Result)?> FindAsync(CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        await using var select = new NpgsqlCommand(FindSql, (NpgsqlConnection)context.Database.GetDbConnection());
        foreach (var parameter in KeyParameters())
            select.Parameters.Add(parameter);
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (reader.GetFieldValue<byte[]>(0), reader.GetString(1)) : null;
    }

    private IEnumerable<NpgsqlParameter> KeyParameters() =>
    [
        CommitStatements.Typed(context.Province.Value, NpgsqlDbType.Smallint),
        CommitStatements.Typed(context.Access.UserId ?? Guid.Empty, NpgsqlDbType.Uuid),
        CommitStatements.Typed(claim.Operation, NpgsqlDbType.Text),
        CommitStatements.Typed(claim.Key, NpgsqlDbType.Text),
    ];
}
