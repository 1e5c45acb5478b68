using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Modular.GraphQL.AspNetCore.Streams;

/// <summary>
/// An answer as server-sent events, as the distinct connections mode of the protocol GraphQL over SSE describes it: each response is an event
/// <c>next</c>, the last event is <c>complete</c>. While nothing happens, comments tell proxies and clients that the connection lives.
/// </summary>
internal sealed class EventStream : IAsyncDisposable
{
    private const string MediaType = "text/event-stream";
    private static readonly byte[] Comment = ":\n\n"u8.ToArray();
    private static readonly byte[] Next = "event: next\n"u8.ToArray();
    private static readonly byte[] Complete = "event: complete\ndata:\n\n"u8.ToArray();
    private static readonly byte[] Data = "data: "u8.ToArray();
    private static readonly byte[] EndOfLine = "\n"u8.ToArray();

    private readonly HttpContext context;
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly PeriodicTimer timer;
    private readonly Task keepingAlive;

    private EventStream(HttpContext context, TimeSpan keepAlive, TimeProvider clock)
    {
        this.context = context;
        timer = new PeriodicTimer(keepAlive, clock);
        keepingAlive = KeepAliveAsync();
    }

    /// <summary>Whether the client asks for events.</summary>
    public static bool IsAcceptedBy(HttpRequest request)
    {
        foreach (var accepted in request.Headers.Accept)
        {
            // Few clients do; the others are not to pay for it.
            if (accepted is not null && accepted.Contains(MediaType, StringComparison.OrdinalIgnoreCase))
                return request.GetTypedHeaders().Accept.Any(range => range.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase) && range.Quality is not 0);
        }

        return false;
    }

    /// <summary>Sends the headers, so that the client knows at once that it is connected.</summary>
    /// <param name="context">The request that is answered.</param>
    /// <param name="keepAlive">How long the connection may be silent.</param>
    /// <param name="clock">Measures it.</param>
    public static async Task<EventStream> BeginAsync(HttpContext context, TimeSpan keepAlive, TimeProvider clock)
    {
        var response = context.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = MediaType + "; charset=utf-8";
        response.Headers[HeaderNames.Vary] = HeaderNames.Accept;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await response.Body.WriteAsync(Comment, context.RequestAborted);
        await response.Body.FlushAsync(context.RequestAborted);
        return new EventStream(context, keepAlive, clock);
    }

    /// <summary>Sends a response. It returns when the connection has taken it over, so that whoever makes responses goes no faster than the client.</summary>
    /// <param name="response">One JSON text.</param>
    public ValueTask NextAsync(ReadOnlySequence<byte> response) => SendAsync(async body =>
    {
        await body.WriteAsync(Next, context.RequestAborted);
        await WriteDataAsync(response);
        await body.WriteAsync(EndOfLine, context.RequestAborted);
    });

    /// <summary>Says that no more responses follow.</summary>
    public ValueTask CompleteAsync() => SendAsync(body => body.WriteAsync(Complete, context.RequestAborted));

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        timer.Dispose();
        await keepingAlive;
        turn.Dispose();
    }

    /// <summary>Writes something whole, between whatever else is written, and sends it.</summary>
    private async ValueTask SendAsync(Func<Stream, ValueTask> write)
    {
        await turn.WaitAsync(context.RequestAborted);
        try
        {
            await write(context.Response.Body);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
        finally
        {
            turn.Release();
        }
    }

    // A line break would end the field: JSON may have some between its tokens, and every line of data is a field of its own.
    private async ValueTask WriteDataAsync(ReadOnlySequence<byte> text)
    {
        var body = context.Response.Body;
        for (var isLast = false; !isLast;)
        {
            var end = text.PositionOf((byte)'\n');
            isLast = end is null;
            await body.WriteAsync(Data, context.RequestAborted);
            foreach (var piece in end is null ? text : text.Slice(0, end.Value))
                await body.WriteAsync(piece, context.RequestAborted);
            await body.WriteAsync(EndOfLine, context.RequestAborted);
            if (end is not null)
                text = text.Slice(text.GetPosition(1, end.Value));
        }
    }

    private async Task KeepAliveAsync()
    {
        try
        {
            while (await timer.WaitForNextTickAsync(context.RequestAborted))
                await SendAsync(body => body.WriteAsync(Comment, context.RequestAborted));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client is gone; whoever writes responses notices it as well.
        }
    }
}
