using Modular.Kernel.Policies;

namespace Modular.Organizations.Tests;

internal sealed class DefaultPolicies : IPolicies
{
    public ValueTask<TPolicy> InForceOnAsync<TPolicy>(DateOnly day, CancellationToken cancellationToken)
        where TPolicy : class, IPolicy, new() => new(new TPolicy());
}
