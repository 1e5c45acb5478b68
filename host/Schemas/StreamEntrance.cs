using System.Text.Json;
using Modular.GraphQL.AspNetCore.Streams;
using Modular.Host.Identity;
using Modular.Kernel.Postgres.AccessLog;
using Modular.Kernel.Results;

namespace Modular.Host.Schemas;

/// <summary>Lets streams in: server-sent events by the request's own token, WebSocket connections by the one that their first message carries.</summary>
internal sealed class StreamEntrance(
    Admission admission, RequestEntrance entrance, TokenDirectory known, TokenReading tokens, EntranceChanges changes, IServiceScopeFactory scopes) : GraphQLSessions
{
    /// <inheritdoc />
    public override async ValueTask<GraphQLSession?> FindAsync(HttpContext http)
    {
        var owner = await known.OwnerOfAsync(http);
        var admitted = await admission.AdmitAsync(owner, RequestEntrance.ProvinceOf(http), http.RequestAborted);
        if (admitted.Refusal is null)
            return Begin(owner, admitted, RequestLanguage.Of(http.Request), RequestEntrance.IdempotencyKeyOf(http.Request), RequestCircumstances.Of(http));
        await admitted.Refusal.WriteAsync(http);
        return null;
    }

    /// <inheritdoc />
    public override async ValueTask<GraphQLSession> FindAsync(HttpContext http, JsonElement payload)
    {
        // Programs that are no browsers may have sent the header after all.
        var owner = Text(payload, "Authorization") is { } authorization
            ? await tokens.OfTextAsync(http, authorization)
            : await known.OwnerOfAsync(http);
        var language = Text(payload, "Accept-Language") is { } wanted ? RequestLanguage.Of(wanted) : RequestLanguage.Of(http.Request);
        var admitted = await admission.AdmitAsync(owner, RequestEntrance.ProvinceOf(http), http.RequestAborted);
        return admitted.Refusal is { } refusal
            ? throw refusal.ToException(language)
            : Begin(owner, admitted, language, idempotencyKey: null, RequestCircumstances.Of(http));
    }

    private HostSession Begin(TokenOwner owner, Admitted admitted, Language language, string? idempotencyKey, ReadCircumstances circumstances) =>
        new(owner, admitted.Province!.Province, language, admission, entrance, changes, scopes)
        {
            IdempotencyKey = idempotencyKey,
            Circumstances = circumstances,
        };

    private static string? Text(JsonElement payload, string name)
    {
        if (payload.ValueKind != JsonValueKind.Object)
            return null;
        var found = payload.EnumerateObject().FirstOrDefault(member => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
        return found.ValueKind == JsonValueKind.String ? found.GetString() : null;
    }
}
