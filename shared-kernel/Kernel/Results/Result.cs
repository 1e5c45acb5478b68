using System.Diagnostics.CodeAnalysis;

namespace Modular.Kernel.Results;

/// <summary>A value, or the problems that stood in its way.</summary>
/// <typeparam name="T">What a success gives.</typeparam>
public readonly struct Result<T>
{
    private readonly T? value;
    private readonly IReadOnlyList<Problem>? problems;

    private Result(T? value, IReadOnlyList<Problem>? problems)
    {
        this.value = value;
        this.problems = problems;
    }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(true, nameof(value))]
    public bool Succeeded => problems is null;

    /// <summary>The problems; empty on success.</summary>
    public IReadOnlyList<Problem> Problems => problems ?? [];

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There are problems instead.</exception>
    public T Value => Succeeded
        ? value
        : throw new InvalidOperationException($"There is no value but a problem: {Problems[0].Code}.");

    /// <summary>A success.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A failure with one problem.</summary>
    public static implicit operator Result<T>(Problem problem) => new(default, [problem]);

    /// <summary>A failure with all problems that were found.</summary>
    /// <exception cref="ArgumentException">The list is empty.</exception>
    public static implicit operator Result<T>(List<Problem> problems) => new(
        default,
        problems.Count > 0 ? problems : throw new ArgumentException("A failure needs at least one problem.", nameof(problems)));
}
