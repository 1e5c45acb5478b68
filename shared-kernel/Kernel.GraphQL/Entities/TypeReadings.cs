using Modular.Kernel.Access;
using Modular.Kernel.Modules;

namespace Modular.Kernel.GraphQL;

/// <summary>Which permissions open the types that modules declare, and their sensitive values: what a role amounts to for whose record it is.</summary>
public sealed class TypeReadings
{
    private readonly Dictionary<string, TypeReading> types = new(StringComparer.Ordinal);

    /// <summary>Asks the modules for their declarations.</summary>
    /// <param name="modules">All registrations, those of the host included.</param>
    public TypeReadings(IEnumerable<ModuleBuilder> modules)
    {
        var entities = modules.SelectMany(module => module.Features.Get<SchemaContribution>()?.EntityTypes ?? []).Select(type => type.Declare());
        foreach (var entity in entities)
        {
            if (entity.Requirement?.Permission is not { } permission)
                continue;
            var sensitive = entity.Fields
                .Where(field => field.DataClass == DataClass.Sensitive)
                .Select(field => field.Requirement?.Permission ?? permission);
            types.TryAdd(entity.Name, new TypeReading(permission, sensitive.ToHashSet(StringComparer.Ordinal)));
        }
    }

    /// <summary>What opens a type; null where nobody declares it, or it takes no permission.</summary>
    /// <param name="typeName">The name in the schema.</param>
    public TypeReading? Find(string typeName) => types.GetValueOrDefault(typeName);
}

/// <summary>What opens a type.</summary>
/// <param name="Permission">The permission without which its objects are not shown.</param>
/// <param name="Sensitive">The permissions each of which opens a sensitive value.</param>
public sealed record TypeReading(string Permission, IReadOnlySet<string> Sensitive)
{
    /// <summary>All that matters for reading.</summary>
    public IReadOnlyList<string> All => [.. Sensitive.Append(Permission).Distinct()];

    /// <summary>Up to which class somebody is shown values; null where the objects are not shown.</summary>
    /// <param name="held">The permissions that reach the object.</param>
    public DataClass? Opened(IReadOnlySet<string> held)
    {
        if (!held.Contains(Permission))
            return null;
        return Sensitive.Overlaps(held) ? DataClass.Sensitive : DataClass.Basic;
    }
}
