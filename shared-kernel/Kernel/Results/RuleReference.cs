namespace Modular.Kernel.Results;

/// <summary>The rule of the domain that a problem or a deadline stands on.</summary>
/// <param name="Id">The rule's number, for instance <c>ORG-04</c>.</param>
/// <param name="Instrument">The text in which it is written, for instance <c>Party Charter, Article 21</c>.</param>
public sealed record RuleReference(string Id, string Instrument);
