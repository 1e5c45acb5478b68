using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Scopes;
using Modular.Kernel.Provinces;

namespace Modular.Host.Schemas;

/// <summary>
/// The services of a request in its province and with its user's rights. The scope is opened with the first question: most queries are
/// answered without a service.
/// </summary>
internal sealed class EnteredServices(HttpContext http, Province province, ICurrentAccess access) : IServiceProvider
{
    private readonly Lock gate = new();
    private IServiceProvider? entered;

    public object? GetService(Type serviceType) => (entered ?? Enter()).GetService(serviceType);

    private IServiceProvider Enter()
    {
        lock (gate)
        {
            if (entered is not null)
                return entered;
            http.RequestServices.GetRequiredService<CurrentScope>().Enter(province, access);
            return entered = http.RequestServices;
        }
    }
}
