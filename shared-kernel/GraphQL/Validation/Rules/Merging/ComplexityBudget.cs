using System.Runtime.CompilerServices;

namespace Modular.GraphQL.Validation.Rules.Merging;

/// <summary>Bounds the work of comparing fields, in steps and in depth of the stack. Fragments that spread each other let a short
/// document describe more comparisons than anyone can make.</summary>
/// <param name="context">The validation that ends when the budget is spent.</param>
/// <param name="steps">How many steps there are.</param>
internal sealed class ComplexityBudget(ValidationContext context, int steps)
{
    private int remaining = steps;

    public void Spend(int cost)
    {
        remaining -= cost;
        if (remaining < 0)
            Abort();
    }

    /// <summary>Spends a step on going one level deeper.</summary>
    public void Descend()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            Abort();

        Spend(1);
    }

    private void Abort() =>
        context.Abort(ValidationErrors.BeyondLimit("The document's fields overlap in too many ways to be compared. Validation aborted."));
}
