namespace Modular.GraphQL.Validation;

/// <summary>Ends a validation from the midst of a rule. It never leaves the <see cref="Validator"/>.</summary>
internal sealed class ValidationAbortedException : Exception;
