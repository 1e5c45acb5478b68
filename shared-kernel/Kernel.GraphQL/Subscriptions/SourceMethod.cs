using System.Reflection;
using Modular.GraphQL.CodeFirst;

namespace Modular.Kernel.GraphQL;

/// <summary>A method that opens the stream of events of a subscription, whatever the type of its events.</summary>
internal sealed class SourceMethod
{
    private static readonly MethodInfo BoxEvents = typeof(SourceMethod).GetMethod(nameof(Box), BindingFlags.NonPublic | BindingFlags.Static)!;
    private readonly MethodInfo method;
    private readonly Func<object, IAsyncEnumerable<object?>> box;

    private SourceMethod(MethodInfo method, Type eventType)
    {
        this.method = method;
        EventType = eventType;
        box = BoxEvents.MakeGenericMethod(eventType).CreateDelegate<Func<object, IAsyncEnumerable<object?>>>();
    }

    /// <summary>What an event is.</summary>
    public Type EventType { get; }

    /// <summary>What the method takes.</summary>
    public IReadOnlyList<ParameterInfo> Parameters => method.GetParameters();

    /// <summary>The method that feeds a subscription.</summary>
    /// <exception cref="InvalidOperationException">There is none, or it returns no stream.</exception>
    public static SourceMethod Of(MethodInfo subscription)
    {
        var name = subscription.GetCustomAttribute<SubscribeAttribute>()!.With;
        var found = subscription.DeclaringType!.GetMethod(name, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            ?? throw new InvalidOperationException($"{subscription.Name} is fed by {name}, which its class does not have.");
        var returned = found.ReturnType;
        return returned.IsGenericType && returned.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)
            ? new SourceMethod(found, returned.GetGenericArguments()[0])
            : throw new InvalidOperationException($"{name} must return an IAsyncEnumerable<T>, since it feeds {subscription.Name}.");
    }

    /// <summary>Opens the stream.</summary>
    public IAsyncEnumerable<object?> Open(object?[] arguments) =>
        box(method.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null)!);

    private static Boxed<T> Box<T>(object events) => new((IAsyncEnumerable<T>)events);

    /// <summary>The same stream, whose events are objects; its token goes on to the method.</summary>
    private sealed class Boxed<T>(IAsyncEnumerable<T> events) : IAsyncEnumerable<object?>
    {
        public async IAsyncEnumerator<object?> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            await foreach (var each in events.WithCancellation(cancellationToken))
                yield return each;
        }
    }
}
