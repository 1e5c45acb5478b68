using Modular.Kernel.Results;

namespace Modular.Organizations.Reorganizing.Steps;

/// <summary>Says of problems which step of a scheme meets them.</summary>
internal static class StepProblems
{
    private const string Input = "input.";

    /// <summary>The problem with its place in the scheme: <c>steps[0].parentId</c>, the first step being number 0 as in a list.</summary>
    public static Problem Of(this Problem problem, ReorganizationStep step)
    {
        var place = $"steps[{step.Position - 1}]";
        var within = problem.Field is { } field && field.StartsWith(Input, StringComparison.Ordinal) ? field[Input.Length..] : problem.Field;
        return problem with { Field = within is null ? place : $"{place}.{InputName(within)}" };
    }

    // What single acts call the organization and its kind has other names in a step.
    private static string InputName(string field) => field switch
    {
        "id" => "organizationId",
        "kind" => "kindCode",
        _ => field,
    };
}
