using Modular.GraphQL.Execution;

namespace Modular.Kernel.GraphQL;

/// <summary>Which part of a list a request wants, by the arguments of a Relay connection.</summary>
/// <param name="Size">How many rows.</param>
/// <param name="Backward">Whether they are counted from the end.</param>
/// <param name="From">The cursor from which they are counted; null for the list's own beginning or end.</param>
internal readonly record struct PageWindow(int Size, bool Backward, string? From)
{
    /// <summary>How many rows a page has where the request does not say.</summary>
    public const int DefaultSize = 20;

    /// <summary>How many rows a page has at most where the declaration does not say.</summary>
    public const int MaximumSize = 200;

    /// <summary>Reads <c>first</c>, <c>after</c>, <c>last</c> and <c>before</c>.</summary>
    /// <exception cref="GraphQLException">They are too large, negative, or do not go together.</exception>
    public static PageWindow Of(ArgumentValues arguments, int maximum) => Of(
        new PageArguments(arguments.Get<int?>("first"), arguments.Get<string>("after"), arguments.Get<int?>("last"), arguments.Get<string>("before")), maximum);

    /// <summary>Reads the arguments of a field with code of its own.</summary>
    /// <exception cref="GraphQLException">They are too large, negative, or do not go together.</exception>
    public static PageWindow Of(PageArguments arguments, int maximum)
    {
        var (first, after, last, before) = arguments;
        if (first is not null && last is not null)
            throw Refused("Give either first or last, not both.");
        if (last is null && before is not null)
            throw Refused("before goes with last; to page forward give first and after.");
        if (last is not null && after is not null)
            throw Refused("after goes with first; to page backward give last and before.");
        var size = first ?? last ?? Math.Min(DefaultSize, maximum);
        if (size < 0 || size > maximum)
            throw Refused($"{(last is null ? "first" : "last")} must be from 0 to {maximum}, not {size}.");
        return new PageWindow(size, last is not null, after ?? before);
    }

    /// <summary>The error of arguments that make no page.</summary>
    public static GraphQLException Refused(string message) => new(message, KernelErrorCodes.BadInput);
}
