using Modular.GraphQL.Language;

namespace Modular.GraphQL.Validation.Rules;

/// <summary>Where the server wants none, strings do not hold the character U+0000.</summary>
internal sealed class NoNulCharacters(ValidationContext context) : IValidationRule
{
    /// <summary>What is said of such a string, in documents and in variables.</summary>
    public const string Message = "Strings must not hold the character U+0000.";

    public void Attach(RuleHooks hooks)
    {
        if (!context.Options.NulCharacters)
            hooks.ValueEntered += Check;
    }

    private void Check(ValueNode value)
    {
        if (value is StringValue text && text.Value.Contains('\0', StringComparison.Ordinal))
            context.Report(Message, text);
    }
}
