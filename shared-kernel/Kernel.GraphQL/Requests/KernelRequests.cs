using Modular.Kernel.Access;
using Modular.Kernel.Postgres.AccessLog;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Provinces;

namespace Modular.Kernel.GraphQL;

/// <summary>Begins requests with what all of them share, so that a request asks its services for nothing before a resolver does.</summary>
public sealed class KernelRequests(ProvinceDataSources databases, TimeProvider clock)
{
    /// <summary>Begins a request.</summary>
    /// <param name="province">The province that it works in.</param>
    /// <param name="access">Who asks.</param>
    /// <param name="services">The services of its resolvers, which work in that province and with those rights.</param>
    /// <param name="idempotencyKey">What the client sent as <c>Idempotency-Key</c>; null where it sent none.</param>
    /// <param name="circumstances">Finds out what the log of sensitive reads tells of the request.</param>
    public KernelRequest Begin(
        Province province, ICurrentAccess access, IServiceProvider services, string? idempotencyKey, Func<ReadCircumstances> circumstances) =>
        new(province, access, services, databases.Of(province.Id), clock)
        {
            IdempotencyKey = idempotencyKey,
            Circumstances = circumstances,
        };
}
