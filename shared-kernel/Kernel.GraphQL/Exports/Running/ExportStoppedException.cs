using Modular.Kernel.Results;

namespace Modular.Kernel.GraphQL.Exports.Running;

/// <summary>An export cannot go on, for a reason that people are told.</summary>
internal sealed class ExportStoppedException(Problem problem) : Exception(problem.Code)
{
    /// <summary>The reason.</summary>
    public Problem Problem { get; } = problem;
}
