using Modular.Kernel.Postgres.Entities;
using Npgsql;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.Reads;

/// <summary>Turns values whose type is known only at run time into typed parameters; enumerations as the text under which they are stored.</summary>
internal static class DbValue
{
    private static readonly Dictionary<Type, NpgsqlDbType> Types = new()
    {
        [typeof(string)] = NpgsqlDbType.Text,
        [typeof(bool)] = NpgsqlDbType.Boolean,
        [typeof(short)] = NpgsqlDbType.Smallint,
        [typeof(int)] = NpgsqlDbType.Integer,
        [typeof(long)] = NpgsqlDbType.Bigint,
        [typeof(double)] = NpgsqlDbType.Double,
        [typeof(decimal)] = NpgsqlDbType.Numeric,
        [typeof(Guid)] = NpgsqlDbType.Uuid,
        [typeof(DateOnly)] = NpgsqlDbType.Date,
        [typeof(DateTime)] = NpgsqlDbType.TimestampTz,
        [typeof(DateTimeOffset)] = NpgsqlDbType.TimestampTz,
    };

    public static NpgsqlParameter ToParameter(object? value) => ToParameter(value, value?.GetType() ?? typeof(string));

    public static NpgsqlParameter ToParameter(object? value, Type type) =>
        new() { Value = Stored(value) ?? DBNull.Value, NpgsqlDbType = TypeOf(type) };

    private static object? Stored(object? value) => value switch
    {
        Enum member => EnumText.OfName(member.ToString()),
        Array members when members.GetType().GetElementType()!.IsEnum =>
            members.Cast<Enum>().Select(member => EnumText.OfName(member.ToString())).ToArray(),
        DateTimeOffset moment => moment.ToUniversalTime(),
        _ => value,
    };

    private static NpgsqlDbType TypeOf(Type type)
    {
        if (type.IsArray)
            return NpgsqlDbType.Array | TypeOf(type.GetElementType()!);
        if (type.IsEnum)
            return NpgsqlDbType.Text;
        return Types.TryGetValue(type, out var known)
            ? known
            : throw new InvalidOperationException($"A value of {type} cannot be a parameter of a read statement.");
    }
}
