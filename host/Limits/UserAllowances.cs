using System.Collections.Concurrent;
using Modular.GraphQL.AspNetCore;
using Modular.GraphQL.Execution;
using Modular.Kernel.Results;

namespace Modular.Host.Limits;

/// <summary>
/// What one user may have executed on this host: so many operations and so much cost in a minute, and so many operations at a time. An operation's cost is spent when it has
/// been executed, so that the largest one that is allowed is executed too; whoever has spent more than there was waits until it has come back.
/// </summary>
internal sealed class UserAllowances(UserTurns turns, LimitOptions limits, TimeProvider clock)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    private static readonly LocalizedText TooManyWait = new(
        "Quá nhiều yêu cầu của bạn đang chờ xử lý. Hãy thử lại sau một giây.", "Too many of your operations are waiting already. Try again in a second.");

    // Two numbers stay for each account that was ever active; accounts are made by administrators only.
    private readonly ConcurrentDictionary<Guid, Meters> users = new();
    private readonly Rate requests = new(limits.RequestsPerMinute, clock);
    private readonly Rate costs = new(limits.CostPerMinute, clock);

    /// <summary>Waits for the user's turn to have an operation executed.</summary>
    /// <param name="user">The account.</param>
    /// <param name="language">The language of a refusal.</param>
    /// <param name="request">The operation, which tells its cost in the end.</param>
    /// <param name="cancellationToken">Cancelled when whoever waits has gone.</param>
    public async ValueTask<TurnOffer> TakeAsync(Guid user, Language language, RequestContext request, CancellationToken cancellationToken)
    {
        var meters = users.GetOrAdd(user, static _ => new Meters());
        if ((costs.Missing(ref meters.Cost) ?? requests.Take(ref meters.Requests)) is { } wait)
            return new TurnOffer(null, new TurnRefusal(RateErrorCodes.RateLimited, RateRefusal.OfUser.In(language), wait));
        var turn = await turns.TakeAsync(user, cancellationToken);
        if (turn is null)
            return new TurnOffer(null, new TurnRefusal(RateErrorCodes.TooManyRequests, TooManyWait.In(language), Soon));
        return new TurnOffer(costs.IsLimited ? new PaidTurn(turn, this, meters, request) : turn, null);
    }

    private sealed class Meters
    {
        public long Requests;
        public long Cost;
    }

    private sealed class PaidTurn(IDisposable turn, UserAllowances allowances, Meters meters, RequestContext request) : IDisposable
    {
        private bool isOver;

        public void Dispose()
        {
            if (isOver)
                return;
            isOver = true;
            allowances.costs.Charge(ref meters.Cost, request.Cost);
            turn.Dispose();
        }
    }
}
