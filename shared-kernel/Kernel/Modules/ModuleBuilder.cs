using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Access;
using Modular.Kernel.Events;

namespace Modular.Kernel.Modules;

/// <summary>
/// Collects what a module registers. Everything is kept apart until <see cref="ModularModule.Register"/> has returned, so
/// that a module that fails half way leaves nothing behind.
/// </summary>
public sealed class ModuleBuilder(ModuleManifest manifest, Assembly assembly)
{
    private readonly List<PermissionDefinition> permissions = [];
    private readonly List<EventSubscription> subscriptions = [];

    /// <summary>What the module says of itself.</summary>
    public ModuleManifest Manifest { get; } = manifest;

    /// <summary>The identifier of the module.</summary>
    public string Id => Manifest.Id;

    /// <summary>The module's assembly, where the layers look for attributed types and embedded migrations.</summary>
    public Assembly Assembly { get; } = assembly;

    /// <summary>The module's services; they join the host's container when the whole registration succeeded.</summary>
    public IServiceCollection Services { get; } = new ServiceCollection();

    /// <summary>What other layers (database, GraphQL, imports) keep about this module.</summary>
    public FeatureCollection Features { get; } = new();

    /// <summary>The permissions that the module declares, in order of declaration.</summary>
    public IReadOnlyList<PermissionDefinition> DeclaredPermissions => permissions;

    /// <summary>The events of other modules, or of its own, to which the module listens.</summary>
    public IReadOnlyList<EventSubscription> Subscriptions => subscriptions;

    /// <summary>Declares permissions. Their names start with the module's identifier and a dot.</summary>
    /// <exception cref="ArgumentException">A name does not start so, or is declared twice.</exception>
    public ModuleBuilder Permissions(params IReadOnlyList<PermissionDefinition> definitions)
    {
        foreach (var definition in definitions)
        {
            if (!definition.Name.StartsWith(Id + ".", StringComparison.Ordinal))
                throw new ArgumentException($"Permission '{definition.Name}' of module '{Id}' must start with '{Id}.'.");
            if (permissions.Exists(known => known.Name == definition.Name))
                throw new ArgumentException($"Permission '{definition.Name}' of module '{Id}' is declared twice.");
            permissions.Add(definition);
        }

        return this;
    }

    /// <summary>Subscribes the module to an event. The handler runs in the module's own transaction, exactly once, in order.</summary>
    public ModuleBuilder Handles<TEvent, THandler>()
        where TEvent : IModuleEvent
        where THandler : class, IEventHandler<TEvent>
    {
        Services.AddScoped<THandler>();
        subscriptions.Add(EventSubscription.For<TEvent, THandler>());
        return this;
    }
}
