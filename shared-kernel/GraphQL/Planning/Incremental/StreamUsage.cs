using System.Globalization;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Planning;

/// <summary>A <c>@stream</c> where an operation applies it to a list.</summary>
/// <param name="Label">The label by which the client knows the list.</param>
/// <param name="InitialCount">How many items come at once: a literal or a variable; 0 when absent.</param>
internal sealed record StreamUsage(string? Label, ValueNode? InitialCount)
{
    public static StreamUsage Of(DirectiveNode directive)
        => new(IncrementalUse.LabelOf(directive), IncrementalUse.ArgumentOf(directive, IncrementalDirectives.InitialCount));

    /// <summary>How many items come at once.</summary>
    /// <exception cref="GraphQLException">A variable says null or less than nothing.</exception>
    public int InitialCountFor(VariableValues variables)
    {
        var count = InitialCount switch
        {
            IntValue literal => int.Parse(literal.Value, CultureInfo.InvariantCulture),
            Variable variable when variables.TryGetValue(variable.Name.Value, out var value) => (int?)value,
            _ => 0,
        };
        return count is >= 0 ? count.Value : throw new GraphQLException("initialCount must be a positive integer", ErrorCodes.VariablesInvalid);
    }
}
