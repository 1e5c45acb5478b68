using System.Text.Json;
using Modular.Kernel.Events;
using Modular.Kernel.Policies;

namespace Modular.Kernel.Postgres.WorkItems;

/// <summary>A policy that the SQL of a kind reads: <c>kernel.policy_on(key, @name, day)</c> lays what the province decided over the default values.</summary>
/// <param name="Name">The name of the parameter.</param>
/// <param name="Values">The default values as JSON.</param>
internal sealed record PolicyParameter(string Name, string Values)
{
    public static string Defaults<TPolicy>()
        where TPolicy : class, IPolicy, new() => JsonSerializer.Serialize(new TPolicy(), EventJson.Options);
}
