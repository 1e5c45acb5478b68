using Modular.GraphQL.AspNetCore;
using Modular.GraphQL.AspNetCore.Streams;
using Modular.GraphQL.Execution;
using Modular.Host.Identity;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.AccessLog;
using Modular.Kernel.Postgres.Scopes;
using Modular.Kernel.Provinces;
using Modular.Kernel.Results;

namespace Modular.Host.Schemas;

/// <summary>
/// Somebody who was let into a province and stays connected. Each operation and each event asks anew whether they may still be there and what they may do, and gets services
/// and a connection of its own, so that nothing is held while nothing happens.
/// </summary>
internal sealed class HostSession(
    TokenOwner owner,
    Province province,
    Language language,
    Admission admission,
    RequestEntrance entrance,
    EntranceChanges changes,
    IServiceScopeFactory scopes)
    : GraphQLSession
{
    public override string User => owner.UserId.ToString()!;

    public string? IdempotencyKey { get; init; }

    public ReadCircumstances Circumstances { get; init; } = ReadCircumstances.None;

    public override DateTimeOffset? ExpiresAt => owner.ExpiresAt;

    public override Task NextChange => changes.Next(province.Id);

    public override async ValueTask<GraphQLTarget> BeginAsync(CancellationToken cancellationToken)
    {
        var admitted = await admission.AdmitAsync(owner, province.Slug, cancellationToken);
        if (admitted.Refusal is { } refusal)
            throw refusal.ToException(language);

        var scope = scopes.CreateAsyncScope();
        try
        {
            scope.ServiceProvider.GetRequiredService<CurrentScope>().Enter(province, admitted.Access!.In(language));
            var request = new KernelRequest(scope.ServiceProvider) { IdempotencyKey = IdempotencyKey, Circumstances = () => Circumstances };
            var target = entrance.MakeTarget(request, admitted.Province!, cancellationToken);
            target.Request.Features.Set(new OpenScope(scope, request));
            return target;
        }
        catch
        {
            await scope.DisposeAsync();
            throw;
        }
    }

    public override async ValueTask EndAsync(RequestContext request)
    {
        var open = request.Features.Get<OpenScope>()!;
        await open.Request.DisposeAsync();
        await open.Scope.DisposeAsync();
    }

    private sealed record OpenScope(AsyncServiceScope Scope, KernelRequest Request);
}
