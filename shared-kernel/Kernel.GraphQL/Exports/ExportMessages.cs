using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.Results;

namespace Modular.Kernel.GraphQL.Exports;

/// <summary>Why an export failed, in both languages.</summary>
internal sealed record ExportSentence(string? ProblemVietnamese, string? ProblemEnglish);

[ExtendObjectType("Export")]
internal static class ExportProblemMessage
{
    /// <summary>Why it failed, in the language of the request; null where it did not.</summary>
    [Classified(DataClass.Internal)]
    public static IReadOnlyList<string?> Problem([Parents] IReadOnlyList<ExportSentence> exports, ICurrentAccess access) =>
        [.. exports.Select(export => access.Language == Language.English ? export.ProblemEnglish : export.ProblemVietnamese)];
}
