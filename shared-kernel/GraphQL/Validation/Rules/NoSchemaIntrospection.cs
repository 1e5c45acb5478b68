using Modular.GraphQL.Language;

namespace Modular.GraphQL.Validation.Rules;

/// <summary>Where introspection is off, documents do not ask for the schema. <c>__typename</c> stays: clients need it to tell types apart.</summary>
internal sealed class NoSchemaIntrospection(ValidationContext context) : IValidationRule
{
    public void Attach(RuleHooks hooks)
    {
        if (!context.Options.Introspection)
            hooks.FieldEntered += Check;
    }

    private void Check(FieldNode field)
    {
        if (field.Name.Value is not ("__schema" or "__type"))
            return;

        var message = $"GraphQL introspection has been disabled, but the requested query contained the field \"{field.Name.Value}\".";
        context.Report(new GraphQLError(message) { Code = ErrorCodes.IntrospectionDisabled }, field);
    }
}
