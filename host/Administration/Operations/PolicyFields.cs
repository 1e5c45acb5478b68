using Modular.GraphQL.CodeFirst;
using Modular.Host.Identity;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Policies;
using Modular.Kernel.Results;

namespace Modular.Host.Administration.Operations;

/// <summary>Values that a regulation fixes and that a province may decide otherwise for a period (chính sách).</summary>
/// <param name="Key">The key, for instance `organizations.committee-sizing`.</param>
/// <param name="Rule">The number of the rule.</param>
/// <param name="Instrument">The regulation of the values in force, or the decision of the province.</param>
/// <param name="Values">The values in force on the day that was asked for, as a JSON object.</param>
/// <param name="Defaults">The values of the regulation, as a JSON object.</param>
/// <param name="History">Everything that the province decided, the latest first; what was replaced later included.</param>
[GraphQLName("Policy")]
[Classified(DataClass.Internal)]
internal sealed record PolicyView(string Key, string Rule, string Instrument, string Values, string Defaults, IReadOnlyList<PolicyDecisionView> History);

/// <summary>What a province decided on a policy.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The day after the last one; null while it is open.</param>
/// <param name="Values">The values that differ from those of the regulation, as a JSON object.</param>
/// <param name="Instrument">The regulation or decision.</param>
/// <param name="DecidedAt">When it was recorded.</param>
/// <param name="DecidedBy">The name of whoever recorded it.</param>
[GraphQLName("PolicyDecision")]
[Classified(DataClass.Internal)]
internal sealed record PolicyDecisionView(DateOnly From, DateOnly? To, string Values, string Instrument, DateTimeOffset DecidedAt, string DecidedBy)
{
    public static PolicyDecisionView Of(PolicyDecision decision) =>
        new(decision.From, decision.To, decision.Values, decision.Instrument, decision.DecidedAt, decision.DecidedBy);
}

[QueryType]
internal static class PolicyQueries
{
    /// <summary>The policies (chính sách) of the modules that the province has enabled, as they hold in it on `asOf`.</summary>
    /// <param name="policies">Reads them.</param>
    /// <param name="access">Whoever asks.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="asOf">The day; today where it is left out.</param>
    [Requires(HostPermissions.ReadOperations)]
    public static Task<IReadOnlyList<PolicyView>> PoliciesAsync(
        PolicyAdministration policies, ICurrentAccess access, CancellationToken cancellationToken, DateOnly? asOf = null)
    {
        WholeProvince.Require(access, HostPermissions.ReadOperations);
        return policies.ListAsync(asOf, cancellationToken);
    }
}

[MutationType]
internal static class PolicyMutations
{
    /// <summary>
    /// Puts values of a policy in force for a period (đặt chính sách). What was decided before keeps holding outside of it; cases that were opened under the earlier values keep them.
    /// </summary>
    [Requires(HostPermissions.ManagePolicies)]
    [Error<OperationsBelongToTheProvince>]
    [Error<PolicyIsUnknown>]
    [Error<PolicyValuesDoNotFit>]
    public static Task<Result<PolicyChange>> SetPolicyAsync(SetPolicyInput input, PolicyAdministration policies, CancellationToken cancellationToken) =>
        policies.SetAsync(input, cancellationToken);
}

/// <summary>Values of a policy for a period.</summary>
internal sealed record SetPolicyInput
{
    /// <summary>The policy, one of `policies`.</summary>
    public required string Key { get; init; }

    /// <summary>The values that differ from those of the regulation, as a JSON object with the names that `defaults` has; `{}` goes back to the regulation.</summary>
    public required string Values { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The day after the last one; open where it is left out.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The regulation or decision on which it rests.</summary>
    public required string Instrument { get; init; }
}

/// <summary>What a payload shows of a policy that was decided on.</summary>
/// <param name="Policy">The policy as it holds on the first day of the decision.</param>
internal sealed record PolicyChange(PolicyView Policy);

/// <summary>No module that the province has enabled has the policy.</summary>
/// <param name="Key">The key.</param>
internal sealed record PolicyIsUnknown(string Key) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new($"Không có chính sách '{Key}'.", $"There is no policy '{Key}'.");
}

/// <summary>The policy has no such value, or it does not fit.</summary>
/// <param name="Reason">What is wrong.</param>
internal sealed record PolicyValuesDoNotFit(string Reason) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new($"Giá trị không hợp với chính sách: {Reason}", $"The values do not fit the policy: {Reason}");
}
