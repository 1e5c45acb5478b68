using Modular.GraphQL.CodeFirst;
using Modular.GraphQL.Sdl;
using Modular.Host.Provinces.Planning;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Provinces;

namespace Modular.Host.Administration;

/// <summary>What may be done with a module in a province.</summary>
internal enum ModuleChangeKind
{
    /// <summary>It begins to serve the province (bật).</summary>
    Enable,

    /// <summary>It serves the province no more; its data stay (tắt).</summary>
    Disable,
}

/// <summary>What enabling or disabling a module would do (phương án bật, tắt phân hệ).</summary>
/// <param name="Module">The module.</param>
/// <param name="Change">What is to be done.</param>
/// <param name="Digest">
/// Stands for what the change does to modules, schema and documents; `enableModule` and `disableModule` take it. Numbers of work items and events move all the time and are no part of it.
/// </param>
/// <param name="ChangesAnything">Whether the module is not yet as it is to be.</param>
/// <param name="OthersFirst">The modules that must be enabled, or disabled, before it, in this order. What else the plan says is about all of them together.</param>
/// <param name="Conflict">Why the modules that would serve do not go together; null where they do.</param>
/// <param name="SchemaChanges">What changes in the province's schema.</param>
/// <param name="Documents">The trusted documents that break, or become valid.</param>
/// <param name="WorkItems">The open work items, by kind; they are hidden while their module is disabled.</param>
/// <param name="EventsWaiting">How many events the module has not had yet; it catches up with them when it is enabled, and they wait as long as it is not.</param>
/// <param name="EventsParked">How many events it failed to handle.</param>
[GraphQLName("ModuleChangePlan")]
[Classified(DataClass.Internal)]
internal sealed record ModulePlan(
    string Module,
    ModuleChangeKind Change,
    string Digest,
    bool ChangesAnything,
    IReadOnlyList<string> OthersFirst,
    string? Conflict,
    IReadOnlyList<PlannedSchemaChange> SchemaChanges,
    IReadOnlyList<PlannedDocumentChange> Documents,
    IReadOnlyList<PlannedWorkItems> WorkItems,
    long EventsWaiting,
    long EventsParked)
{
    public static ModulePlan Of(ModuleChangePlan plan, ModuleChangeKind change) => new(
        plan.Module,
        change,
        plan.Effect.Digest,
        plan.Effect.ChangesAnything,
        plan.Effect.OthersFirst,
        plan.Effect.Conflict,
        [.. plan.Effect.SchemaChanges.Select(changed => new PlannedSchemaChange(changed.Severity, changed.Code, changed.Coordinate, changed.Description))],
        [.. plan.Effect.Documents.Select(document => new PlannedDocumentChange(document.Hash, document.Operations, document.Error is not null, document.Error))],
        [.. plan.WorkItems.Select(items => new PlannedWorkItems(items.Module, items.Kind, items.Open))],
        plan.EventsWaiting,
        plan.EventsParked);
}

/// <summary>What changes in the schema of a province.</summary>
/// <param name="Severity">What it does to clients.</param>
/// <param name="Code">What kind of change it is, for instance `FIELD_REMOVED`.</param>
/// <param name="Coordinate">What has changed, for instance `Member.name`.</param>
/// <param name="Description">The change as a sentence.</param>
[Classified(DataClass.Internal)]
internal sealed record PlannedSchemaChange(ChangeSeverity Severity, string Code, string Coordinate, string Description);

/// <summary>A trusted document that breaks, or becomes valid.</summary>
/// <param name="Hash">The identifier by which clients name it, a SHA-256 hash as a rule.</param>
/// <param name="Operations">The names of its operations.</param>
/// <param name="Breaks">Whether it breaks.</param>
/// <param name="Error">The first thing that would be wrong with it; null where it becomes valid.</param>
[Classified(DataClass.Internal)]
internal sealed record PlannedDocumentChange(string Hash, IReadOnlyList<string> Operations, bool Breaks, string? Error);

/// <summary>Open work items of a kind.</summary>
/// <param name="Module">The module that declares the kind.</param>
/// <param name="Kind">The kind, for instance `members.probation-ends`.</param>
/// <param name="Open">How many are open.</param>
[Classified(DataClass.Internal)]
internal sealed record PlannedWorkItems(string Module, string Kind, long Open);

/// <summary>A module was enabled, or disabled.</summary>
/// <param name="Enabled">Whether it was enabled.</param>
/// <param name="ChangedAt">When.</param>
/// <param name="ChangedBy">The name of whoever did it; `operator` at the command line.</param>
/// <param name="Reason">Why.</param>
[Classified(DataClass.Internal)]
internal sealed record ModuleEnablement(bool Enabled, DateTimeOffset ChangedAt, string ChangedBy, string? Reason)
{
    public static ModuleEnablement Of(ModuleSwitching switching) =>
        new(switching.Enabled, switching.ChangedAt, switching.ChangedBy, switching.Reason);
}
