using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Validation.Rules;

/// <summary>Scalars and enums have no selections, all else must have some (specification, section 5.3.3).</summary>
internal sealed class ScalarLeafs(ValidationContext context) : IValidationRule
{
    public void Attach(RuleHooks hooks) => hooks.FieldEntered += Check;

    private static string Question(string name) => $" Did you mean \"{name} {{ ... }}\"?";

    private void Check(FieldNode field)
    {
        if (context.CurrentType is not { } type)
            return;

        var name = field.Name.Value;
        if (type.Named is not CompositeType && field.SelectionSet is { } selectionSet)
            context.Report($"Field \"{name}\" must not have a selection since type \"{type}\" has no subfields.", selectionSet);
        else if (type.Named is CompositeType && field.SelectionSet is null)
            context.Report($"Field \"{name}\" of type \"{type}\" must have a selection of subfields.{Question(name)}", field);
    }
}
