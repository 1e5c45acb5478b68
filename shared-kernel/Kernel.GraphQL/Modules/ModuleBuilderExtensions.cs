using System.Reflection;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Modules;

namespace Modular.Kernel.GraphQL;

/// <summary>How a module joins the schema.</summary>
public static class ModuleBuilderExtensions
{
    /// <summary>
    /// Takes in the module's entity types, extensions, query fields and attributed classes, wherever in its assembly they are.
    /// </summary>
    public static ModuleBuilder GraphQL(this ModuleBuilder module) => module.GraphQL(static _ => true);

    /// <summary>Takes in some of the assembly's classes, where one assembly holds several modules.</summary>
    internal static ModuleBuilder GraphQL(this ModuleBuilder module, Func<Type, bool> include)
    {
        var types = module.Assembly.GetTypes().Where(include).ToArray();
        module.Features.Set(new SchemaContribution(
            module.Id,
            Make<EntityType>(types),
            Make<EntityTypeExtension>(types),
            Make<QueryFields>(types),
            [.. types.Where(IsMethodClass)]));
        return module;
    }

    private static List<T> Make<T>(Type[] types)
        where T : class =>
    [
        .. types.Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false } && type.IsAssignableTo(typeof(T)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (T)Activator.CreateInstance(type, nonPublic: true)!),
    ];

    private static bool IsMethodClass(Type type) =>
        type.IsDefined(typeof(QueryTypeAttribute)) || type.IsDefined(typeof(MutationTypeAttribute)) || type.IsDefined(typeof(SubscriptionTypeAttribute)) || type.IsDefined(typeof(ExtendObjectTypeAttribute));
}
