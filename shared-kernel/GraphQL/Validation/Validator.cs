using System.Collections.Immutable;
using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Validation;

/// <summary>Checks a document against a schema before it is executed (specification, section 5).</summary>
public static class Validator
{
    /// <summary>Validates a document; all rules see it in one walk.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="document">The document.</param>
    /// <param name="options">What is not said by the specification; defaults for requests if absent.</param>
    /// <returns>The errors, worded and placed as graphql-js words and places them; none for a valid document.</returns>
    public static ImmutableArray<GraphQLError> Validate(Schema schema, Document document, ValidationOptions? options = null)
    {
        var context = new ValidationContext(schema, document, options ?? ValidationOptions.Default);
        try
        {
            // The rules recurse along selections, so the document's depth is looked at before any of them does.
            LimitRules.Check(context);
            var hooks = new RuleHooks();
            foreach (var rule in SpecifiedRules.All)
                rule(context).Attach(hooks);

            new DocumentWalker(context, hooks).Walk();
        }
        catch (ValidationAbortedException)
        {
            // The reason is the last of the errors.
        }

        return context.Errors;
    }
}
