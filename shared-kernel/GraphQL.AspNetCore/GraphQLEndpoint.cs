using System.Buffers;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Modular.GraphQL.AspNetCore.GraphiQL;
using Modular.GraphQL.AspNetCore.Requests;
using Modular.GraphQL.AspNetCore.Responses;
using Modular.GraphQL.AspNetCore.Streams;
using Modular.GraphQL.AspNetCore.Streams.WebSockets;
using Modular.GraphQL.AspNetCore.Uploads;
using Modular.GraphQL.Language;

namespace Modular.GraphQL.AspNetCore;

/// <summary>Answers the requests of one mapped address.</summary>
internal sealed class GraphQLEndpoint(GraphQLEngine engine, GraphQLTargetFinder findTarget, GraphQLHttpOptions options, StreamServices? streams)
{
    private readonly WebSocketEntrance? webSockets = streams is null ? null : new WebSocketEntrance(streams);

    public async Task AnswerAsync(HttpContext context)
    {
        if (options.ShowGraphiQL && HttpMethods.IsGet(context.Request.Method) && GraphiQLPage.IsWantedBy(context.Request))
        {
            await GraphiQLPage.SendAsync(context);
            return;
        }

        try
        {
            if (webSockets is not null && !HttpMethods.IsPost(context.Request.Method) && context.WebSockets.IsWebSocketRequest)
                await AnswerAsync(context, webSockets);
            else
                await AnswerAsync(context, ResponseFormat.PreferredBy(context.Request));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client is gone; there is nobody to answer.
        }
    }

    private static async Task AnswerAsync(HttpContext context, WebSocketEntrance webSockets)
    {
        if (await webSockets.AnswerAsync(context) is { } problem)
            await SendAsync(context, ResponseFormat.Json, problem);
    }

    private async Task AnswerAsync(HttpContext context, ResponseFormat? format)
    {
        var takesEvents = streams is not null && EventStream.IsAcceptedBy(context.Request);
        var parts = PartsNegotiation.PreferredBy(context.Request, takesEvents);
        if (format is null && takesEvents && parts != PartsFormat.Multipart)
        {
            await AnswerByEventsAsync(context);
            return;
        }

        if (format is null && parts == PartsFormat.None)
        {
            await SendAsync(context, ResponseFormat.Json, HttpProblem.NotAcceptable);
            return;
        }

        if (await findTarget(context) is not { } target)
            return;

        using var response = new ResponseBuffer(options.MaxResponseBytes);
        await using var files = new UploadedFiles();
        (GraphQLRequest Request, ExecutionOutcome Outcome)? answered;
        await using (target.Resources)
            answered = await AnswerAsync(context, target, format, parts, files, response);
        if (answered is not var (request, outcome))
            return;

        if (takesEvents && outcome is { Status: ExecutionStatus.OperationNotAllowed, Operation: OperationType.Subscription })
            await AnswerByEventsAsync(context, request, files);
        else if (format is not null)
            await SendAsync(context, format, StatusOf(outcome, format), response);
        else
            await SendPartAsync(context, outcome, response);
    }

    /// <summary>Reads a request and executes it.</summary>
    /// <returns>The request as it was read and how it ended; absent when the client has been answered already.</returns>
    private async ValueTask<(GraphQLRequest Request, ExecutionOutcome Outcome)?> AnswerAsync(
        HttpContext context, GraphQLTarget target, ResponseFormat? format, PartsFormat parts, UploadedFiles files, ResponseBuffer response)
    {
        var reading = await ReadAsync(context, files);
        if (reading.Request is not { } request)
        {
            await SendAsync(context, format ?? ResponseFormat.Json, reading.Problem!);
            return null;
        }

        reading = options.Documents.PutDocument(engine, target, request, mayKeep: Preflight.IsPassedBy(context.Request));
        if (reading.Request is not { } complete)
        {
            await SendAsync(context, format ?? ResponseFormat.Json, reading.Problem!);
            return null;
        }

        target.Request.Features.Set(files);
        return await ExecuteAsync(context, target, complete, format, parts, response) is { } outcome ? (request, outcome) : null;
    }

    /// <summary>Executes an operation when it is the user's turn. A response that comes in several parts is sent meanwhile.</summary>
    /// <returns>How it ended; absent when the client has been answered already.</returns>
    private async ValueTask<ExecutionOutcome?> ExecuteAsync(
        HttpContext context, GraphQLTarget target, GraphQLRequest request, ResponseFormat? format, PartsFormat parts, ResponseBuffer response)
    {
        // Taken only when the request has come in, so that whoever sends slowly keeps nobody waiting.
        var offer = await target.TakeTurn(context.RequestAborted);
        using var turn = offer.Turn;
        if (offer.Refusal is { } refusal)
        {
            context.Response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(refusal.RetryAfter.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            await SendAsync(context, format ?? ResponseFormat.Json, new HttpProblem(StatusCodes.Status429TooManyRequests, refusal.Code, refusal.Message));
            return null;
        }

        try
        {
            if (parts == PartsFormat.None)
                return await engine.ExecuteAsync(target.Schema, request, target.Request, response);
            using var incremental = await engine.ExecuteIncrementallyAsync(target.Schema, request, target.Request, response);
            if (!incremental.HasNext)
                return incremental.Outcome;
            await (parts == PartsFormat.Events ? SendEventsAsync(context, incremental, response) : SendPartsAsync(context, incremental, response));
        }
        catch (ResponseTooLargeException)
        {
            await SendAsync(context, format ?? ResponseFormat.Json, HttpProblem.ResponseTooLarge(options.MaxResponseBytes));
        }

        return null;
    }

    private static async Task SendPartAsync(HttpContext context, ExecutionOutcome outcome, ResponseBuffer only)
    {
        var stream = new MultipartStream(context);
        await stream.BeginAsync(StatusOf(outcome, ResponseFormat.GraphQLResponse));
        await stream.NextAsync(only.Written, isLast: true);
    }

    private async Task SendPartsAsync(HttpContext context, IncrementalResponse incremental, ResponseBuffer first)
    {
        var stream = new MultipartStream(context);
        await stream.BeginAsync(StatusCodes.Status200OK);
        await stream.NextAsync(first.Written, isLast: false);
        var left = new ResponseAllowance(options.MaxResponseBytes, first.Length);
        await foreach (var part in incremental.ReadAsync())
        {
            if (!left.Covers(part.Length))
            {
                using var refusal = RefusalOfParts();
                await stream.NextAsync(refusal.Written, isLast: true);
                return;
            }

            await stream.NextAsync(new ReadOnlySequence<byte>(part), isLast: !incremental.HasNext);
        }
    }

    private async Task SendEventsAsync(HttpContext context, IncrementalResponse incremental, ResponseBuffer first)
    {
        await using var sink = new EventStreamSink(context, streams!.Options.KeepAlive, streams.Clock);
        await sink.NextAsync(first.Written);
        var left = new ResponseAllowance(options.MaxResponseBytes, first.Length);
        await foreach (var part in incremental.ReadAsync())
        {
            if (!left.Covers(part.Length))
            {
                using var refusal = RefusalOfParts();
                await sink.NextAsync(refusal.Written);
                break;
            }

            await sink.NextAsync(new ReadOnlySequence<byte>(part));
        }

        await sink.CompleteAsync();
    }

    /// <summary>What stands in the place of further parts when they would be too large.</summary>
    private ResponseBuffer RefusalOfParts()
    {
        var refusal = new ResponseBuffer();
        HttpProblem.ResponseTooLarge(options.MaxResponseBytes).Write(refusal, isLastPart: true);
        return refusal;
    }

    /// <summary>Answers a client that takes nothing but events, whatever it asks.</summary>
    private async Task AnswerByEventsAsync(HttpContext context)
    {
        await using var files = new UploadedFiles();
        var reading = await ReadAsync(context, files);
        if (reading.Request is { } request)
            await AnswerByEventsAsync(context, request, files);
        else
            await SendAsync(context, ResponseFormat.Json, reading.Problem!);
    }

    private async Task AnswerByEventsAsync(HttpContext context, GraphQLRequest request, UploadedFiles files)
    {
        if (await streams!.Sessions.FindAsync(context) is not { } session)
            return;
        await using var sink = new EventStreamSink(context, streams.Options.KeepAlive, streams.Clock);
        var operation = new StreamedRequest(request, files, Preflight.IsPassedBy(context.Request));
        await streams.OperationsOf(session).RunAsync(operation, sink, context.RequestAborted);
        if (sink.IsWrongMethod)
            await SendAsync(context, ResponseFormat.Json, HttpProblem.MutationByGet);
        else
            await sink.CompleteAsync();
    }

    private async ValueTask<RequestReading> ReadAsync(HttpContext context, UploadedFiles files)
    {
        try
        {
            return HttpMethods.IsGet(context.Request.Method)
                ? QueryParameters.Read(context.Request.Query, options)
                : await ReadBodyAsync(context, files);
        }
        catch (BadHttpRequestException exception)
        {
            return HttpProblem.Unreadable(exception.StatusCode, options.MaxRequestBytes);
        }
    }

    private async ValueTask<RequestReading> ReadBodyAsync(HttpContext context, UploadedFiles files)
    {
        var request = context.Request;

        // Nothing is unpacked: a few compressed bytes may stand for any number.
        if (request.Headers.ContentEncoding.Count > 0)
            return HttpProblem.UnsupportedEncoding;

        if (request.ContentType == JsonBody.MediaType)
            return await JsonBody.ReadAsync(request, options, context.RequestAborted);
        var contentType = request.GetTypedHeaders().ContentType;
        if (JsonBody.IsJson(contentType))
            return await JsonBody.ReadAsync(request, options, context.RequestAborted);
        if (options.AllowUploads && MultipartBody.IsMultipart(contentType))
            return await MultipartBody.ReadAsync(context, contentType!, files, options);

        return HttpProblem.UnsupportedMediaType;
    }

    /// <summary>The status of an answered request (GraphQL-over-HTTP draft, sections 6.4.1 and 6.4.2).</summary>
    private static int StatusOf(ExecutionOutcome outcome, ResponseFormat format)
    {
        if (outcome is { Status: ExecutionStatus.OperationNotAllowed, Operation: OperationType.Mutation })
            return StatusCodes.Status405MethodNotAllowed;
        if (!format.HasSpeakingStatus || outcome.Status == ExecutionStatus.Executed)
            return StatusCodes.Status200OK;

        return outcome.Status switch
        {
            ExecutionStatus.Failed => StatusCodes.Status500InternalServerError,
            ExecutionStatus.TimedOut => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status400BadRequest,
        };
    }

    private static async Task SendAsync(HttpContext context, ResponseFormat format, HttpProblem problem)
    {
        using var response = new ResponseBuffer();
        problem.Write(response);
        var status = problem.IsOfWellFormedRequest && !format.HasSpeakingStatus ? StatusCodes.Status200OK : problem.Status;
        await SendAsync(context, format, status, response);
    }

    private static async Task SendAsync(HttpContext context, ResponseFormat format, int status, ResponseBuffer body)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = format.ContentType;
        response.ContentLength = body.Length;
        response.Headers.Vary = HeaderNames.Accept;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
        if (status == StatusCodes.Status405MethodNotAllowed)
            response.Headers.Allow = HttpMethods.Post;

        await body.CopyToAsync(response.BodyWriter, context.RequestAborted);
    }
}
