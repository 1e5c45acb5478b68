using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Modular.GraphQL.AspNetCore.Documents;
using Modular.GraphQL.AspNetCore.Uploads;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Planning;
using Modular.GraphQL.Sdl;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.AspNetCore.Tests;

/// <summary>A Kestrel on a free port that serves a small schema at <c>/{province}/graphql</c>, for provinces that it knows.</summary>
public sealed class GraphQLServer : IAsyncLifetime
{
    private const string Sdl =
        """
        "A small schema"
        type Query {
          greeting(name: String = "world"): String!
          province: String
          failing: String
          endless: String
          unplannable: String
        }

        type Mutation {
          rename(name: String!): String
          read(file: Upload!): File
          readAll(input: Files!): [File!]
        }

        type Subscription {
          ticks: Int
        }

        input Files {
          files: [Upload!]!
          note: String
        }

        type File {
          name: String
          type: String
          length: Int
          text: String
        }
        """;

    private WebApplication? application;

    public static GraphQLHttpOptions Options { get; } = new() { MaxRequestBytes = 4096, MaxUploadBytes = 64 * 1024, MaxUploadedFiles = 3 };

    /// <summary>Small bounds, so that tests reach them.</summary>
    public PersistedDocuments Documents { get; } = new(new PersistedDocumentOptions { MaxBytesPerTenant = 2048, MaxRegistrationsPerClient = 3, MaxDocumentBytes = 1024 });

    public static Schema Schema { get; } = BuildSchema();

    public HttpClient Client { get; } = new();

    public Uri Address { get; private set; } = new("http://localhost");

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(new GraphQLEngine(new GraphQLEngineOptions { ExecutionTimeout = TimeSpan.FromMilliseconds(200) }));
        application = builder.Build();
        application.MapGraphQL("/{province}/graphql", FindTarget, Options with { Documents = Documents });
        application.MapGraphQLSchema("/{province}/schema.graphql", context => ValueTask.FromResult(IsKnown(context) ? Schema : null));
        await application.StartAsync();
        Address = new Uri(application.Urls.Single());
        Client.BaseAddress = Address;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (application is not null)
            await application.DisposeAsync();
    }

    /// <summary>Sends JSON by POST.</summary>
    public Task<Reply> PostAsync(string json, string? accept = "application/graphql-response+json", string? contentType = "application/json") =>
        PostAsync(Encoding.UTF8.GetBytes(json), accept, contentType);

    public async Task<Reply> PostAsync(byte[] body, string? accept, string? contentType)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        return await SendAsync(HttpMethod.Post, "/nam-dinh/graphql", content, accept);
    }

    public Task<Reply> GetAsync(string address, string? accept = "application/graphql-response+json") =>
        SendAsync(HttpMethod.Get, address, null, accept);

    public async Task<Reply> SendAsync(HttpMethod method, string address, HttpContent? content, string? accept, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);

        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Reply((int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), body)
        {
            Allow = string.Join(", ", response.Content.Headers.Allow),
            Headers = response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value)),
        };
    }

    private static ValueTask<GraphQLTarget?> FindTarget(HttpContext context)
    {
        if (!IsKnown(context))
            return ValueTask.FromResult<GraphQLTarget?>(null);

        var request = new RequestContext { CancellationToken = context.RequestAborted };
        request.Features.Set(new Province((string)context.Request.RouteValues["province"]!));
        return ValueTask.FromResult<GraphQLTarget?>(new GraphQLTarget(Schema, request) { Documents = ScopeOf(context.Request) });
    }

    // Tests say by headers who they are and which province they mean to be in.
    private static DocumentScope ScopeOf(HttpRequest request) => new()
    {
        TrustedOnly = request.Headers.ContainsKey("Trusted-Only"),
        Shelf = request.Headers.ContainsKey("No-Registering") ? null : new DocumentShelf((string)request.RouteValues["province"]!, request.Headers["Client"].ToString()),
    };

    private static bool IsKnown(HttpContext context)
    {
        if (context.Request.RouteValues["province"] is "nam-dinh" or "ninh-thuan")
            return true;

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return false;
    }

    private static Schema BuildSchema()
    {
        var builder = SdlReader.Read(Sdl, resolverOf: ResolverOf);
        builder.Add(Upload.Scalar, "Tests");
        return builder.Build();
    }

    private static FieldResolver? ResolverOf(string type, string field) => (type, field) switch
    {
        ("Query", "greeting") => Reading((_, execution) => $"Hello, {execution.Arguments.Get<string>("name")}!"),
        ("Query", "province") => Reading((_, execution) => execution.Request.Features.Get<Province>()!.Code),
        ("Query", "failing") => Reading((_, _) => throw new GraphQLException("It fails.", "FAILED")),
        ("Query", "endless") => new DelegateResolver(EndlessAsync),
        ("Query", "unplannable") => new UnplannableResolver(),
        ("Mutation", "rename") => Reading((_, execution) => execution.Arguments.Get<string>("name")),
        ("Mutation", "read") => Reading((_, execution) => execution.Arguments.Get<Upload>("file")!.In(execution.Request)),
        ("Mutation", "readAll") => Reading((_, execution) => FilesOf(execution)),
        ("Subscription", _) => Reading((_, _) => 1),
        ("File", "name") => Reading((file, _) => ((UploadedFile)file!).FileName),
        ("File", "type") => Reading((file, _) => ((UploadedFile)file!).ContentType),
        ("File", "length") => Reading((file, _) => (int)((UploadedFile)file!).Length),
        ("File", "text") => Reading((file, _) => TextOf((UploadedFile)file!)),
        _ => null,
    };

    private static ValueResolver<object?> Reading(Func<object?, FieldExecution, object?> read) => new(read);

    private static async ValueTask<Column> EndlessAsync(FieldExecution execution)
    {
        var never = new TaskCompletionSource<Column>();
        await using var registration = execution.CancellationToken.Register(() => never.TrySetCanceled(execution.CancellationToken));
        return await never.Task;
    }

    private static UploadedFile[] FilesOf(FieldExecution execution)
    {
        var input = execution.Arguments.Get<InputObjectValue>("input")!;
        return [.. input.Get<Upload[]>("files")!.Select(file => file.In(execution.Request))];
    }

    private static string TextOf(UploadedFile file)
    {
        using var reader = new StreamReader(file.OpenRead());
        return reader.ReadToEnd();
    }

    private sealed record Province(string Code);

    private sealed class UnplannableResolver : FieldResolver
    {
        public override FieldResolver Plan(FieldPlanning planning) => throw new InvalidOperationException("A mistake in the program.");

        public override ValueTask<Column> ResolveAsync(FieldExecution execution) => throw new InvalidOperationException("Never planned.");
    }
}

/// <summary>What the server answered.</summary>
public sealed record Reply(int Status, string? ContentType, string Body)
{
    public string Allow { get; init; } = "";

    public Dictionary<string, string> Headers { get; init; } = [];

    /// <summary>The first error's message and code.</summary>
    public (string Message, string? Code) Error
    {
        get
        {
            var error = JsonDocument.Parse(Body).RootElement.GetProperty("errors")[0];
            return (error.GetProperty("message").GetString()!, error.GetProperty("extensions").GetProperty("code").GetString());
        }
    }
}
