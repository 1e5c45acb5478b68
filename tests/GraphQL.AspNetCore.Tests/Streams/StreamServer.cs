using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Modular.GraphQL.AspNetCore.Streams;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Sdl;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.AspNetCore.Tests.Streams;

/// <summary>A Kestrel on a free port that serves subscriptions at <c>/graphql</c>. The token of a user is the user's name; <c>nobody</c> is refused.</summary>
public sealed class StreamServer : IAsyncLifetime
{
    private const string Sdl =
        """
        type Query {
          greeting(name: String = "world"): String!
          failing: String
        }

        type Mutation {
          rename(name: String!): String
        }

        type Subscription {
          "The numbers from 1."
          count(to: Int!): Int
          "Nothing, until the client leaves."
          silence: Int
          "Who asks, once."
          user: String
          "A text as large as asked, without an end."
          flood(size: Int!): String
        }
        """;

    private readonly TestSessions sessions = new();
    private WebApplication? application;

    public GraphQLStreamOptions Options { get; init; } = new();

    public HttpProtocols Protocols { get; init; } = HttpProtocols.Http1;

    public HttpClient Client { get; } = new();

    public Uri Address { get; private set; } = new("http://localhost");

    public static Schema Schema { get; } = Build(withSilence: true);

    public static Schema SchemaWithoutSilence { get; } = Build(withSilence: false);

    /// <summary>How many source streams are open.</summary>
    public int OpenSources => sessions.OpenSources;

    /// <summary>The turns that users took.</summary>
    internal TestTurns Turns => sessions.Turns;

    /// <summary>Changes what holds for a user from now on.</summary>
    internal void Change(string user, Func<TestSessions.Rule, TestSessions.Rule> change) => sessions.Change(user, change);

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = Protocols)).UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(new GraphQLEngine());
        application = builder.Build();
        application.UseWebSockets();
        application.MapGraphQL("/graphql", FindTarget, new GraphQLHttpOptions { MaxRequestBytes = 4096, Streams = Options }, sessions);
        await application.StartAsync();
        Address = new Uri(application.Urls.Single());
        Client.BaseAddress = Address;
    }

    public Task StopAsync() => application!.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (application is not null)
            await application.DisposeAsync();
    }

    /// <summary>Asks by POST and returns as soon as the answer begins.</summary>
    public async Task<EventReader> PostAsync(string query, string user = "an", string accept = "text/event-stream", object? variables = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent(JsonSerializer.Serialize(new { query, variables }), Encoding.UTF8, "application/json"),
        };
        return await SendAsync(request, user, accept);
    }

    public async Task<EventReader> SendAsync(HttpRequestMessage request, string user = "an", string accept = "text/event-stream")
    {
        request.Headers.TryAddWithoutValidation("Accept", accept);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", user);
        return new EventReader(await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken));
    }

    /// <summary>Opens a WebSocket.</summary>
    public async Task<SocketClient> ConnectAsync(string subprotocol = "graphql-transport-ws", string? origin = null)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol(subprotocol);
        if (origin is not null)
            socket.Options.SetRequestHeader("Origin", origin);
        var isNew = Protocols == HttpProtocols.Http2;
        (socket.Options.HttpVersion, socket.Options.HttpVersionPolicy) = (isNew ? HttpVersion.Version20 : HttpVersion.Version11, HttpVersionPolicy.RequestVersionExact);
        using var invoker = isNew ? new HttpMessageInvoker(new SocketsHttpHandler()) : null;
        await socket.ConnectAsync(new UriBuilder(Address) { Scheme = "ws", Path = "/graphql" }.Uri, invoker, TestContext.Current.CancellationToken);
        return new SocketClient(socket);
    }

    private static ValueTask<GraphQLTarget?> FindTarget(HttpContext context) =>
        ValueTask.FromResult<GraphQLTarget?>(new GraphQLTarget(Schema, new RequestContext { CancellationToken = context.RequestAborted }));

    private static Schema Build(bool withSilence)
    {
        var sdl = withSilence ? Sdl : Sdl.Replace("silence: Int", "quiet: Int", StringComparison.Ordinal);
        var builder = SdlReader.Read(sdl, resolverOf: ResolverOf);
        if (!withSilence)
            builder.AddAbsent("Subscription", "silence", "quiet-module");
        return builder.Build();
    }

    private static FieldResolver? ResolverOf(string type, string field) => (type, field) switch
    {
        ("Query", "greeting") => new ValueResolver<object?>((_, execution) => $"Hello, {execution.Arguments.Get<string>("name")}!"),
        ("Query", "failing") => new ValueResolver<object?>((_, _) => throw new GraphQLException("It fails.", "FAILED")),
        ("Mutation", "rename") => new ValueResolver<object?>((_, execution) => execution.Arguments.Get<string>("name")),
        ("Subscription", "count") => new Source(execution => Count(execution.Arguments.Get<int>("to"))),
        ("Subscription", "user") => new Source(execution => Once(execution.Request.Features.Get<TestSessions.UserName>()!.Name)),
        ("Subscription", "flood") => new Source(execution => Flood(new string('x', execution.Arguments.Get<int>("size")), execution.Request.Features.Get<TestSessions>()!)),
        ("Subscription", _) => new Source(execution => Silence(execution.Request.Features.Get<TestSessions>()!)),
        _ => null,
    };

    private static async IAsyncEnumerable<object?> Count(int last)
    {
        for (var number = 1; number <= last; number++)
        {
            await Task.Yield();
            yield return number;
        }
    }

    private static async IAsyncEnumerable<object?> Once(string value)
    {
        await Task.Yield();
        yield return value;
    }

    private static async IAsyncEnumerable<object?> Flood(
        string text, TestSessions sessions, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        sessions.Opened();
        try
        {
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await Task.Yield();
                yield return text;
            }
        }
        finally
        {
            sessions.Closed();
        }
    }

    private static async IAsyncEnumerable<object?> Silence(TestSessions sessions, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        sessions.Opened();
        try
        {
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
            yield break;
        }
        finally
        {
            sessions.Closed();
        }
    }

    private sealed class Source(Func<FieldExecution, IAsyncEnumerable<object?>> open) : SubscriptionResolver
    {
        public override ValueTask<IAsyncEnumerable<object?>> SubscribeAsync(FieldExecution execution) => new(open(execution));
    }
}

/// <summary>Sessions of users whose rights tests change.</summary>
internal sealed class TestSessions(Schema? schema = null) : GraphQLSessions
{
    private readonly ConcurrentDictionary<string, Rule> rules = new();
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private int openSources;

    public int OpenSources => Volatile.Read(ref openSources);

    public TestTurns Turns { get; } = new();

    public void Opened() => Interlocked.Increment(ref openSources);

    public void Closed() => Interlocked.Decrement(ref openSources);

    public void Change(string user, Func<Rule, Rule> change)
    {
        rules[user] = change(RuleOf(user));
        Interlocked.Exchange(ref changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    public override async ValueTask<GraphQLSession?> FindAsync(HttpContext http)
    {
        var user = http.Request.Headers.Authorization.ToString()["Bearer ".Length..];
        if (user != "nobody")
            return new Session(this, user);
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        await http.Response.WriteAsync("who?");
        return null;
    }

    public override ValueTask<GraphQLSession> FindAsync(HttpContext http, JsonElement payload)
    {
        var token = payload.ValueKind == JsonValueKind.Object && payload.TryGetProperty("Authorization", out var text) ? text.GetString() : null;
        return token is null or "Bearer nobody"
            ? throw new GraphQLException("Sign in first, with a name that is known to this server: đồng chí là ai vậy, xin cho biết họ tên, chi bộ và đảng bộ cơ sở của mình.", "UNAUTHENTICATED")
            : new ValueTask<GraphQLSession>(new Session(this, token["Bearer ".Length..]));
    }

    private Rule RuleOf(string user) => rules.GetOrAdd(user, _ => new Rule(schema ?? StreamServer.Schema, IsRefused: false, LivesFor: null));

    internal sealed record Rule(Schema Schema, bool IsRefused, TimeSpan? LivesFor);

    internal sealed record UserName(string Name);

    private sealed class Session(TestSessions sessions, string user) : GraphQLSession
    {
        public override string User => user;

        public override DateTimeOffset? ExpiresAt { get; } = TimeProvider.System.GetUtcNow() + sessions.RuleOf(user).LivesFor;

        public override ValueTask<GraphQLTarget> BeginAsync(CancellationToken cancellationToken)
        {
            var rule = sessions.RuleOf(user);
            if (rule.IsRefused)
                throw new GraphQLException("The account is closed.", "FORBIDDEN");
            var request = new RequestContext { CancellationToken = cancellationToken };
            request.Features.Set(new UserName(user)).Set(sessions);
            return new ValueTask<GraphQLTarget>(new GraphQLTarget(rule.Schema, request) { TakeTurn = _ => new(sessions.Turns.Offer(user)) });
        }

        public override ValueTask EndAsync(RequestContext request) => ValueTask.CompletedTask;

        public override Task NextChange => Volatile.Read(ref sessions.changed).Task;
    }
}
