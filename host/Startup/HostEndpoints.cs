using Modular.GraphQL.AspNetCore;
using Modular.GraphQL.AspNetCore.Documents;
using Modular.Host.Downloads;
using Modular.Host.Exports;
using Modular.Host.Identity.Passwords;
using Modular.Host.Identity.SignIn;
using Modular.Host.Limits;
using Modular.Host.Schemas;

namespace Modular.Host.Startup;

/// <summary>Everything that answers over HTTP.</summary>
internal static class HostEndpoints
{
    public static void Map(WebApplication application, HostSettings settings)
    {
        application.UseTransportSecurity(settings.Transport);
        application.UseAddressRates(application.Services.GetRequiredService<AddressRates>());
        application.UseRouting();
        application.UsePlainAnswers();
        application.UseAuthentication();
        application.UseAuthorization();
        application.MapAuth();
        application.MapCredentials();
        application.MapHealth();
        application.MapDownloads();
        // The entrance asks for the token itself, as for GraphQL.
        application.MapExports().AllowAnonymous();

        // Open to all because GraphiQL is served there; the entrance lets no operation in without a token, which it looks up by itself, so
        // that these addresses are answered ahead of the middleware that would decrypt it each time, and of all other.
        var entrance = application.Services.GetRequiredService<RequestEntrance>();
        var open = application.MapGroup("");
        open.AllowAnonymous().TakeShortWay(application);
        var streams = application.Services.GetRequiredService<StreamEntrance>();
        var options = settings.Limits.ToHttp(settings.GraphQL.GraphiQL) with
        {
            Documents = application.Services.GetRequiredService<PersistedDocuments>(),
            Streams = settings.Subscriptions,
        };
        open.MapGraphQL("/{province}/graphql", entrance.FindTargetAsync, options, streams);
        open.MapGraphQL("/graphql", entrance.FindTargetAsync, options, streams);
        if (settings.GraphQL.Introspection)
            application.MapGraphQLSchema("/{province}/schema.graphql", entrance.FindSchemaAsync);
    }
}
