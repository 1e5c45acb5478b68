using System.Reflection;
using Modular.GraphQL.CodeFirst;
using Modular.GraphQL.Execution;
using Modular.GraphQL.TypeSystem;

namespace Modular.Kernel.GraphQL;

/// <summary>Makes mutations: the field, its payload, its error union and the problem types.</summary>
internal sealed class MutationComposer(Composition composition)
{
    private readonly HashSet<Type> knownProblems = [];

    /// <summary>Makes the mutation of a method, and adds the types that it needs.</summary>
    public FieldDefinition Make(MethodInfo method, string owner)
    {
        var name = MethodClasses.NameOf(method);
        var success = MethodResult.SuccessOf(MethodResult.Of(method))
            ?? throw new InvalidOperationException($"{method.Name} must return a Result<T>, since a mutation can fail by a rule.");
        var requirement = Requirements.Of(method);
        IReadOnlyList<string> permissions = requirement?.Permission is { } permission ? [permission] : [];
        composition.CheckRequirement($"{KernelTypes.Mutation}.{name}", permissions, requirement?.Reason, isRoot: true, owner);

        var parameters = method.GetParameters().Select(parameter => MethodParameter.Of(parameter, composition.Types, owner)).ToList();
        MarkInputs(method, owner);
        var problems = method.GetCustomAttributes<ErrorAttribute>().Select(error => error.ProblemType).Concat(ProblemTypes.OfEveryMutation).Distinct().ToList();
        foreach (var problem in problems)
            AddProblem(problem, owner);
        foreach (var type in MutationPayloads.Of(name, SuccessFields(success, owner), problems.Select(TypeMap.NameOf)))
            composition.Builder.Add(type, owner);

        var field = new FieldDefinition(name, $"{char.ToUpperInvariant(name[0])}{name[1..]}Payload!")
        {
            Description = XmlDescriptions.Of(method),
            Deprecated = method.GetCustomAttribute<GraphQLDeprecatedAttribute>()?.Reason,
            Arguments = [.. parameters.Select(parameter => parameter.Argument).OfType<ArgumentDefinition>()],
            Resolver = new MutationField(owner, method, success.Type, parameters, problems.ToHashSet(), permissions),
        };
        field.Features.Set(new FieldFacts(null, permissions, requirement?.Reason));
        return field;
    }

    /// <summary>Lets the input of the mutation carry the client's own mark.</summary>
    private void MarkInputs(MethodInfo method, string owner)
    {
        foreach (var parameter in method.GetParameters().Where(parameter => parameter.Name == "input"))
        {
            var input = composition.Types.InputRecord(TypeUse.Of(parameter).Type, owner);
            if (!input.IsOneOf && input.Fields.All(field => field.Name != MutationPayloads.ClientMutationId))
                input.Fields.Add(MutationPayloads.ClientMutationIdInput());
        }
    }

    private void AddProblem(Type problem, string owner)
    {
        if (!knownProblems.Add(problem))
            return;
        var definition = ProblemTypes.Of(problem, property => composition.MakeRecordField(property with { Owner = owner }, ProblemTypes.DataClass));
        composition.Types.Know(problem, definition.Name);
        composition.Builder.Add(definition, ProblemTypes.OfEveryMutation.Contains(problem) ? KernelTypes.Owner : owner);
    }

    /// <summary>What the payload shows of a success: an entity or a list of them under their name, the properties of a record, or a value.</summary>
    private IEnumerable<FieldDefinition> SuccessFields(NullabilityInfo success, string owner)
    {
        var use = TypeUse.Of(success);
        if (composition.Outputs.EntityOf(use, null) is { } entities)
        {
            var name = Names.CamelCase(entities.Table.Name);
            yield return new FieldDefinition(entities.IsList ? Plural(name) : name, entities.IsList ? $"[{entities.Table.Name}!]" : entities.Table.Name)
            {
                Description = "What was changed, as it stands now; null when nothing was.",
                Resolver = new EntityOutputField(entities, static outcome => ((MutationOutcome)outcome).Value),
            };
            yield break;
        }

        if (use.Item is not null || composition.Types.Leaf(use.Type, owner) is not null)
        {
            yield return new FieldDefinition("value", composition.Types.Output(use with { IsNullable = true }, owner))
            {
                Description = "What came of it; null when nothing was changed.",
                Resolver = new ValueResolver<MutationOutcome>(outcome => outcome.Value),
            };
            yield break;
        }

        if (composition.WhyNotShown(use.Type) is { } reason)
            throw new InvalidOperationException(reason);
        foreach (var property in RecordProperty.Of(use.Type))
            yield return SuccessField(property with { Owner = owner });
    }

    private FieldDefinition SuccessField(RecordProperty property)
    {
        var read = property.Getter();
        var shown = composition.MakeRecordField(property);
        object? Read(object outcome) => ((MutationOutcome)outcome).Value is { } value ? read(value) : null;
        var referenced = property.Attribute<ReferencesAttribute>()?.TypeName;
        return new FieldDefinition(shown.Name, shown.Type.TrimEnd('!'))
        {
            Description = shown.Description,
            Deprecated = shown.Deprecated,
            Resolver = composition.Outputs.EntityOf(property.Use, referenced) is { } entities
                ? new EntityOutputField(entities, Read)
                : new ValueResolver<MutationOutcome>(outcome => Shown(Read(outcome), property.Use.IdOf)),
        };
    }

    private static object? Shown(object? value, string? idOf) =>
        value is Guid key && idOf is not null ? new GlobalId(idOf, key).ToString() : value;

    private static string Plural(string name) => name.EndsWith('y') ? $"{name[..^1]}ies" : $"{name}s";
}
