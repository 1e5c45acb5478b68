using System.Runtime.ExceptionServices;

namespace Modular.Host.Startup;

/// <summary>
/// The way of the requests that come most: endpoints that answer for themselves are reached from routing directly. What else a request may
/// need, a WebSocket or the answer to a failure, is a pipeline of its own, which only those requests go through that need it.
/// </summary>
internal static class ShortWay
{
    private static readonly object FailureKey = new();

    /// <summary>Takes the endpoints out of the pipeline that follows on routing.</summary>
    public static TBuilder TakeShortWay<TBuilder>(this TBuilder endpoints, WebApplication application)
        where TBuilder : IEndpointConventionBuilder
    {
        var failing = Pipeline(application, Fail);
        endpoints.ShortCircuit();
        endpoints.Add(endpoint =>
        {
            var answer = endpoint.RequestDelegate!;
            var whole = Pipeline(application, answer);
            endpoint.RequestDelegate = http => HttpMethods.IsPost(http.Request.Method) ? AnswerAsync(http, answer, failing) : whole(http);
        });
        return endpoints;
    }

    private static RequestDelegate Pipeline(WebApplication application, RequestDelegate last)
    {
        var pipeline = ((IApplicationBuilder)application).New();
        pipeline.UsePlainAnswers();
        pipeline.UseWebSockets();
        pipeline.Run(last);
        return pipeline.Build();
    }

    private static async Task AnswerAsync(HttpContext http, RequestDelegate answer, RequestDelegate failing)
    {
        try
        {
            await answer(http);
            if (http.Response is { HasStarted: true } or { StatusCode: < StatusCodes.Status400BadRequest })
                return;
        }
        catch (Exception exception)
        {
            http.Items[FailureKey] = ExceptionDispatchInfo.Capture(exception);
        }

        await failing(http);
    }

    /// <summary>Does again what an endpoint did, before those who answer for failures.</summary>
    private static Task Fail(HttpContext http)
    {
        if (http.Items[FailureKey] is ExceptionDispatchInfo failure)
            failure.Throw();
        return Task.CompletedTask;
    }
}
