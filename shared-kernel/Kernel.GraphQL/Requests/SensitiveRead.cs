namespace Modular.Kernel.GraphQL;

/// <summary>
/// Sensitive personal data that a request was shown (Law 91/2025/QH15: every such reading is logged). It tells whose and which, never the
/// values.
/// </summary>
/// <param name="TypeName">The type of the objects.</param>
/// <param name="FieldName">The field.</param>
/// <param name="Keys">The keys of the objects.</param>
public sealed record SensitiveRead(string TypeName, string FieldName, IReadOnlyList<Guid> Keys);
