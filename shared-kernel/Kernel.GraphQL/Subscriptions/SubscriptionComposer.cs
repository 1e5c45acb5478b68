using System.Reflection;
using Modular.GraphQL.CodeFirst;
using Modular.GraphQL.TypeSystem;

namespace Modular.Kernel.GraphQL;

/// <summary>Makes subscriptions of the methods that declare them.</summary>
internal sealed class SubscriptionComposer(Composition composition)
{
    /// <summary>Makes the subscription of a method.</summary>
    public FieldDefinition Make(MethodInfo method, string owner)
    {
        var name = MethodClasses.NameOf(method);
        var source = SourceMethod.Of(method);
        var requirement = Requirements.Of(method);
        var output = MethodOutput.Of(
            TypeUse.Of(MethodResult.Of(method)), method.GetCustomAttribute<ReferencesAttribute>()?.TypeName, composition.Outputs, owner);
        IReadOnlyList<string> own = requirement?.Permission is { } permission ? [permission] : [];
        IReadOnlyList<string> permissions = [.. own.Concat(output.Entities?.Table.Permissions ?? []).Distinct()];
        composition.CheckRequirement($"{KernelTypes.Subscription}.{name}", permissions, requirement?.Reason, isRoot: true, owner);

        var sourceParameters = source.Parameters.Select(parameter => MethodParameter.Of(parameter, composition.Types, owner)).ToList();
        var parameters = method.GetParameters()
            .Select(parameter => IsEvent(parameter, source) ? null : MethodParameter.Of(parameter, composition.Types, owner)).ToList();
        var field = new FieldDefinition(name, permissions.Count > 0 ? output.Sdl.TrimEnd('!') : output.Sdl)
        {
            Description = XmlDescriptions.Of(method),
            Deprecated = method.GetCustomAttribute<GraphQLDeprecatedAttribute>()?.Reason,
            Arguments = [.. Arguments([.. parameters.OfType<MethodParameter>(), .. sourceParameters])],
            Resolver = new SubscriptionField(owner, source, sourceParameters, new MethodTask(method), parameters, output, permissions),
        };
        var dataClass = method.GetCustomAttribute<ClassifiedAttribute>()?.DataClass;
        field.Features.Set(new FieldFacts(dataClass, permissions, requirement?.Reason));
        return field;
    }

    private static bool IsEvent(ParameterInfo parameter, SourceMethod source)
    {
        if (!parameter.IsDefined(typeof(EventMessageAttribute)))
            return false;
        return parameter.ParameterType.IsAssignableFrom(source.EventType)
            ? true
            : throw new InvalidOperationException(
                $"The event \"{parameter.Name}\" of {parameter.Member.Name} is a {parameter.ParameterType.Name}, but its stream gives {source.EventType.Name}.");
    }

    /// <summary>The arguments of both methods; what both take, the client gives once.</summary>
    private static IEnumerable<ArgumentDefinition> Arguments(IEnumerable<MethodParameter> parameters)
    {
        foreach (var same in parameters.Select(parameter => parameter.Argument).OfType<ArgumentDefinition>().GroupBy(argument => argument.Name))
        {
            var argument = same.FirstOrDefault(candidate => candidate.Description is not null) ?? same.First();
            yield return same.All(other => other.Type == argument.Type)
                ? argument
                : throw new InvalidOperationException($"The argument \"{same.Key}\" has another type in the method that opens the stream.");
        }
    }
}
