namespace Modular.GraphQL.Validation;

/// <summary>A rule for one document.</summary>
internal interface IValidationRule
{
    /// <summary>Attaches the rule to what it wants to see. A rule that has nothing to say about the document attaches to nothing.</summary>
    void Attach(RuleHooks hooks);
}
