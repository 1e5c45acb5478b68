using System.Text;
using Npgsql;

namespace Modular.Host.Startup;

/// <summary>
/// An exception as it may stand in a log: what kind and where, without its message. Messages quote what went wrong, a value that did not fit for instance, and that
/// may be a person's.
/// </summary>
internal sealed class DiscreetException(Exception original) : Exception(original.GetType().FullName)
{
    /// <inheritdoc />
    public override string? StackTrace => original.StackTrace;

    /// <inheritdoc />
    public override string ToString()
    {
        var text = new StringBuilder();
        Append(text, original);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Exception exception)
    {
        text.Append(exception.GetType().FullName);
        if (exception is PostgresException refused)
            text.Append(' ').Append(refused.SqlState).Append(' ').AppendJoin('.', new[] { refused.SchemaName, refused.TableName, refused.ConstraintName }.OfType<string>());
        if (exception.StackTrace is { } trace)
            text.Append('\n').Append(trace);
        foreach (var inner in InnerOf(exception))
        {
            text.Append("\n ---> ");
            Append(text, inner);
        }
    }

    private static IReadOnlyCollection<Exception> InnerOf(Exception exception) => exception switch
    {
        AggregateException several => several.InnerExceptions,
        { InnerException: { } inner } => new[] { inner },
        _ => Array.Empty<Exception>(),
    };
}
