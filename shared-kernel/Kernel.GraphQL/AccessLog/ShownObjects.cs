using Modular.GraphQL.Execution;

namespace Modular.Kernel.GraphQL;

/// <summary>The objects of which a field shows a value.</summary>
/// <param name="Parents">The objects.</param>
/// <param name="Slot">Which key of theirs tells whose data it is; null for their own.</param>
/// <param name="Shown">The values, as far as they are known; an object whose value is null is shown nothing of.</param>
internal readonly record struct ShownObjects(Rows Parents, int? Slot, Column? Shown)
{
    /// <summary>Adds whose data is shown, and says whether anybody's is.</summary>
    public bool AddSubjectsTo(HashSet<Guid> subjects)
    {
        var isShown = false;
        var keys = Parents is ReadRows { HasKeys: true } rows ? rows.Result.Keys(Slot ?? 0) : null;
        for (var index = 0; index < Parents.Count; index++)
        {
            if (Shown?.IsNull(index) == true)
                continue;
            isShown = true;
            var row = keys is null ? 0 : ((ReadRows)Parents).RowOf(index);
            // What is no row of the register is about nobody in particular.
            subjects.Add(keys is null || keys.IsNull(row) ? Guid.Empty : keys[row]);
        }

        return isShown;
    }
}
