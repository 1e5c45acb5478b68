using Modular.Kernel.Results;

namespace Modular.Kernel.Policies;

/// <summary>
/// A set of values that a regulation fixes (a deadline, a threshold, a quorum, who decides) and that change when the regulation changes.
/// A policy is a record whose parameterless construction gives the values in force by default; rows of
/// <c>kernel.policies</c> override them for a province and a period, so that a new regulation is a row and not a release.
/// </summary>
public interface IPolicy
{
    /// <summary>The stable key, for instance <c>organizations.sizing</c>.</summary>
    static abstract string Key { get; }

    /// <summary>The rule and instrument of the default values.</summary>
    static abstract RuleReference Source { get; }
}

/// <summary>Reads policies in the province of the current scope.</summary>
public interface IPolicies
{
    /// <summary>The values in force on a day.</summary>
    ValueTask<TPolicy> InForceOnAsync<TPolicy>(DateOnly day, CancellationToken cancellationToken)
        where TPolicy : class, IPolicy, new();
}
