using Modular.GraphQL.AspNetCore;
using Modular.GraphQL.AspNetCore.Documents;
using Modular.GraphQL.Execution;
using Modular.GraphQL.TypeSystem;
using Modular.Host.Documents;
using Modular.Host.Identity;
using Modular.Host.Limits;
using Modular.Host.Provinces;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;

namespace Modular.Host.Schemas;

/// <summary>
/// Lets a request in: which province it asks, who asks, what they may do there, and which schema it is pinned to. Whoever is not let in
/// gets the reason as a GraphQL error.
/// </summary>
internal sealed class RequestEntrance(
    TokenDirectory tokens, Admission admission, KernelRequests requests, SchemaSnapshots schemas, ExecutionObservers observers, DocumentOptions documents,
    UserAllowances allowances, VietnameseErrors vietnamese)
{
    /// <summary>What the request is executed against, or null where it has been refused.</summary>
    public async ValueTask<GraphQLTarget?> FindTargetAsync(HttpContext http)
    {
        if (await EnterAsync(http) is not { Province: { } served } admitted)
            return null;
        if (await SchemaOfAsync(http, served) is not { } schema)
            return null;
        var access = admitted.Access!.In(RequestLanguage.Of(http.Request));
        var services = new EnteredServices(http, served.Province, access);
        var request = requests.Begin(served.Province, access, services, IdempotencyKeyOf(http.Request), () => RequestCircumstances.Of(http));
        var target = MakeTarget(request, served, schema, http.RequestAborted);
        if (RequestLanguage.IsAskedFor(http.Request, Language.Vietnamese))
            target.Request.Features.Set<IErrorTexts>(vietnamese);
        return target with { Resources = request };
    }

    /// <summary>What an operation of somebody who has been let in is executed against.</summary>
    public GraphQLTarget MakeTarget(KernelRequest request, ServedProvince province, CancellationToken cancellationToken) =>
        schemas.TryFind(province.Modules, out var schema)
            ? MakeTarget(request, province, schema, cancellationToken)
            : throw EntranceRefusal.ModulesConflict.ToException(request.Access.Language);

    private GraphQLTarget MakeTarget(KernelRequest request, ServedProvince province, Schema schema, CancellationToken cancellationToken)
    {
        var context = request.ToContext(cancellationToken);
        context.Features.Set(observers.Of(province.Province.Id));
        var account = request.Access.UserId ?? Guid.Empty;
        return new GraphQLTarget(schema, context)
        {
            Documents = ScopeOf(account, province),
            TakeTurn = cancellation => allowances.TakeAsync(account, request.Access.Language, context, cancellation),
        };
    }

    /// <summary>The schema that the request may see, or null where it has been refused.</summary>
    public async ValueTask<Schema?> FindSchemaAsync(HttpContext http) =>
        (await EnterAsync(http)).Province is { } served ? await SchemaOfAsync(http, served) : null;

    private async ValueTask<Schema?> SchemaOfAsync(HttpContext http, ServedProvince served)
    {
        if (schemas.TryFind(served.Modules, out var schema))
            return schema;
        await EntranceRefusal.ModulesConflict.WriteAsync(http);
        return null;
    }

    // What a user registers is theirs alone: literals in a document may say whom they look for.
    private DocumentScope ScopeOf(Guid account, ServedProvince province) => new()
    {
        TrustedOnly = documents.IsTrustedOnly(province.Province.Slug),
        Shelf = documents.Registering ? new DocumentShelf(province.Province.Slug, account.ToString()) : null,
    };

    /// <summary>Who is let in where; whoever is not has been answered why.</summary>
    public async ValueTask<Admitted> EnterAsync(HttpContext http)
    {
        var owner = await tokens.OwnerOfAsync(http);
        http.User = owner.User;
        var admitted = await admission.AdmitAsync(owner, ProvinceOf(http), http.RequestAborted);
        if (admitted.Refusal is { } refusal)
            await refusal.WriteAsync(http);
        return admitted;
    }

    /// <summary>The province that the address names, or null where it names none.</summary>
    public static string? ProvinceOf(HttpContext http) => http.Request.RouteValues["province"] as string;

    /// <summary>What makes a retry of a mutation safe.</summary>
    public static string? IdempotencyKeyOf(HttpRequest request) =>
        request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } key ? key : null;
}
