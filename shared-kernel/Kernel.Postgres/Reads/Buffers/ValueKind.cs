namespace Modular.Kernel.Postgres.Reads;

/// <summary>How a result column is cast, read and kept.</summary>
internal sealed class ValueKind
{
    /// <summary>Text, and enumerations, which are stored as text.</summary>
    public static readonly ValueKind Text = new(typeof(string), "text", static () => new TextBuffer());

    /// <summary>The key of a row.</summary>
    public static readonly ValueKind Uuid = Of<Guid>("uuid");

    /// <summary>A 64-bit number, as <c>count(*)</c> and ordinality give it.</summary>
    public static readonly ValueKind Long = Of<long>("bigint");

    private static readonly Dictionary<Type, ValueKind> Kinds = new ValueKind[]
    {
        Text,
        Uuid,
        Long,
        Of<bool>("boolean"),
        Of<int>("integer"),
        Of<double>("double precision"),
        Of<decimal>("numeric"),
        Of<DateOnly>("date"),
        Of<DateTimeOffset>("timestamptz"),
        Of<string[]>("text[]"),
        Of<int[]>("integer[]"),
        Of<Guid[]>("uuid[]"),
        Of<DateOnly[]>("date[]"),
    }.ToDictionary(kind => kind.ClrType);

    private readonly Func<ReadBuffer> makeBuffer;

    private ValueKind(Type clrType, string sqlType, Func<ReadBuffer> makeBuffer)
    {
        ClrType = clrType;
        SqlType = sqlType;
        this.makeBuffer = makeBuffer;
    }

    /// <summary>The CLR type of a value.</summary>
    public Type ClrType { get; }

    /// <summary>The PostgreSQL type to which the column is cast where its own type is not known to be this one.</summary>
    public string SqlType { get; }

    /// <summary>The kind that holds values of a CLR type; null where there is none.</summary>
    public static ValueKind? Of(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
            return Text;
        if (type == typeof(short))
            return Kinds[typeof(int)];
        if (type == typeof(float))
            return Kinds[typeof(double)];
        if (type == typeof(DateTime))
            return Kinds[typeof(DateTimeOffset)];
        if (ItemTypeOf(type) is { } item)
            type = (item.IsEnum ? typeof(string) : item).MakeArrayType();
        return Kinds.GetValueOrDefault(type);
    }

    /// <summary>The type of the items of an array or list; null for all else.</summary>
    public static Type? ItemTypeOf(Type type)
    {
        if (type.IsArray)
            return type.GetElementType();
        return type.IsGenericType && type.GetGenericArguments() is [var item] && type.IsAssignableTo(typeof(IEnumerable<>).MakeGenericType(item))
            ? item
            : null;
    }

    public ReadBuffer MakeBuffer() => makeBuffer();

    private static ValueKind Of<T>(string sqlType) => new(typeof(T), sqlType, static () => new ValueBuffer<T>());
}
