using System.Security.Claims;
using Modular.GraphQL.AspNetCore;
using Modular.GraphQL.AspNetCore.Documents;
using Modular.GraphQL.Execution;
using Modular.GraphQL.TypeSystem;
using Modular.Host.Documents;
using Modular.Host.Identity;
using Modular.Host.Limits;
using Modular.Host.Provinces;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Scopes;

namespace Modular.Host.Schemas;

/// <summary>
/// Lets a request in: which province it asks, who asks, what they may do there, and which schema it is pinned to. Whoever is not let in
/// gets the reason as a GraphQL error.
/// </summary>
internal sealed class RequestEntrance(
    Admission admission, SchemaSnapshots schemas, IExecutionObserver observer, DocumentOptions documents, UserTurns turns)
{
    /// <summary>What the request is executed against, or null where it has been refused.</summary>
    public async ValueTask<GraphQLTarget?> FindTargetAsync(HttpContext http)
    {
        if (await EnterAsync(http) is not { } province)
            return null;
        var request = new KernelRequest(http.RequestServices) { IdempotencyKey = IdempotencyKeyOf(http.Request) };
        http.Response.RegisterForDisposeAsync(request);
        return MakeTarget(request, http.User, province, http.RequestAborted);
    }

    /// <summary>What an operation of somebody who has been let in is executed against.</summary>
    public GraphQLTarget MakeTarget(KernelRequest request, ClaimsPrincipal user, ServedProvince province, CancellationToken cancellationToken)
    {
        var context = request.ToContext(cancellationToken);
        context.Features.Set(observer);
        var account = request.Access.UserId ?? Guid.Empty;
        return new GraphQLTarget(schemas.Of(province.Modules), context)
        {
            Documents = ScopeOf(user, province),
            TakeTurn = cancellation => turns.TakeAsync(account, cancellation),
        };
    }

    /// <summary>The schema that the request may see, or null where it has been refused.</summary>
    public async ValueTask<Schema?> FindSchemaAsync(HttpContext http) =>
        await EnterAsync(http) is { } province ? schemas.Of(province.Modules) : null;

    // What a user registers is theirs alone: literals in a document may say whom they look for.
    private DocumentScope ScopeOf(ClaimsPrincipal principal, ServedProvince province) => new()
    {
        TrustedOnly = documents.IsTrustedOnly(province.Province.Slug),
        Shelf = documents.Registering && principal.FindFirstValue(ClaimTypes.NameIdentifier) is { } user
            ? new DocumentShelf(province.Province.Slug, user)
            : null,
    };

    private async ValueTask<ServedProvince?> EnterAsync(HttpContext http)
    {
        var admitted = await admission.AdmitAsync(http.User, ProvinceOf(http), http.RequestAborted);
        if (admitted.Refusal is { } refusal)
        {
            await refusal.WriteAsync(http);
            return null;
        }

        var access = admitted.Access!.In(RequestLanguage.Of(http.Request));
        http.RequestServices.GetRequiredService<CurrentScope>().Enter(admitted.Province!.Province, access);
        return admitted.Province;
    }

    /// <summary>The province that the address names, or null where it names none.</summary>
    public static string? ProvinceOf(HttpContext http) => http.Request.RouteValues["province"] as string;

    /// <summary>What makes a retry of a mutation safe.</summary>
    public static string? IdempotencyKeyOf(HttpRequest request) =>
        request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } key ? key : null;
}
