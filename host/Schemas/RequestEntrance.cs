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
    ProvinceDirectory provinces, AccessDirectory directory, SchemaSnapshots schemas, IExecutionObserver observer, DocumentOptions documents, UserTurns turns)
{
    /// <summary>What the request is executed against, or null where it has been refused.</summary>
    public async ValueTask<GraphQLTarget?> FindTargetAsync(HttpContext http)
    {
        if (await EnterAsync(http) is not { } province)
            return null;
        var user = http.RequestServices.GetRequiredService<CurrentScope>().Access.UserId ?? Guid.Empty;
        var request = new KernelRequest(http.RequestServices) { IdempotencyKey = IdempotencyKeyOf(http.Request) };
        http.Response.RegisterForDisposeAsync(request);
        var context = request.ToContext(http.RequestAborted);
        context.Features.Set(observer);
        return new GraphQLTarget(schemas.Of(province.Modules), context)
        {
            Documents = ScopeOf(http, province),
            TakeTurn = cancellation => turns.TakeAsync(user, cancellation),
        };
    }

    /// <summary>The schema that the request may see, or null where it has been refused.</summary>
    public async ValueTask<Schema?> FindSchemaAsync(HttpContext http) =>
        await EnterAsync(http) is { } province ? schemas.Of(province.Modules) : null;

    // What a user registers is theirs alone: literals in a document may say whom they look for.
    private DocumentScope ScopeOf(HttpContext http, ServedProvince province) => new()
    {
        TrustedOnly = documents.IsTrustedOnly(province.Province.Slug),
        Shelf = documents.Registering && http.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } user
            ? new DocumentShelf(province.Province.Slug, user)
            : null,
    };

    private async ValueTask<ServedProvince?> EnterAsync(HttpContext http)
    {
        if (http.User.Identity is not { IsAuthenticated: true })
            return await RefuseAsync(http, EntranceRefusal.Unauthenticated);
        if (FindProvince(http) is not { } served)
            return await RefuseAsync(http, EntranceRefusal.UnknownProvince);

        var answer = await directory.OfAsync(http.User, served.Province.Id, http.RequestAborted);
        if (answer.IsVoid)
            return await RefuseAsync(http, EntranceRefusal.Unauthenticated);
        if (answer.Access is not { } access)
            return await RefuseAsync(http, EntranceRefusal.NoPlaceInProvince);

        http.RequestServices.GetRequiredService<CurrentScope>().Enter(served.Province, access.In(RequestLanguage.Of(http.Request)));
        return served;
    }

    // Without a province in the address, the one that the token names.
    private ServedProvince? FindProvince(HttpContext http) =>
        (http.Request.RouteValues["province"] as string ?? http.User.FindFirstValue(AccountClaims.OnlyProvince)) is { } slug
            ? provinces.State.Find(slug)
            : null;

    private static async ValueTask<ServedProvince?> RefuseAsync(HttpContext http, EntranceRefusal refusal)
    {
        await refusal.WriteAsync(http);
        return null;
    }

    private static string? IdempotencyKeyOf(HttpRequest request) =>
        request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } key ? key : null;
}
