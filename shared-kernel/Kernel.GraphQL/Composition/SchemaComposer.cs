using Microsoft.Extensions.DependencyInjection;
using Modular.GraphQL.TypeSystem;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres;
using Modular.Kernel.Postgres.Reads;
using Modular.Kernel.Postgres.Scopes;
using Modular.Kernel.Postgres.WorkItems;

namespace Modular.Kernel.GraphQL;

/// <summary>
/// Composes the schema of a set of modules from what they declare. A schema is immutable and the same for all provinces that
/// enabled the same set; whoever serves keeps one for each set.
/// </summary>
public sealed class SchemaComposer
{
    private readonly IReadOnlyList<DeclaredModule> modules;
    private readonly HashSet<string> alwaysOn;
    private readonly ReadModel model;
    private readonly HashSet<string> permissions;

    /// <summary>Asks all installed modules for their declarations.</summary>
    /// <param name="installed">The modules, each after those it depends on.</param>
    /// <param name="alwaysOn">Registrations that belong to every schema: what the host itself contributes.</param>
    public SchemaComposer(InstalledModules installed, params IReadOnlyList<ModuleBuilder> alwaysOn)
    {
        IReadOnlyList<ModuleBuilder> registrations = [.. alwaysOn, .. installed.All.Select(module => module.Registration)];
        this.alwaysOn = [.. alwaysOn.Select(module => module.Id)];
        model = new ReadModel([.. registrations.Select(module => module.Features.Get<ModuleDatabase>()).OfType<ModuleDatabase>().Select(database => database.Model)])
        {
            Kinds =
            [
                .. registrations.SelectMany(module => module.Features.Get<ModuleWorkItems>()?.Kinds ?? [])
                    .GroupBy(kind => kind.Permission, kind => kind.Id)
                    .Select(kinds => new KindsOfPermission(kinds.Key, [.. kinds])),
            ],
            AlwaysEnabled = [.. alwaysOn.Where(module => module.Features.Get<ModuleWorkItems>() is not null).Select(module => module.Id)],
        };
        modules = [.. registrations.Select(module => module.Features.Get<SchemaContribution>()).OfType<SchemaContribution>().Select(contribution => new DeclaredModule(contribution))];
        permissions = [.. registrations.SelectMany(module => module.DeclaredPermissions).Select(permission => permission.Name)];
    }

    /// <summary>Asks all installed modules of a host for their declarations.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="alwaysOn">Registrations that belong to every schema: what the host itself contributes.</param>
    public SchemaComposer(IServiceProvider services, params IReadOnlyList<ModuleBuilder> alwaysOn)
        : this(services.GetRequiredService<InstalledModules>(), alwaysOn) =>
        model.Filters = services.GetService<ApplicationFilters>() ?? ApplicationFilters.On;

    /// <summary>How many rows a page of a list may have where the list's declaration does not say.</summary>
    public int PageSize { get; init; } = PageWindow.MaximumSize;

    /// <summary>Composes the schema of these modules.</summary>
    /// <param name="enabled">The identifiers of the modules that the province has enabled.</param>
    /// <exception cref="SchemaException">The declarations conflict or break a rule; it lists every conflict with module and fix.</exception>
    public Schema Compose(IReadOnlySet<string> enabled) => ComposeWithReport(enabled).Schema;

    /// <summary>Composes the schema of these modules, and tells what was left out because no installed module has it.</summary>
    /// <inheritdoc cref="Compose"/>
    public SchemaComposition ComposeWithReport(IReadOnlySet<string> enabled)
    {
        var serving = modules.Where(module => enabled.Contains(module.Id) || alwaysOn.Contains(module.Id)).ToList();
        var absent = new AbsentMembers(modules.Except(serving));
        var composition = new Composition(model, permissions, absent) { PageSize = PageSize };
        AddEntities(composition, serving);
        KernelTypes.AddTo(composition.Builder, composition.Entities);
        composition.Builder.AddIncrementalDelivery();
        var entityComposer = new EntityComposer(composition);
        foreach (var table in composition.Entities.All)
            entityComposer.Add(table);
        var contributions = new ContributionComposer(composition);
        foreach (var module in serving)
            contributions.Add(module);
        contributions.Finish();
        composition.Finish();
        absent.AddTo(composition.Builder);
        return new SchemaComposition(composition.Errors.Build(composition.Builder), absent.Unmatched);
    }

    private void AddEntities(Composition composition, List<DeclaredModule> serving)
    {
        foreach (var module in serving)
        {
            foreach (var declaration in module.Entities)
                composition.Errors.Guard(declaration.Name, module.Id, () => composition.Entities.Add(new EntityTable(declaration, module.Id, model)));
        }
    }
}

/// <summary>A composed schema.</summary>
/// <param name="Schema">The schema.</param>
/// <param name="Unmatched">References and contributions that were left out because no installed module has the type; worth a warning.</param>
public sealed record SchemaComposition(Schema Schema, IReadOnlyList<string> Unmatched);
