using System.Reflection;

namespace Modular.Kernel.GraphQL;

/// <summary>Calls a method and awaits what it returns, whatever the task's type.</summary>
internal sealed class MethodTask
{
    private static readonly MethodInfo AwaitTask = typeof(MethodTask).GetMethod(nameof(OfTaskAsync), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo AwaitValueTask = typeof(MethodTask).GetMethod(nameof(OfValueTaskAsync), BindingFlags.NonPublic | BindingFlags.Static)!;
    private readonly MethodInfo method;
    private readonly Func<object?, ValueTask<object?>> await;

    public MethodTask(MethodInfo method)
    {
        this.method = method;
        var returned = method.ReturnType;
        var open = returned.IsGenericType ? returned.GetGenericTypeDefinition() : null;
        if (open == typeof(Task<>))
            await = AwaitTask.MakeGenericMethod(returned.GetGenericArguments()).CreateDelegate<Func<object?, ValueTask<object?>>>();
        else if (open == typeof(ValueTask<>))
            await = AwaitValueTask.MakeGenericMethod(returned.GetGenericArguments()).CreateDelegate<Func<object?, ValueTask<object?>>>();
        else
            await = static value => new ValueTask<object?>(value);
    }

    /// <summary>Calls the method; its exceptions come as they are.</summary>
    public ValueTask<object?> CallAsync(object?[] arguments) =>
        await(method.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null));

    private static async ValueTask<object?> OfTaskAsync<T>(object? task) => await (Task<T>)task!;

    private static async ValueTask<object?> OfValueTaskAsync<T>(object? task) => await (ValueTask<T>)task!;
}
