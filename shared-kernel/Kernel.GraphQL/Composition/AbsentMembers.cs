using System.Reflection;
using Modular.GraphQL.CodeFirst;
using Modular.GraphQL.TypeSystem;

namespace Modular.Kernel.GraphQL;

/// <summary>
/// What installed modules that are not enabled would bring. A request for it is answered with the module's name, and what refers to it
/// falls away.
/// </summary>
internal sealed class AbsentMembers
{
    private readonly Dictionary<string, string> modulesByType = new(StringComparer.Ordinal);
    private readonly List<(string Type, string Field, string Module)> fields = [];
    private readonly List<string> unmatched = [];

    /// <summary>Takes in a module that is not enabled.</summary>
    public AbsentMembers(IEnumerable<DeclaredModule> disabled)
    {
        foreach (var module in disabled)
        {
            foreach (var entity in module.Entities)
                modulesByType.TryAdd(entity.Name, module.Id);
            fields.AddRange(module.Extensions.SelectMany(extension => extension.Fields.Select(field => (extension.TypeName, field.Name, module.Id))));
            fields.AddRange(module.MethodClasses.SelectMany(MethodNames).Select(method => (method.Type, method.Field, module.Id)));
        }
    }

    /// <summary>References and contributions to types that no installed module has, for instance <c>Member.organization: Organization</c>.</summary>
    public IReadOnlyList<string> Unmatched => unmatched;

    /// <summary>Whether a module that is not enabled has the type.</summary>
    public bool HasType(string typeName) => modulesByType.ContainsKey(typeName);

    /// <summary>Notes a field that is left out because the type to which it refers is not there.</summary>
    public void Refer(Composition composition, string typeName, string field, string target, string owner)
    {
        if (modulesByType.TryGetValue(target, out var module))
            composition.Builder.AddAbsent(typeName, field, module);
        else
            unmatched.Add($"{typeName}.{field}: {target} (module {owner})");
    }

    /// <summary>Notes contributions to a type that no installed module has.</summary>
    public void Extend(string target, string owner)
    {
        if (!HasType(target))
            unmatched.Add($"extend {target} (module {owner})");
    }

    /// <summary>Tells the schema.</summary>
    public void AddTo(SchemaBuilder builder)
    {
        foreach (var (type, module) in modulesByType)
            builder.AddAbsentType(type, module);
        foreach (var (type, field, module) in fields)
            builder.AddAbsent(type, field, module);
    }

    private static IEnumerable<(string Type, string Field)> MethodNames(Type methodClass)
    {
        var type = MethodClasses.TypeNameOf(methodClass);
        return MethodClasses.MethodsOf(methodClass).Select(method => (type, MethodClasses.NameOf(method)));
    }
}

/// <summary>Classes whose methods are fields.</summary>
internal static class MethodClasses
{
    /// <summary>The type that gets the fields.</summary>
    public static string TypeNameOf(Type methodClass) =>
        methodClass.GetCustomAttribute<ExtendObjectTypeAttribute>()?.TypeName
        ?? (methodClass.IsDefined(typeof(MutationTypeAttribute)) ? KernelTypes.Mutation
            : methodClass.IsDefined(typeof(SubscriptionTypeAttribute)) ? KernelTypes.Subscription
            : KernelTypes.Query);

    /// <summary>The methods that are fields.</summary>
    public static IEnumerable<MethodInfo> MethodsOf(Type methodClass) => methodClass
        .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(method => !method.IsSpecialName && !method.IsDefined(typeof(GraphQLIgnoreAttribute)))
        .Where(method => !methodClass.IsDefined(typeof(SubscriptionTypeAttribute)) || method.IsDefined(typeof(SubscribeAttribute)));

    /// <summary>The name of the field.</summary>
    public static string NameOf(MethodInfo method) =>
        method.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? Names.OfMethod(method.Name);
}
