using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Modular.GraphQL;
using Modular.GraphQL.CodeFirst;
using Modular.GraphQL.Execution;
using Modular.GraphQL.TypeSystem;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;

namespace Modular.Kernel.GraphQL;

/// <summary>
/// A mutation: a method that returns a <see cref="Result{T}"/>, under its module's lane and the request's idempotency key. Problems that it
/// declares become the payload's errors.
/// </summary>
internal sealed class MutationField : GuardedResolver
{
    private const string Input = "input";
    private static readonly MethodInfo OutcomeOf = typeof(MutationOutcome).GetMethod(nameof(MutationOutcome.Of))!;
    private readonly string moduleId;
    private readonly MethodTask task;
    private readonly IReadOnlyList<MethodParameter> parameters;
    private readonly IReadOnlySet<Type> declaredProblems;
    private readonly MethodInfo toOutcome;

    public MutationField(
        string moduleId,
        MethodInfo method,
        Type successType,
        IReadOnlyList<MethodParameter> parameters,
        IReadOnlySet<Type> declaredProblems,
        IReadOnlyList<string> permissions)
        : base(permissions)
    {
        this.moduleId = moduleId;
        task = new MethodTask(method);
        this.parameters = parameters;
        this.declaredProblems = declaredProblems;
        toOutcome = OutcomeOf.MakeGenericMethod(successType);
    }

    /// <inheritdoc />
    protected override async ValueTask<Column> ResolveAllowedAsync(FieldExecution execution)
    {
        var outcome = await RunAsync(execution);
        var undeclared = outcome.Problems.FirstOrDefault(problem => !declaredProblems.Contains(problem.GetType()));
        if (undeclared is not null)
        {
            var message = undeclared.Message(execution.Kernel().Access.Language);
            throw new GraphQLException(new GraphQLError(message) { Code = undeclared.Code });
        }

        return new RowsColumn(new ObjectRows([outcome], (ObjectType)execution.Planned.Field.Type.Named));
    }

    private async ValueTask<MutationOutcome> RunAsync(FieldExecution execution)
    {
        var input = execution.Arguments.Raw(Input) as InputObjectValue;
        var clientMutationId = input?.Get<string>(MutationPayloads.ClientMutationId);
        if (SecretTexts.Check(execution, input) is { } refusal)
            return new MutationOutcome(null, [refusal], clientMutationId);
        object?[] arguments;
        try
        {
            arguments = [.. parameters.Select(parameter => parameter.Value(execution))];
        }
        catch (InputBindingException malformed)
        {
            var reason = new LocalizedText($"Dữ liệu đầu vào không hợp lệ: {malformed.Message}", malformed.Message);
            return new MutationOutcome(null, [new InvalidInput(reason) { Field = malformed.Path }], clientMutationId);
        }

        using (await execution.Kernel().Lanes.EnterAsync(moduleId, execution.CancellationToken))
        {
            BeginIdempotency(execution, clientMutationId);
            var result = await PatientCall.CallAsync(task, arguments, execution);
            return (MutationOutcome)toOutcome.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [result, clientMutationId], null)!;
        }
    }

    private static void BeginIdempotency(FieldExecution execution, string? clientMutationId)
    {
        var idempotency = execution.Kernel().Services.GetRequiredService<RequestIdempotency>();
        var key = execution.Kernel().IdempotencyKey ?? clientMutationId;
        if (string.IsNullOrEmpty(key))
        {
            idempotency.End();
            return;
        }

        var planned = execution.Planned;
        idempotency.Begin(key, $"{planned.Field.Name}/{planned.ResponseName}", StableText.Of(planned.Field.Arguments, execution.Arguments));
    }
}

/// <summary>Coerced arguments in a form that is the same whenever they are the same.</summary>
internal static class StableText
{
    /// <summary>The arguments as JSON, in the schema's order.</summary>
    public static string Of(IReadOnlyList<Argument> arguments, ArgumentValues values) => JsonSerializer.Serialize(
        arguments.Where(argument => values.Has(argument.Name)).ToDictionary(argument => argument.Name, argument => Plain(values.Raw(argument.Name))));

    private static object? Plain(object? value) => value switch
    {
        InputObjectValue input => input.Fields.Where(field => field.Key != MutationPayloads.ClientMutationId)
            .OrderBy(field => field.Key, StringComparer.Ordinal)
            .ToDictionary(field => field.Key, field => Plain(field.Value)),
        object?[] items => items.Select(Plain).ToArray(),
        null => null,
        Enum member => member.ToString(),
        IFormattable formattable => formattable.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
