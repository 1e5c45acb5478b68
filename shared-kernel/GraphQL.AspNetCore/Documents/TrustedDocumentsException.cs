namespace Modular.GraphQL.AspNetCore.Documents;

/// <summary>The manifests of trusted documents cannot be used.</summary>
/// <param name="problems">Everything that is wrong, each with its file.</param>
public sealed class TrustedDocumentsException(IReadOnlyList<string> problems)
    : Exception($"The manifests of trusted documents cannot be used:{string.Concat(problems.Select(problem => "\n  " + problem))}")
{
    /// <summary>Everything that is wrong, each with its file.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
