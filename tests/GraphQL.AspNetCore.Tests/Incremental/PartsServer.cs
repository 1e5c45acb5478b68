using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Modular.GraphQL.AspNetCore.Tests.Streams;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Sdl;

namespace Modular.GraphQL.AspNetCore.Tests.Incremental;

/// <summary>A Kestrel on a free port that serves a schema with <c>@defer</c> and <c>@stream</c> at <c>/graphql</c>.</summary>
public sealed class PartsServer : IAsyncLifetime
{
    private const string Sdl =
        """
        type Query {
          name: String!
          letters: [String!]
          "Nothing, until a test opens the gate."
          gated: String
          "Nothing, until the client leaves or the time is over."
          endless: String
          broken: String!
          inner: Query
        }

        type Mutation {
          change: Query
        }

        type Subscription {
          changed: Query
        }
        """;

    private WebApplication? application;

    /// <summary>What the field <c>gated</c> waits for.</summary>
    public TaskCompletionSource<string> Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the field <c>endless</c> was given up.</summary>
    public TaskCompletionSource GivenUp { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TimeSpan? ExecutionTimeout { get; init; }

    public long MaxResponseBytes { get; init; } = 1024 * 1024;

    /// <summary>Whether server-sent events are served.</summary>
    public bool ServesEvents { get; init; } = true;

    public HttpClient Client { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var schema = SdlReader.Read(Sdl, resolverOf: ResolverOf).AddIncrementalDelivery().Build();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(new GraphQLEngine(new GraphQLEngineOptions { ExecutionTimeout = ExecutionTimeout, StreamedItemsAtOnce = 2 }));
        application = builder.Build();
        application.UseWebSockets();
        application.MapGraphQL(
            "/graphql",
            context => ValueTask.FromResult<GraphQLTarget?>(new GraphQLTarget(schema, new RequestContext { CancellationToken = context.RequestAborted })),
            new GraphQLHttpOptions { MaxResponseBytes = MaxResponseBytes },
            ServesEvents ? new TestSessions(schema) : null);
        await application.StartAsync();
        Client.BaseAddress = new Uri(application.Urls.Single());
        Client.DefaultRequestHeaders.Authorization = new("Bearer", "an");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (application is not null)
            await application.DisposeAsync();
    }

    /// <summary>Asks by POST and returns as soon as the answer begins.</summary>
    public async Task<HttpResponseMessage> PostAsync(string query, string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent(JsonSerializer.Serialize(new { query }), Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    public async Task<SocketClient> ConnectAsync()
    {
        var socket = new System.Net.WebSockets.ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(new UriBuilder(Client.BaseAddress!) { Scheme = "ws", Path = "/graphql" }.Uri, TestContext.Current.CancellationToken);
        return new SocketClient(socket);
    }

    private FieldResolver? ResolverOf(string type, string field) => (type, field) switch
    {
        (_, "name") => Constant("an"),
        (_, "letters") => Constant(new[] { "a", "b", "c" }),
        (_, "broken") => new ValueResolver<object?>((_, _) => throw new GraphQLException("It is broken.", "BROKEN")),
        (_, "gated") => new DelegateResolver(async execution => ObjectLeafColumn.Of([await Gate.Task.WaitAsync(execution.CancellationToken)], execution.Planned.Field.Type)),
        (_, "endless") => new DelegateResolver(EndlessAsync),
        ("Subscription", _) => new Unopened(),
        _ => Constant(new object()),
    };

    private static ValueResolver<object?> Constant(object value) => new(_ => value);

    private sealed class Unopened : SubscriptionResolver
    {
        public override ValueTask<IAsyncEnumerable<object?>> SubscribeAsync(FieldExecution execution)
            => throw new InvalidOperationException("What is refused is not opened.");
    }

    private async ValueTask<Column> EndlessAsync(FieldExecution execution)
    {
        var never = new TaskCompletionSource<Column>();
        await using var registration = execution.CancellationToken.Register(() =>
        {
            GivenUp.TrySetResult();
            never.TrySetCanceled(execution.CancellationToken);
        });
        return await never.Task;
    }
}
