using Modular.GraphQL.CodeFirst;
using Modular.GraphQL.Execution;
using Modular.GraphQL.TypeSystem;
using Modular.Kernel.Access;
using Modular.Kernel.Results;

namespace Modular.Kernel.GraphQL;

/// <summary>Problems as object types that implement the interface <c>Problem</c>.</summary>
internal static class ProblemTypes
{
    /// <summary>The interface's name.</summary>
    public const string Interface = "Problem";

    /// <summary>The problems that every mutation may meet.</summary>
    public static readonly IReadOnlyList<Type> OfEveryMutation =
        [typeof(InvalidInput), typeof(NotFound), typeof(StaleVersion), typeof(IdempotencyKeyWasUsedForAnotherInput), typeof(NobodyActsOnTheirOwnCase)];

    /// <summary>A problem repeats what whoever made the change has written, and names organizations and members whom they may see.</summary>
    public const DataClass DataClass = Access.DataClass.Basic;

    /// <summary>The interface and what it refers to.</summary>
    public static IEnumerable<TypeDefinition> Definitions()
    {
        yield return new InterfaceTypeDefinition(Interface)
        {
            Description = "An expected failure of a mutation. The type's name is the sentence.",
            Fields = [.. CommonFields()],
        };
        yield return new ObjectTypeDefinition("RuleReference")
        {
            Description = "The rule of the domain on which a problem or a deadline stands.",
            ClrType = typeof(RuleReference),
            Fields =
            [
                new FieldDefinition("id", "String!") { Description = "The rule's number, for instance `ORG-04`.", Resolver = new ValueResolver<RuleReference>(rule => rule.Id) },
                new FieldDefinition("instrument", "String!") { Description = "The text in which the rule is written.", Resolver = new ValueResolver<RuleReference>(rule => rule.Instrument) },
            ],
        };
    }

    /// <summary>The object type of a problem: the interface's fields, then its own.</summary>
    public static ObjectTypeDefinition Of(Type problem, Func<RecordProperty, FieldDefinition> makeField)
    {
        var own = RecordProperty.Of(problem).Where(property => property.Property.DeclaringType == problem
            && property.Property.GetMethod!.GetBaseDefinition().DeclaringType == problem
            && property.Use.Type != typeof(LocalizedText));
        return new ObjectTypeDefinition(TypeMap.NameOf(problem))
        {
            Description = XmlDescriptions.Of(problem),
            ClrType = problem,
            Interfaces = [Interface],
            Fields = [.. CommonFields(), .. own.Select(makeField)],
        };
    }

    private static IEnumerable<FieldDefinition> CommonFields()
    {
        yield return Field("code", "String!", "The type's name in upper case; stable, for programs.", (problem, _) => problem.Code);
        yield return Field("message", "String!", "A sentence for people, in the language of the request.", (problem, execution) => problem.Message(execution.Kernel().Access.Language));
        yield return Field("field", "String", "The place in the input, for instance `input.name`; null where the whole input is meant.", (problem, _) => problem.Field);
        yield return Field("rule", "RuleReference", "The rule; null where the matter is technical.", (problem, _) => problem.Rule);
    }

    private static FieldDefinition Field(string name, string type, string description, Func<Problem, FieldExecution, object?> read) =>
        new(name, type) { Description = description, Resolver = new ValueResolver<Problem>(read) };
}
