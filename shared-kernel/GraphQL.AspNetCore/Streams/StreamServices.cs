using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Modular.GraphQL.AspNetCore.Documents;
using Modular.GraphQL.Execution;

namespace Modular.GraphQL.AspNetCore.Streams;

/// <summary>What all streams of an address share.</summary>
/// <param name="Engine">Executes.</param>
/// <param name="Sessions">Lets in.</param>
/// <param name="Documents">The persisted documents.</param>
/// <param name="Options">Limits and habits of streams.</param>
/// <param name="Http">What is taken in and given out.</param>
/// <param name="Clock">Tells when credentials expire.</param>
/// <param name="Log">Takes failures of operations.</param>
/// <param name="HostStops">Cancelled when the host begins to stop.</param>
internal sealed record StreamServices(
    GraphQLEngine Engine,
    GraphQLSessions Sessions,
    PersistedDocuments Documents,
    GraphQLStreamOptions Options,
    GraphQLHttpOptions Http,
    TimeProvider Clock,
    ILogger Log,
    CancellationToken HostStops)
{
    public static StreamServices Of(IServiceProvider services, GraphQLEngine engine, GraphQLSessions sessions, GraphQLHttpOptions options) => new(
        engine,
        sessions,
        options.Documents,
        options.Streams,
        options,
        services.GetService<TimeProvider>() ?? TimeProvider.System,
        services.GetRequiredService<ILoggerFactory>().CreateLogger<StreamServices>(),
        services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);

    /// <summary>What executes the operations of a session.</summary>
    /// <param name="session">The session.</param>
    /// <param name="refused">What is done when the session is over; where it is absent, the operations are told.</param>
    public StreamedOperation OperationsOf(GraphQLSession session, Func<GraphQLException, Task>? refused = null) => new(this, session, refused);
}
