using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres.Entities;

namespace Modular.Kernel.Postgres;

/// <summary>A schema of the database and the assembly that carries its migrations.</summary>
/// <param name="Schema">The schema's name.</param>
/// <param name="Assembly">Where <c>Data/Migrations/NNNN_what.sql</c> are embedded.</param>
[OpenToModules]
public record DatabaseSchema(string Schema, Assembly Assembly);

/// <summary>The database of a module: a feature of its registration.</summary>
/// <param name="ModuleId">The module.</param>
/// <param name="Schema">Its schema.</param>
/// <param name="Assembly">The module's assembly.</param>
/// <param name="Context">The class of its database context.</param>
public sealed record ModuleDatabase(string ModuleId, string Schema, Assembly Assembly, Type Context)
    : DatabaseSchema(Schema, Assembly)
{
    /// <summary>The tables of the kernel whose rows are this module's alone, and go with it when it is exported, removed and put back.</summary>
    public IReadOnlyList<string> KernelTables { get; init; } = [];

    /// <summary>The finished model of the module's entities; built once a process, without a database.</summary>
    /// <exception cref="InvalidOperationException">An entity is declared wrongly; the message says which and how.</exception>
    public IModel Model => ModuleModels.Of(Context, Schema);
}

/// <summary>Registers what a module keeps in the database.</summary>
public static class ModuleDatabaseRegistration
{
    /// <summary>Says that the organization tree is this module's to write; it goes with the module when its data are exported, removed and put back.</summary>
    /// <param name="module">The module's registration, which has its database already.</param>
    /// <exception cref="InvalidOperationException">The module has no database.</exception>
    public static ModuleBuilder KeepsOrganizationTree(this ModuleBuilder module)
    {
        var database = module.Features.Get<ModuleDatabase>() ?? throw new InvalidOperationException($"Module '{module.Id}' keeps the tree but has no database.");
        module.Features.Set(database with { KernelTables = ["organization_tree"] });
        return module;
    }

    /// <summary>
    /// Gives the module a schema of its own. Its migrations are the files <c>Data/Migrations/NNNN_what.sql</c> of the module's project; its entities
    /// are mapped by <typeparamref name="TContext"/>, which is there in a request's scope for reading, and through
    /// <see cref="Writing.IWrite{TContext}"/> for writing.
    /// </summary>
    /// <param name="module">The module's registration.</param>
    /// <param name="schema">The schema's name: lower-case words joined by underscores.</param>
    /// <exception cref="InvalidOperationException">The module already has a schema.</exception>
    public static ModuleBuilder Database<TContext>(this ModuleBuilder module, string schema)
        where TContext : ModuleDbContext
    {
        if (module.Features.Get<ModuleDatabase>() is { } earlier)
            throw new InvalidOperationException($"Module '{module.Id}' already has the schema '{earlier.Schema}'.");
        var database = new ModuleDatabase(module.Id, schema, module.Assembly, typeof(TContext));
        module.Features.Set(database);
        module.Services.AddModuleDatabase<TContext>(database);
        return module;
    }
}
