namespace Modular.Isolation.Tests.Cases;

/// <summary>A question that an attacker asks without knowing anything of the victim but what may be guessed.</summary>
/// <param name="Name">Which field and which of its arguments it is about.</param>
/// <param name="Document">The question.</param>
internal sealed record ReadingCase(string Name, string Document);
