using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Modular.GraphQL.AspNetCore.GraphiQL;
using Modular.GraphQL.AspNetCore.Responses;
using Modular.GraphQL.AspNetCore.Streams;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.AspNetCore;

/// <summary>Puts GraphQL on an address, as the GraphQL-over-HTTP draft describes it.</summary>
public static class GraphQLEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Post];
    private static readonly string[] ReadingMethods = [HttpMethods.Get, HttpMethods.Head];

    // WebSocket connections over HTTP/2 begin with CONNECT (RFC 8441).
    private static readonly string[] MethodsWithStreams = [.. Methods, HttpMethods.Connect];

    /// <summary>Maps an address that answers GraphQL by POST and by GET and shows GraphiQL to browsers. A <see cref="GraphQLEngine"/> must
    /// be among the services.</summary>
    /// <param name="endpoints">Where to map it.</param>
    /// <param name="pattern">The address, for instance <c>/{province}/graphql</c>; the files of GraphiQL are served below it.</param>
    /// <param name="findTarget">Tells what a request is executed against.</param>
    /// <param name="options">What is taken in and shown; defaults if absent.</param>
    /// <param name="sessions">
    /// Lets streams in: operations of all types, subscriptions among them, over server-sent events (<c>Accept: text/event-stream</c>) and over WebSocket
    /// (<c>graphql-transport-ws</c>), for which <c>UseWebSockets</c> must come before the endpoints. Without it there are no streams.
    /// </param>
    /// <returns>The endpoints, for instance to require authorization. GraphiQL and its files are not among them.</returns>
    public static IEndpointConventionBuilder MapGraphQL(
        this IEndpointRouteBuilder endpoints, string pattern, GraphQLTargetFinder findTarget, GraphQLHttpOptions? options = null,
        GraphQLSessions? sessions = null)
    {
        options ??= new GraphQLHttpOptions();
        var engine = endpoints.ServiceProvider.GetRequiredService<GraphQLEngine>();
        if (options.ShowGraphiQL)
            endpoints.MapGet(pattern.TrimEnd('/') + "/graphiql/{file}", GraphiQLPage.SendFileAsync).ExcludeFromDescription();

        var streams = sessions is null ? null : StreamServices.Of(endpoints.ServiceProvider, engine, sessions, options);
        var endpoint = new GraphQLEndpoint(engine, findTarget, options, streams);
        return endpoints.MapMethods(pattern, streams is null ? Methods : MethodsWithStreams, endpoint.AnswerAsync);
    }

    /// <summary>Maps an address that answers with the SDL of a schema.</summary>
    /// <param name="endpoints">Where to map it.</param>
    /// <param name="pattern">The address, for instance <c>/{province}/schema.graphql</c>.</param>
    /// <param name="findSchema">Tells the schema; absent when the request has been answered already.</param>
    /// <returns>The endpoint.</returns>
    public static IEndpointConventionBuilder MapGraphQLSchema(
        this IEndpointRouteBuilder endpoints, string pattern, Func<HttpContext, ValueTask<Schema?>> findSchema) =>
        endpoints.MapMethods(pattern, ReadingMethods, async (HttpContext context) =>
        {
            if (await findSchema(context) is { } schema)
                await SdlFile.Of(schema).SendAsync(context);
        });
}
