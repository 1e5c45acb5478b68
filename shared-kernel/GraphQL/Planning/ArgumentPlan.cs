using Modular.GraphQL.Execution;
using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Planning;

/// <summary>The arguments of a selected field: coerced ahead where no variable takes part (specification, section 6.4.1).</summary>
internal sealed class ArgumentPlan
{
    private static readonly ArgumentPlan None = new(ArgumentValues.Empty);

    private readonly Field? field;
    private readonly ValueNode?[] literals = [];
    private readonly PlanScope? scope;
    private readonly FieldNode? node;

    private ArgumentPlan(ArgumentValues constant) => Constant = constant;

    private ArgumentPlan(Field field, FieldNode node, ValueNode?[] literals, PlanScope scope)
    {
        this.field = field;
        this.node = node;
        this.literals = literals;
        this.scope = scope;
    }

    public ArgumentValues? Constant { get; }

    public static ArgumentPlan Create(Field field, FieldNode node, PlanScope scope)
    {
        if (field.Arguments.Count == 0) return None;
        var literals = new ValueNode?[field.Arguments.Count];
        var usesVariables = false;
        for (var i = 0; i < literals.Length; i++)
        {
            literals[i] = FindLiteral(node, field.Arguments[i].Name);
            usesVariables |= LiteralCoercion.UsesVariables(literals[i]);
        }

        var plan = new ArgumentPlan(field, node, literals, scope);
        return usesVariables ? plan : new ArgumentPlan(plan.Coerce(VariableValues.Empty));
    }

    private static ValueNode? FindLiteral(FieldNode node, string name)
    {
        foreach (var argument in node.Arguments)
        {
            if (argument.Name.Value == name) return argument.Value;
        }

        return null;
    }

    /// <exception cref="GraphQLException">A variable leaves a required argument without a value.</exception>
    public ArgumentValues Coerce(VariableValues variables)
    {
        if (Constant is not null) return Constant;
        var values = new object?[literals.Length];
        var present = new bool[literals.Length];
        for (var i = 0; i < literals.Length; i++) present[i] = TryCoerce(field!.Arguments[i], literals[i], variables, out values[i]);
        return new ArgumentValues(field!.Arguments, values, present);
    }

    private bool TryCoerce(Argument argument, ValueNode? literal, VariableValues variables, out object? value)
    {
        var isAbsent = literal is null || (literal is Variable variable && !variables.Has(variable.Name.Value));
        if (isAbsent)
        {
            value = argument.DefaultValue;
            if (argument.IsRequired) throw Missing(argument, literal);
            return argument.HasDefault;
        }

        if (LiteralCoercion.TryCoerce(argument.Type, literal!, variables, out value)) return true;
        throw IsNull(literal!, variables)
            ? Error($"Argument \"{argument.Name}\" of non-null type \"{argument.Type}\" must not be null.", literal!)
            : Error($"Argument \"{argument.Name}\" has an invalid value.", literal!);
    }

    private static bool IsNull(ValueNode literal, VariableValues variables)
        => literal is NullValue || (literal is Variable variable && variables.TryGetValue(variable.Name.Value, out var value) && value is null);

    private GraphQLException Missing(Argument argument, ValueNode? literal)
        => literal is Variable variable
            ? Error(
                $"Argument \"{argument.Name}\" of required type \"{argument.Type}\" was provided the variable \"${variable.Name.Value}\" which was not provided a runtime value.",
                literal)
            : Error($"Argument \"{argument.Name}\" of required type \"{argument.Type}\" was not provided.", node!);

    private GraphQLException Error(string message, SyntaxNode place)
        => new(new GraphQLError(message) { Locations = [scope!.Document.LocationOf(place)] });
}
