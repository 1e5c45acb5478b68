using System.Runtime.CompilerServices;

namespace Modular.Kernel.Postgres.Reads;

/// <summary>
/// A piece of SQL written as an interpolated string. The literal text is SQL; a hole is a column, a table, an argument or
/// another piece, and any other value in a hole becomes a parameter: a value can never become text.
/// </summary>
/// <example><c>row => $"extract(year from age({row.Today}, {row[m => m.JoinedOn]}))::int"</c></example>
[InterpolatedStringHandler]
public sealed class Sql
{
    private readonly List<object> parts;

    /// <summary>Called by the compiler for an interpolated string.</summary>
    public Sql(int literalLength, int formattedCount)
    {
        _ = literalLength;
        parts = new List<object>((2 * formattedCount) + 1);
    }

    private Sql(string literal) => parts = [literal];

    /// <summary>The literal texts, in order; what a composition check looks at.</summary>
    internal IEnumerable<string> Literals => parts.SelectMany(part => part switch
    {
        string literal => [literal],
        Sql nested => nested.Literals,
        _ => [],
    });

    /// <summary>A piece without holes.</summary>
    public static Sql Text(string literal) => new(literal);

    /// <summary>Called by the compiler for the text between holes.</summary>
    public void AppendLiteral(string literal) => parts.Add(literal);

    /// <summary>Called by the compiler for a hole.</summary>
    public void AppendFormatted<T>(T value) => parts.Add(value switch
    {
        SqlPart part => part,
        Sql nested => nested,
        _ => SqlConstant.Of(value),
    });

    internal void Write(SqlWriter writer)
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case string literal:
                    writer.Text(literal);
                    break;
                case Sql nested:
                    nested.Write(writer);
                    break;
                case SqlPart hole:
                    hole.Write(writer);
                    break;
            }
        }
    }
}

/// <summary>Something that may stand in a hole of <see cref="Sql"/>.</summary>
public abstract class SqlPart
{
    private protected SqlPart()
    {
    }

    internal abstract void Write(SqlWriter writer);
}
