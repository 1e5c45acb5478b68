using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.Results;

namespace Modular.Kernel.GraphQL.Imports;

/// <summary>A sentence in both languages; either is null where there is nothing to say.</summary>
internal sealed record VerdictSentence(string Vietnamese, string English);

/// <summary>What is wrong with a whole file, in both languages.</summary>
internal sealed record BatchSentence(string? ProblemVietnamese, string? ProblemEnglish);

[ExtendObjectType("ImportVerdict")]
internal static class ImportVerdictMessage
{
    /// <summary>The sentence for people, in the language of the request.</summary>
    [Classified(DataClass.Basic)]
    public static IReadOnlyList<string> Message([Parents] IReadOnlyList<VerdictSentence> verdicts, ICurrentAccess access) =>
        [.. verdicts.Select(verdict => access.Language == Language.English ? verdict.English : verdict.Vietnamese)];
}

[ExtendObjectType("ImportBatch")]
internal static class ImportBatchProblem
{
    /// <summary>What is wrong with the file as a whole, in the language of the request; null where nothing is.</summary>
    [Classified(DataClass.Basic)]
    public static IReadOnlyList<string?> Problem([Parents] IReadOnlyList<BatchSentence> batches, ICurrentAccess access) =>
        [.. batches.Select(batch => access.Language == Language.English ? batch.ProblemEnglish : batch.ProblemVietnamese)];
}
