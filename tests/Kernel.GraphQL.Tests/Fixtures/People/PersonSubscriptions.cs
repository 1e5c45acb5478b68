using System.Runtime.CompilerServices;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;

namespace Modular.Kernel.GraphQL.Tests.Fixtures.People;

[SubscriptionType]
internal static class PersonSubscriptions
{
    /// <summary>People, one after the other.</summary>
    /// <param name="person">The person.</param>
    /// <param name="from">The first number.</param>
    [Requires(PeoplePermissions.Read)]
    [References("Person")]
    [Subscribe(With = nameof(ChangesAsync))]
    public static Guid PersonChanged([EventMessage] Guid person, int from) => from > 0 ? person : Guid.Empty;

    /// <summary>A figure with who hears of it.</summary>
    [Public("It tells nothing of anybody.")]
    [Subscribe(With = nameof(FiguresAsync))]
    [Classified(DataClass.Internal)]
    public static string Figure([EventMessage] FigureEvent figure, ICurrentAccess access) => $"{figure.Value} for {access.UserName}";

    private static async IAsyncEnumerable<Guid> ChangesAsync(int from, int to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var number = from; number <= to; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
            yield return PeopleWorld.PersonId(number);
        }
    }

    private static async IAsyncEnumerable<FigureEvent> FiguresAsync()
    {
        await Task.Yield();
        yield return new FigureEvent(1);
    }
}

internal sealed record FigureEvent(int Value);
