using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Modular.GraphQL.TypeSystem;
using Modular.Kernel.Events;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres;
using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Postgres.Policies;
using Modular.Kernel.Postgres.WorkItems;

namespace Modular.Host.Modules;

/// <summary>What each installed module needs and brings, as a page for those who run and extend the system.</summary>
internal static class ModulesDocument
{
    private const string Start =
        """
        # Modules

        Written by `dotnet run --project host -- describe-modules`; what it says is what the modules declare. The [schema](schema.md) of each contribution is `schema/modules/ID.graphql`, its permissions with
        their roles are on [a page of their own](permissions.md). How modules are enabled: [operations](operations.md#enabling-modules); how their data are taken out: [archives](archives.md).


        """;

    /// <summary>The page.</summary>
    /// <param name="modules">The modules.</param>
    /// <param name="schema">The schema of all of them.</param>
    public static string Of(InstalledModules modules, Schema schema)
    {
        var text = new StringBuilder(Start);
        text.Append("| module | | version | needs | needed by |\n|---|---|---|---|---|\n");
        foreach (var module in modules.All)
        {
            var needing = modules.All.Where(other => other.Manifest.DependsOn.Contains(module.Id)).Select(other => other.Id);
            text.Append($"| [`{module.Id}`](#{module.Id}) | {module.Manifest.Title} ({module.Manifest.VietnameseTitle}) | {module.Manifest.Version.ToString(3)} | {Codes(module.Manifest.DependsOn)} | {Codes(needing)} |\n");
        }

        foreach (var module in modules.All)
            Append(text, module, schema);
        return text.ToString();
    }

    private static void Append(StringBuilder text, InstalledModule module, Schema schema)
    {
        var registration = module.Registration;
        text.Append($"\n## {module.Id}\n| what | which |\n|---|---|\n");
        Row(text, "queries", FieldsOf(schema.QueryType, module.Id));
        Row(text, "mutations", FieldsOf(schema.MutationType, module.Id));
        Row(text, "subscriptions", FieldsOf(schema.SubscriptionType, module.Id));
        foreach (var type in schema.Types.OfType<ObjectType>().Where(type => type.Owner != module.Id && !IsRoot(schema, type)).OrderBy(type => type.Name, StringComparer.Ordinal))
            Row(text, $"fields of `{type.Name}`", FieldsOf(type, module.Id));
        Row(text, "tables of entities", TablesOf(registration));
        Row(text, "permissions", registration.DeclaredPermissions.Select(permission => permission.Name));
        Row(text, "policies", (registration.Features.Get<ModulePolicies>()?.All ?? []).Select(policy => policy.Key));
        Row(text, "work items", (registration.Features.Get<ModuleWorkItems>()?.Kinds ?? []).Select(kind => kind.Id));
        Row(text, "imports", (registration.Features.Get<ModuleImports>()?.Formats ?? []).Select(format => format.Id));
        Row(text, "events that it publishes", EventsOf(module));
        Row(text, "events that it listens to", registration.Subscriptions.Select(subscription => subscription.EventName).Distinct());
    }

    private static bool IsRoot(Schema schema, ObjectType type) => type == schema.QueryType || type == schema.MutationType || type == schema.SubscriptionType;

    private static IEnumerable<string> FieldsOf(ObjectType? type, string owner) => (type?.Fields ?? []).Where(field => field.Owner == owner).Select(field => field.Name);

    private static IEnumerable<string> TablesOf(ModuleBuilder registration)
    {
        if (registration.Features.Get<ModuleDatabase>() is not { } database)
            return [];
        var entities = database.Model.GetEntityTypes().Where(entity => entity.GetSchema() == database.Schema).Select(entity => entity.GetSchemaQualifiedTableName()!);
        return entities.Distinct().Concat(database.KernelTables.Select(table => $"kernel.{table}"));
    }

    /// <summary>The names of the events that the module's contracts declare.</summary>
    private static IEnumerable<string> EventsOf(InstalledModule module)
    {
        var assembly = module.Registration.Assembly;
        var context = AssemblyLoadContext.GetLoadContext(assembly)!;
        return assembly.GetReferencedAssemblies()
            .Where(reference => reference.Name == $"{assembly.GetName().Name}.Contracts")
            .Select(context.LoadFromAssemblyName)
            .Append(assembly)
            .SelectMany(declaring => declaring.GetTypes())
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IModuleEvent)))
            .Select(type => (string)type.GetProperty(nameof(IModuleEvent.EventName), BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!);
    }

    private static void Row(StringBuilder text, string what, IEnumerable<string> which)
    {
        var codes = Codes(which.Order(StringComparer.Ordinal));
        if (codes.Length > 0)
            text.Append($"| {what} | {codes} |\n");
    }

    private static string Codes(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"`{name}`"));
}
