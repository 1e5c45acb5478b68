using Modular.GraphQL.Execution;

namespace Modular.GraphQL.Planning;

/// <summary>A part of an operation's cost: what its objects cost, each with all below it, times how many there may be.</summary>
internal sealed class CostNode(double weight, SizeBound? size, List<CostNode> children)
{
    /// <summary>The most that this part may cost for the variables of a request.</summary>
    public double Evaluate(VariableValues variables)
    {
        var each = weight;
        foreach (var child in children) each += child.Evaluate(variables);
        return size is null ? each : each * size.Evaluate(variables);
    }
}

/// <summary>How many items a list may have: a number known ahead, or the largest of some variables, each with the argument's default.</summary>
internal sealed class SizeBound(double constant, List<(string Variable, int? Default)> variableNames, double otherwise)
{
    public double Evaluate(VariableValues variables)
    {
        var largest = constant;
        foreach (var (variable, defaultValue) in variableNames)
        {
            var given = variables.TryGetValue(variable, out var value) ? value as int? : defaultValue;
            largest = Math.Max(largest, given ?? -1);
        }

        return largest < 0 ? otherwise : largest;
    }
}
