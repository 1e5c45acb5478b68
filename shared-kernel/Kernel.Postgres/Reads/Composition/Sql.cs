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
        SqlLookUp lookUp => lookUp.Literals,
        _ => [],
    });

    /// <summary>A piece without holes.</summary>
    public static Sql Text(string literal) => new(literal);

    /// <summary>
    /// Whether a condition holds of the one row that goes with the row at hand, in a table that is no larger. Asked of a page's rows it is looked up for each until the page is full; asked of all rows
    /// PostgreSQL may join the tables. Written as <c>exists</c> it would be joined for a page, too, wherever PostgreSQL expects few rows to fit.
    /// </summary>
    /// <param name="condition">The condition on the other row.</param>
    /// <param name="from">The other table and what makes its row the one that goes with the row at hand, by its key: <c>$"members.member_record as record where record.id = {row[m => m.Id]}"</c>.</param>
    public static Sql Holds(Sql condition, Sql from)
    {
        var holds = new Sql(literalLength: 0, formattedCount: 1);
        holds.AppendFormatted(new SqlLookUp(condition, from));
        return holds;
    }

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
