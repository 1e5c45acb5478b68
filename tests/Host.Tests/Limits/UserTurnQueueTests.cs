using Modular.Host.Limits;
using Xunit;

namespace Modular.Host.Tests.Limits;

public sealed class UserTurnQueueTests
{
    private static readonly Guid User = Guid.NewGuid();
    private readonly UserTurns turns = new(new LimitOptions { ConcurrentOperations = 1, WaitingOperations = 2 });
    private readonly CancellationToken never = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Those_who_wait_get_their_turns_in_the_order_in_which_they_came()
    {
        var first = await turns.TakeAsync(User, never);
        var second = turns.TakeAsync(User, never).AsTask();
        var third = turns.TakeAsync(User, never).AsTask();
        var fourth = await turns.TakeAsync(User, never);
        var waited = (second.IsCompleted, third.IsCompleted);

        first!.Dispose();
        (await second)!.Dispose();
        (await third)!.Dispose();
        var fifth = await turns.TakeAsync(User, never);

        Assert.Null(fourth);
        Assert.Equal((false, false), waited);
        Assert.NotNull(fifth);
    }

    [Fact]
    public async Task Whoever_stops_waiting_makes_room_for_another()
    {
        var first = await turns.TakeAsync(User, never);
        using var impatience = new CancellationTokenSource();
        var second = turns.TakeAsync(User, impatience.Token).AsTask();
        var third = turns.TakeAsync(User, never).AsTask();

        await impatience.CancelAsync();
        await Assert.ThrowsAsync<TaskCanceledException>(() => second);
        var fourth = turns.TakeAsync(User, never).AsTask();
        first!.Dispose();
        (await third)!.Dispose();

        Assert.NotNull(await fourth);
    }

    [Fact]
    public async Task A_turn_that_is_given_back_twice_counts_once()
    {
        var first = await turns.TakeAsync(User, never);
        first!.Dispose();
        first.Dispose();

        var second = turns.TakeAsync(User, never).AsTask();
        var third = turns.TakeAsync(User, never).AsTask();

        Assert.Equal((true, false), (second.IsCompleted, third.IsCompleted));
    }

    [Fact]
    public async Task One_user_does_not_wait_for_another()
    {
        var first = await turns.TakeAsync(User, never);
        var other = await turns.TakeAsync(Guid.NewGuid(), never);

        Assert.NotNull(first);
        Assert.NotNull(other);
    }
}
