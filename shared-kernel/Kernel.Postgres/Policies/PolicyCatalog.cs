using System.Text.Json;
using Modular.Kernel.Events;
using Modular.Kernel.Modules;
using Modular.Kernel.Policies;
using Modular.Kernel.Results;

namespace Modular.Kernel.Postgres.Policies;

/// <summary>The policies of all loaded modules.</summary>
public sealed class PolicyCatalog
{
    private readonly Dictionary<string, PolicyDefinition> policies = [];

    /// <summary>Collects what the modules registered.</summary>
    /// <exception cref="InvalidOperationException">Two policies have the same key.</exception>
    public PolicyCatalog(InstalledModules modules)
    {
        foreach (var policy in modules.All.SelectMany(module => module.Registration.Features.Get<ModulePolicies>()?.All ?? []))
        {
            if (!policies.TryAdd(policy.Key, policy))
                throw new InvalidOperationException($"Two modules have a policy '{policy.Key}'; one must be renamed.");
        }
    }

    /// <summary>The policies in the order of modules and registration.</summary>
    public IEnumerable<PolicyDefinition> All => policies.Values;

    /// <summary>The policy of this key, or null.</summary>
    public PolicyDefinition? Find(string key) => policies.GetValueOrDefault(key);
}

/// <summary>A policy that a module reads.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Source">The rule and instrument of its default values.</param>
/// <param name="Checked">
/// Takes values that somebody writes as a JSON object and answers those that differ from the defaults. It throws a
/// <see cref="System.Text.Json.JsonException"/> where the policy has no such value or it does not fit.
/// </param>
/// <param name="ValuesOver">All values, as a JSON object: the defaults where those that are given say nothing.</param>
public sealed record PolicyDefinition(string Key, RuleReference Source, Func<string, string> Checked, Func<string?, string> ValuesOver);

/// <summary>Registers the policies of a module.</summary>
public static class PolicyRegistration
{
    /// <summary>Adds a policy that the module reads, so that provinces can decide on it.</summary>
    public static ModuleBuilder Policy<TPolicy>(this ModuleBuilder module)
        where TPolicy : class, IPolicy, new()
    {
        module.Features.GetOrAdd<ModulePolicies>().Add(new PolicyDefinition(
            TPolicy.Key,
            TPolicy.Source,
            values => PolicyJson.Differences(PolicyJson.Over<TPolicy>(values)),
            values => JsonSerializer.Serialize(PolicyJson.Over<TPolicy>(values), EventJson.Options)));
        return module;
    }
}

/// <summary>The policies of one module: a feature of its registration.</summary>
public sealed class ModulePolicies
{
    private readonly List<PolicyDefinition> all = [];

    /// <summary>The policies in order of registration.</summary>
    public IReadOnlyList<PolicyDefinition> All => all;

    internal void Add(PolicyDefinition policy) => all.Add(policy);
}
