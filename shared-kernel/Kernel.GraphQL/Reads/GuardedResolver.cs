using Modular.GraphQL;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Planning;

namespace Modular.Kernel.GraphQL;

/// <summary>
/// A field that is resolved only for users who hold its permissions. Without one the field is null for all parents, and one error tells
/// why, at the first of them: a page of 200 rows does not answer with 200 errors.
/// </summary>
internal abstract class GuardedResolver(IReadOnlyList<string> permissions) : FieldResolver
{
    /// <summary>The permissions, all of which are needed.</summary>
    protected IReadOnlyList<string> Permissions { get; } = permissions;

    /// <inheritdoc />
    public sealed override ValueTask<Column> ResolveAsync(FieldExecution execution)
    {
        if (Permissions.Count > 0)
        {
            var access = execution.Kernel().Access;
            foreach (var permission in Permissions)
            {
                if (!access.Holds(permission))
                    return new ValueTask<Column>(Denied(execution, permission));
            }
        }

        return ResolveAllowedAsync(execution);
    }

    /// <summary>The error of a user who lacks a permission.</summary>
    public static GraphQLError Forbidden(string what, string permission) =>
        KernelErrors.Lacks($"You may not read {what}: it takes the permission '{permission}'.", permission);

    /// <summary>The error of a user who lacks a permission that the field takes.</summary>
    public static GraphQLError Forbidden(PlannedField planned, string permission)
    {
        var verb = planned.ParentType == planned.Schema.MutationType ? "use" : "read";
        return KernelErrors.Lacks($"You may not {verb} {planned.ParentType.Name}.{planned.Field.Name}: it takes the permission '{permission}'.", permission);
    }

    /// <summary>Resolves the field for a user who may see it.</summary>
    protected abstract ValueTask<Column> ResolveAllowedAsync(FieldExecution execution);

    private static Column Denied(FieldExecution execution, string permission)
    {
        var planned = execution.Planned;
        if (execution.Parents.Count > 0)
            execution.AddError(0, Forbidden(planned, permission));
        return NullColumns.Of(planned.Field.Type, execution.Parents.Count, planned.Schema);
    }
}
