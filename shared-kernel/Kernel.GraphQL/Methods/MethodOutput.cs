using Modular.GraphQL.CodeFirst;
using Modular.GraphQL.Execution;

namespace Modular.Kernel.GraphQL;

/// <summary>How what a method returned is shown: as C# values, or as entities that are read anew by their keys.</summary>
/// <param name="Sdl">The field's type.</param>
/// <param name="Entities">The entities; null for C# values.</param>
/// <param name="WhenMissing">What stands for a parent of which the method says nothing.</param>
internal sealed record MethodOutput(string Sdl, EntityOutput? Entities, object? WhenMissing)
{
    /// <summary>How values of this use are shown.</summary>
    /// <param name="use">The C# type.</param>
    /// <param name="referenced">The type whose keys the values are, where <c>[References]</c> says so.</param>
    /// <param name="world">All types.</param>
    /// <param name="owner">Who contributes the field.</param>
    public static MethodOutput Of(TypeUse use, string? referenced, OutputTypes world, string owner)
    {
        if (world.EntityOf(use, referenced) is { } entities)
            return new MethodOutput(use.ToSdl(_ => entities.Table.Name), entities, use is { Item: not null, IsNullable: false } ? Array.Empty<object>() : null);
        return new MethodOutput(world.Types.Output(use, owner), null, DefaultOf(use));
    }

    private static object? DefaultOf(TypeUse use)
    {
        if (use.IsNullable)
            return null;
        if (use.Item is not null)
            return Array.Empty<object>();
        return use.Type.IsValueType && !use.Type.IsEnum ? Activator.CreateInstance(use.Type) : null;
    }

    /// <summary>Lays the values beside the parents.</summary>
    public ValueTask<Column> ShowAsync(FieldExecution execution, PlannedRows? plan, object?[] values) => Entities is null
        ? new ValueTask<Column>(ObjectColumns.From(values, execution.Planned.Field.Type, execution.Planned.Schema))
        : Entities.ReadAsync(execution, plan!, values, now: true);
}
