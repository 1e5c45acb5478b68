using Modular.Kernel.Access;
using Npgsql;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.Reads;

/// <summary>Where a parameter of a statement takes its value from when the statement runs.</summary>
internal abstract record ReadParameter
{
    public abstract NpgsqlParameter Bind(ReadValues values);

    protected static NpgsqlParameter Typed<T>(T value) => new NpgsqlParameter<T> { TypedValue = value };

    protected static NpgsqlParameter Typed<T>(T value, NpgsqlDbType type) =>
        new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type };
}

/// <summary>The province on whose data the request works.</summary>
internal sealed record ProvinceParameter : ReadParameter
{
    public static readonly ProvinceParameter Instance = new();

    public override NpgsqlParameter Bind(ReadValues values) => Typed(values.Province);
}

/// <summary>The day that it is now in Vietnam.</summary>
internal sealed record TodayParameter : ReadParameter
{
    public static readonly TodayParameter Instance = new();

    public override NpgsqlParameter Bind(ReadValues values) => Typed(values.Today);
}

/// <summary>The account of whoever asks.</summary>
internal sealed record ViewerParameter : ReadParameter
{
    public static readonly ViewerParameter Instance = new();

    public override NpgsqlParameter Bind(ReadValues values) => Typed(values.UserId.GetValueOrDefault());
}

/// <summary>The keys of the parents.</summary>
internal sealed record KeysParameter : ReadParameter
{
    public static readonly KeysParameter Instance = new();

    public override NpgsqlParameter Bind(ReadValues values) => Typed(values.Keys, NpgsqlDbType.Array | NpgsqlDbType.Uuid);
}

/// <summary>
/// The keys, at least ten: nulls, which are nobody's key, fill a shorter list. Of a list that it does not know PostgreSQL assumes ten entries;
/// a plan made for fewer would seem cheaper than the kept one each time, and the statement would be planned for every request.
/// </summary>
internal sealed record FilledKeysParameter : ReadParameter
{
    public static readonly FilledKeysParameter Instance = new();
    private const int Least = 10;

    public override NpgsqlParameter Bind(ReadValues values)
    {
        if (values.Keys.Length >= Least)
            return KeysParameter.Instance.Bind(values);
        var filled = new Guid?[Least];
        for (var index = 0; index < values.Keys.Length; index++)
            filled[index] = values.Keys[index];
        return Typed(filled, NpgsqlDbType.Array | NpgsqlDbType.Uuid);
    }
}

/// <summary>The only key.</summary>
internal sealed record OnlyKeyParameter : ReadParameter
{
    public static readonly OnlyKeyParameter Instance = new();

    public override NpgsqlParameter Bind(ReadValues values) => Typed(values.Keys[0]);
}

/// <summary>How many rows to read, for each parent where there are parents.</summary>
internal sealed record LimitParameter : ReadParameter
{
    public static readonly LimitParameter Instance = new();

    public override NpgsqlParameter Bind(ReadValues values) => Typed(values.Limit);
}

/// <summary>A value that is the same for every request.</summary>
internal sealed record ConstantParameter(object? Value) : ReadParameter
{
    public override NpgsqlParameter Bind(ReadValues values) => DbValue.ToParameter(Value);
}

/// <summary>The value of an argument, in its stored form where it is compared with a column.</summary>
internal sealed record ArgumentParameter(SqlArgument Argument, Func<object?, object?>? ToStored) : ReadParameter
{
    public override NpgsqlParameter Bind(ReadValues values)
    {
        var value = values.ArgumentOf(Argument);
        return ToStored is null
            ? DbValue.ToParameter(value, Argument.ValueType)
            : DbValue.ToParameter(ToStored(value));
    }
}

/// <summary>The value of this number among those that the request's filter, search or cursor gives, in stored form.</summary>
internal sealed record SlotParameter(int Index) : ReadParameter
{
    public override NpgsqlParameter Bind(ReadValues values) => DbValue.ToParameter(values.Slots[Index]);
}

/// <summary>A part of the reach of the asking user under a permission.</summary>
internal sealed record ScopeParameter(string Permission, ScopePart Part) : ReadParameter
{
    public override NpgsqlParameter Bind(ReadValues values)
    {
        var scope = values.ScopeOf(Permission);
        return Part switch
        {
            ScopePart.Organizations => Typed(scope.Organizations.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Uuid),
            ScopePart.OnlySubtreeFrom => Typed(scope.Subtrees[0].From),
            ScopePart.OnlySubtreeTo => Typed(scope.Subtrees[0].To),
            ScopePart.SubtreesFrom => Typed(Bounds(scope, range => range.From), NpgsqlDbType.Array | NpgsqlDbType.Text),
            ScopePart.SubtreesTo => Typed(Bounds(scope, range => range.To), NpgsqlDbType.Array | NpgsqlDbType.Text),
            _ => Typed(scope.Self.GetValueOrDefault()),
        };
    }

    private static string[] Bounds(PermissionScope scope, Func<PathRange, string> bound) => [.. scope.Subtrees.Select(bound)];
}

/// <summary>The parts of a reach that a predicate needs.</summary>
internal enum ScopePart
{
    Organizations,
    OnlySubtreeFrom,
    OnlySubtreeTo,
    SubtreesFrom,
    SubtreesTo,
    Self,
}
