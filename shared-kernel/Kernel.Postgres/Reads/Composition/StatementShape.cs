namespace Modular.Kernel.Postgres.Reads;

/// <summary>
/// All that the text of a statement field may depend on: which arguments are given, and the values of those that have few.
/// Two requests of the same shape share one text, and thereby one prepared statement.
/// </summary>
internal sealed class StatementShape
{
    private readonly ReadValues values;

    public StatementShape(ReadValues values) => this.values = values;

    public bool IsGiven(SqlArgument argument) => values.ArgumentOf(argument) is not null;

    public object? ValueOf(SqlArgument argument) => HasFewValues(argument)
        ? values.ArgumentOf(argument)
        : throw new InvalidOperationException(
            $"The text of a statement cannot depend on the value of '{argument.Name}', which may be anything; put the argument in a hole.");

    /// <summary>The key of the shape of a request.</summary>
    public static string KeyOf(IReadOnlyList<SqlArgument> arguments, ReadValues values)
    {
        if (arguments.Count == 0)
            return "";
        return string.Join(',', arguments.Select(argument => values.ArgumentOf(argument) switch
        {
            null => "",
            var value when HasFewValues(argument) => value.ToString(),
            _ => "+",
        }));
    }

    private static bool HasFewValues(SqlArgument argument) => argument.ValueType == typeof(bool) || argument.ValueType.IsEnum;
}
