using Modular.Kernel.Results;

namespace Modular.Kernel.Postgres.Imports.Files;

/// <summary>Carries what is wrong with a file as a whole from the readers to the import, which answers it as a problem.</summary>
internal sealed class UnreadableFileException(Problem problem) : Exception(problem.Message(Language.English))
{
    public Problem Problem { get; } = problem;
}
