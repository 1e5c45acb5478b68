using System.Buffers;
using Microsoft.AspNetCore.Http;
using Modular.GraphQL.AspNetCore.Responses;
using Modular.GraphQL.AspNetCore.Uploads;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Language;

namespace Modular.GraphQL.AspNetCore.Streams;

/// <summary>Where the responses of an operation go.</summary>
internal interface IResponseSink
{
    /// <summary>A subscription has begun; its first event may be long in coming.</summary>
    ValueTask BeginAsync();

    /// <summary>A response.</summary>
    ValueTask NextAsync(ReadOnlySequence<byte> response);

    /// <summary>The response of an operation that was not executed: errors alone. No other follows.</summary>
    ValueTask RejectAsync(ReadOnlySequence<byte> response, ExecutionOutcome outcome);
}

/// <summary>An operation that is answered as a stream.</summary>
/// <param name="Request">The operation.</param>
/// <param name="Files">What it brings with it; absent where it cannot bring any.</param>
/// <param name="MayKeepDocument">Whether it is one that no foreign page can send at will.</param>
internal readonly record struct StreamedRequest(GraphQLRequest Request, UploadedFiles? Files, bool MayKeepDocument);

/// <summary>Executes operations of a session, whatever their type: one response, or one for each event.</summary>
/// <param name="services">What all streams share.</param>
/// <param name="session">The session.</param>
/// <param name="refused">What is done when the session is over; absent where the operation itself is told.</param>
internal sealed class StreamedOperation(StreamServices services, GraphQLSession session, Func<GraphQLException, Task>? refused)
{
    /// <summary>Executes an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="sink">Where the responses go.</param>
    /// <param name="cancellationToken">Cancelled when the client has no more interest.</param>
    /// <returns>Whether it was executed; otherwise <see cref="IResponseSink.RejectAsync"/> has been called.</returns>
    /// <exception cref="OperationCanceledException">The client has no more interest.</exception>
    public async ValueTask<bool> RunAsync(StreamedRequest operation, IResponseSink sink, CancellationToken cancellationToken)
    {
        try
        {
            using var response = new ResponseBuffer(services.Http.MaxResponseBytes);
            var events = new SessionEvents(session, services, refused);
            var (request, outcome, isSent) = await ExecuteAsync(operation, events, response, sink, cancellationToken);
            if (outcome is { Status: ExecutionStatus.OperationNotAllowed, Operation: OperationType.Subscription })
                return await SubscribeAsync(request, events, sink, cancellationToken);
            if (outcome.Status != ExecutionStatus.Executed)
                await sink.RejectAsync(response.Written, outcome);
            else if (!isSent)
                await sink.NextAsync(response.Written);
            return outcome.Status == ExecutionStatus.Executed;
        }
        catch (ResponseTooLargeException)
        {
            var problem = HttpProblem.ResponseTooLarge(services.Http.MaxResponseBytes);
            await RejectAsync(sink, problem.Code, problem.Message);
            return false;
        }
        catch (GraphQLException refusal)
        {
            await RejectAsync(sink, refusal.Error.Code ?? ErrorCodes.Internal, refusal.Message);
            return false;
        }
    }

    /// <summary>Executes a query or mutation. A response that comes in several parts is sent while its context lasts.</summary>
    /// <returns>The request with its document, how it ended, and whether the response has been sent.</returns>
    private async ValueTask<(GraphQLRequest Request, ExecutionOutcome Outcome, bool IsSent)> ExecuteAsync(
        StreamedRequest operation, SessionEvents events, ResponseBuffer response, IResponseSink sink, CancellationToken cancellationToken)
    {
        var target = await events.BeginTargetAsync(cancellationToken);
        try
        {
            var reading = services.Documents.PutDocument(services.Engine, target, operation.Request, operation.MayKeepDocument);
            if (reading.Request is not { } request)
                throw new GraphQLException(reading.Problem!.Message, reading.Problem.Code);
            var offer = await target.TakeTurn(cancellationToken);
            using var turn = offer.Turn;
            if (offer.Refusal is { } refusal)
                throw new GraphQLException(refusal.Message, refusal.Code);
            if (operation.Files is not null)
                target.Request.Features.Set(operation.Files);
            using var incremental = await services.Engine.ExecuteIncrementallyAsync(target.Schema, request, target.Request, response);
            if (!incremental.HasNext)
                return (request, incremental.Outcome, IsSent: false);
            await sink.NextAsync(response.Written);
            var left = new ResponseAllowance(services.Http.MaxResponseBytes, response.Length);
            await foreach (var part in incremental.ReadAsync())
            {
                if (!left.Covers(part.Length))
                    throw new ResponseTooLargeException();
                await sink.NextAsync(new ReadOnlySequence<byte>(part));
            }

            return (request, incremental.Outcome, IsSent: true);
        }
        finally
        {
            await session.EndAsync(target.Request);
        }
    }

    private async ValueTask<bool> SubscribeAsync(GraphQLRequest request, SessionEvents events, IResponseSink sink, CancellationToken cancellationToken)
    {
        var most = services.Options.MaxSubscriptionsPerUser;
        using var place = services.Sessions.Counts.TryEnter(session.User, most)
            ?? throw new GraphQLException($"A user may have {most} subscriptions at once.", StreamErrorCodes.SubscriptionLimit);
        var whole = await events.BeginTargetAsync(cancellationToken);
        try
        {
            using var response = new ResponseBuffer();
            await using var subscription = await services.Engine.SubscribeAsync(whole.Schema, request, whole.Request, events, response);
            if (subscription.Outcome.Status != ExecutionStatus.Executed)
            {
                await sink.RejectAsync(response.Written, subscription.Outcome);
                return false;
            }

            await sink.BeginAsync();
            await foreach (var next in subscription.ReadAsync(cancellationToken))
                await sink.NextAsync(new ReadOnlySequence<byte>(next));
            return true;
        }
        finally
        {
            await session.EndAsync(whole.Request);
        }
    }

    private static async ValueTask RejectAsync(IResponseSink sink, string code, string message)
    {
        using var response = new ResponseBuffer();
        new HttpProblem(StatusCodes.Status400BadRequest, code, message).Write(response);
        await sink.RejectAsync(response.Written, new ExecutionOutcome(ExecutionStatus.OperationNotAllowed, Operation: null, 1, HasData: false));
    }
}
