using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.Modules;

namespace Modular.Kernel.GraphQL.Tests.Subscriptions;

/// <summary>A module whose subscriptions are all declared wrongly.</summary>
[Module("broken-subscriptions", Title = "Broken", VietnameseTitle = "Hỏng")]
public sealed class BrokenSubscriptionsModule : ModularModule
{
    public override void Register(ModuleBuilder module) => module.GraphQL(type => type.Namespace == GetType().Namespace);
}

[SubscriptionType]
internal static class BrokenSubscriptions
{
    /// <summary>Says nothing of who may.</summary>
    [Classified(DataClass.Internal)]
    [Subscribe(With = nameof(NumbersAsync))]
    public static int Open([EventMessage] int number) => number;

    /// <summary>Has no stream.</summary>
    [Public("test")]
    [Subscribe(With = "Nothing")]
    public static int Orphan([EventMessage] int number) => number;

    /// <summary>Has a single value for a stream.</summary>
    [Public("test")]
    [Subscribe(With = nameof(OnceAsync))]
    public static int Single([EventMessage] int number) => number;

    /// <summary>Takes events of another type.</summary>
    [Public("test")]
    [Subscribe(With = nameof(NumbersAsync))]
    public static string Confused([EventMessage] string text) => text;

    /// <summary>Takes an argument of another type.</summary>
    [Public("test")]
    [Subscribe(With = nameof(NumbersToAsync))]
    public static int Twofold([EventMessage] int number, string to) => to.Length + number;

    private static async IAsyncEnumerable<int> NumbersAsync()
    {
        await Task.Yield();
        yield return 1;
    }

    private static IAsyncEnumerable<int> NumbersToAsync(int to) => to > 0 ? NumbersAsync() : NumbersAsync();

    private static Task<int> OnceAsync() => Task.FromResult(1);
}
