using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Planning;

/// <summary>What an object that a field returns, or the field itself, costs; set among the features of a field definition.</summary>
/// <param name="Weight">
/// The cost of each object, or of each call when the field returns a leaf. Without this fact an object costs 1 and a leaf nothing.
/// </param>
public sealed record FieldCost(double Weight);

/// <summary>
/// How many items a field may return, as the cost directives of IBM's draft tell it; set among the features of a field definition. Without this fact a
/// field with the arguments <c>first</c> or <c>last</c> is taken for a Relay connection or list that they slice.
/// </summary>
public sealed record ListSize
{
    /// <summary>What holds for fields with the arguments of the Relay convention.</summary>
    public static ListSize Relay { get; } = new() { SlicingArguments = ["first", "last"], SizedFields = ["edges", "nodes"] };

    /// <summary>The number of items when no slicing argument has a value.</summary>
    public int? AssumedSize { get; init; }

    /// <summary>The arguments that limit the number of items; the largest counts when several are given.</summary>
    public IReadOnlyList<string> SlicingArguments { get; init; } = [];

    /// <summary>The fields of the returned object that have that many items, when the field itself is no list.</summary>
    public IReadOnlyList<string> SizedFields { get; init; } = [];

    /// <summary>What is known of a field: what its definition says, else what its arguments tell; <see langword="null"/> when that is nothing.</summary>
    internal static ListSize? Of(Field field)
    {
        if (field.Features.Get<ListSize>() is { } told) return told;
        string[] slicing = [.. Relay.SlicingArguments.Where(name => field.FindArgument(name) is not null)];
        if (slicing.Length == 0) return null;
        return Relay with { SlicingArguments = slicing, SizedFields = field.Type.Nullable is ListType ? [] : Relay.SizedFields };
    }
}
