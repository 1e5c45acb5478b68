using System.Diagnostics;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Planning;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL;

/// <summary>
/// Traces every field of an operation: one activity for all objects of its level, from the start of its resolver until its values were taken over. Meant for
/// looking at a slow operation, since an operation has many fields.
/// </summary>
/// <param name="inner">Who observes the execution besides.</param>
/// <param name="clock">Tells when fields began.</param>
public sealed class FieldTracing(IExecutionObserver inner, TimeProvider clock) : IExecutionObserver
{
    /// <inheritdoc />
    public void FieldFailed(Field field, ObjectType parentType, Exception exception) => inner.FieldFailed(field, parentType, exception);

    /// <inheritdoc />
    public void RequestFailed(Exception exception) => inner.RequestFailed(exception);

    /// <inheritdoc />
    public void FieldCompleted(PlannedField field, int parents, TimeSpan elapsed)
    {
        inner.FieldCompleted(field, parents, elapsed);
        if (!GraphQLTelemetry.Source.HasListeners()) return;
        var parent = Activity.Current?.Context ?? default;
        using var activity = GraphQLTelemetry.Source.StartActivity("graphql.field", ActivityKind.Internal, parent, startTime: clock.GetUtcNow() - elapsed);
        if (activity is not { IsAllDataRequested: true }) return;
        activity.DisplayName = $"{field.ParentType.Name}.{field.Field.Name}";
        activity.SetTag("graphql.field.type", field.ParentType.Name);
        activity.SetTag("graphql.field.name", field.Field.Name);
        activity.SetTag("graphql.field.owner", field.Field.Owner);
        activity.SetTag("graphql.field.parents", parents);
    }

    /// <inheritdoc />
    public void LevelCompleted(int depth, int fields) => inner.LevelCompleted(depth, fields);
}
