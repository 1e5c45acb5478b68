using Modular.GraphQL.Planning;

namespace Modular.Kernel.GraphQL;

/// <summary>What resolvers of the kernel ask when an operation is planned.</summary>
internal static class PlanningExtensions
{
    /// <summary>The planned field that reads the parent rows.</summary>
    public static IRowSource RowSource(this FieldPlanning planning) => planning.ParentResolver as IRowSource
        ?? throw new InvalidOperationException(
            $"{planning.ParentType.Name}.{planning.Field.Name} is made of rows, but its parent field reads none.");
}
