using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Modular.Kernel.Postgres.Scopes;

namespace Modular.Kernel.Postgres.Reads;

/// <summary>The tables of all modules' database contexts, by entity.</summary>
internal sealed class ReadModel(IReadOnlyList<IModel> models)
{
    /// <summary>The kinds of rows that are seen by a permission of their kind, by that permission.</summary>
    public IReadOnlyList<KindsOfPermission> Kinds { get; init; } = [];

    /// <summary>The modules of such rows that no province can disable.</summary>
    public IReadOnlyList<string> AlwaysEnabled { get; init; } = [];

    /// <summary>Whether statements name province and reach.</summary>
    public ApplicationFilters Filters { get; set; } = ApplicationFilters.On;

    private readonly ConcurrentDictionary<Type, ReadTable> tables = new();

    /// <summary>The schemas in which tables are.</summary>
    public IReadOnlySet<string> Schemas { get; } = models.SelectMany(model => model.GetEntityTypes())
        .Select(entity => entity.GetSchema()).OfType<string>().Append("kernel").ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a class is an entity of any context.</summary>
    public bool IsMapped(Type type) => models.Any(model => model.FindEntityType(type) is not null);

    /// <summary>The table of an entity.</summary>
    /// <exception cref="InvalidOperationException">No context maps the type.</exception>
    public ReadTable TableOf(Type entity) => tables.GetOrAdd(entity, Read);

    private ReadTable Read(Type entity)
    {
        var mapped = models.Select(model => model.FindEntityType(entity)).FirstOrDefault(found => found is not null);
        return new ReadTable(mapped ?? throw new InvalidOperationException($"No database context maps {entity}."), this);
    }
}

/// <summary>Kinds of rows that whoever holds a permission sees.</summary>
/// <param name="Permission">The permission.</param>
/// <param name="Kinds">The kinds.</param>
internal sealed record KindsOfPermission(string Permission, string[] Kinds);
