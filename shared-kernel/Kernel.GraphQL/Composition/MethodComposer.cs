using System.Reflection;
using Modular.GraphQL.CodeFirst;
using Modular.GraphQL.Planning;
using Modular.GraphQL.TypeSystem;

namespace Modular.Kernel.GraphQL;

/// <summary>Makes fields of methods: of the query root, and of object types for all parents at once.</summary>
internal sealed class MethodComposer(Composition composition)
{
    /// <summary>Makes the field of a method.</summary>
    /// <param name="method">The method.</param>
    /// <param name="typeName">The type that gets the field.</param>
    /// <param name="owner">The contributing module.</param>
    public FieldDefinition Make(MethodInfo method, string typeName, string owner)
    {
        var requirement = Requirements.Of(method);
        IReadOnlyList<string> own = requirement?.Permission is { } permission ? [permission] : [];
        // Asked for once: while two schemas are composed at the same time, the runtime may answer with other objects the second time.
        var declared = method.GetParameters();
        var parents = declared.FirstOrDefault(parameter => parameter.IsDefined(typeof(ParentsAttribute)));
        if (parents is null && typeName != KernelTypes.Query)
            throw new InvalidOperationException($"{method.Name} needs a [Parents] parameter: it serves all parents of a level at once.");

        var parameters = declared
            .Select(parameter => parameter == parents ? null : MethodParameter.Of(parameter, composition.Types, owner)).ToList();
        var output = OutputOf(method, parents is not null, owner);
        var binding = parents is null ? null : ParentBinding.Of(parents, composition.Entities.Find(typeName));
        IReadOnlyList<string> permissions = [.. own, .. output.Entities?.Table.Permissions ?? []];
        composition.CheckRequirement(
            $"{typeName}.{MethodClasses.NameOf(method)}", permissions, requirement?.Reason, typeName == KernelTypes.Query, owner);
        var field = new FieldDefinition(MethodClasses.NameOf(method), permissions.Count > 0 ? output.Sdl.TrimEnd('!') : output.Sdl)
        {
            Description = XmlDescriptions.Of(method),
            Deprecated = method.GetCustomAttribute<GraphQLDeprecatedAttribute>()?.Reason,
            Arguments = [.. parameters.Select(parameter => parameter?.Argument).OfType<ArgumentDefinition>()],
            Resolver = new MethodField(owner, method, parameters, binding, output, own)
            {
                Reach = parents is null ? null : ParentReach.Of(composition.Entities.Find(typeName), requirement?.Permission),
            },
        };
        var dataClass = method.GetCustomAttribute<ClassifiedAttribute>()?.DataClass;
        new FieldFacts(dataClass, permissions, requirement?.Reason).WriteOn(field, composition.Entities.Find(typeName)?.Subject);
        SetSize(field, method, output.Sdl);
        return field;
    }

    private static void SetSize(FieldDefinition field, MethodInfo method, string type)
    {
        if (method.GetCustomAttribute<AssumedSizeAttribute>() is not { } assumed)
            return;
        if (!type.StartsWith('[') || assumed.Items < 1)
            throw new InvalidOperationException($"{method.Name} assumes a size of {assumed.Items}: only a list has one, and it is at least 1.");
        IReadOnlyList<string> slicing = [.. ListSize.Relay.SlicingArguments.Where(name => field.Arguments.Any(argument => argument.Name == name))];
        field.Features.Set(new ListSize { AssumedSize = assumed.Items, SlicingArguments = slicing });
    }

    private MethodOutput OutputOf(MethodInfo method, bool hasParents, string owner)
    {
        var returned = MethodResult.Of(method);
        if (MethodResult.SuccessOf(returned) is not null)
            throw new InvalidOperationException($"{method.Name} returns a Result, as only mutations do.");
        if (hasParents)
        {
            returned = MethodResult.ValuesOf(returned) ?? MethodResult.ItemsOf(returned)
                ?? throw new InvalidOperationException($"{method.Name} must return a dictionary by parent, or a list with one value for each parent.");
        }

        return MethodOutput.Of(TypeUse.Of(returned), method.GetCustomAttribute<ReferencesAttribute>()?.TypeName, composition.Outputs, owner);
    }
}

/// <summary>What methods say of who may ask.</summary>
internal static class Requirements
{
    /// <summary>The requirement of a method, or of its class; null where neither says anything.</summary>
    public static Requirement? Of(MethodInfo method) => Of((MemberInfo)method) ?? Of(method.DeclaringType!);

    private static Requirement? Of(MemberInfo member)
    {
        if (member.GetCustomAttribute<RequiresAttribute>() is { } requires)
            return Requirement.Of(requires.Permission);
        return member.GetCustomAttribute<PublicAttribute>() is { } open ? Requirement.Public(open.Reason) : null;
    }
}
