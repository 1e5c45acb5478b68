using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Planning;

/// <summary>What the definition of a field says of its cost, found out once.</summary>
/// <param name="Weight">The cost of each object that the field returns, or of each call where it returns a leaf.</param>
/// <param name="Size">How many items it may return; <see langword="null"/> when nothing is known.</param>
internal sealed record FieldCosts(double Weight, ListSize? Size)
{
    public static FieldCosts Of(Field field)
    {
        var weight = field.Features.Get<FieldCost>()?.Weight ?? (field.Type.Named is CompositeType ? 1 : 0);
        return new(weight, ListSize.Of(field));
    }
}
