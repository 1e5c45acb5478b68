using Modular.Kernel.Results;
using Xunit;

namespace Modular.Organizations.Tests;

/// <summary>What tests ask of problems.</summary>
internal static class Problems
{
    /// <summary>The codes and fields of all problems, in order.</summary>
    public static string[] Found<T>(this Result<T> result) => [.. result.Problems.Select(problem => $"{problem.Code} at {problem.Field}")];

    /// <summary>Asserts that exactly this stood in the way.</summary>
    public static void Refused<T>(this Result<T> result, params Problem[] problems) => Assert.Equal(problems, result.Problems);
}
