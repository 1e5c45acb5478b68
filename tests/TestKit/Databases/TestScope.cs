using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Scopes;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Provinces;

namespace Modular.TestKit.Databases;

/// <summary>A scope that has entered a province, as that of a request has.</summary>
public sealed class TestScope : IAsyncDisposable
{
    private readonly AsyncServiceScope scope;

    internal TestScope(IServiceProvider services, Province province, ICurrentAccess access)
    {
        scope = services.CreateAsyncScope();
        Get<CurrentScope>().Enter(province, access);
    }

    /// <summary>A service of the scope.</summary>
    public T Get<T>()
        where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    /// <summary>The unit of work of a module.</summary>
    public IWrite<TContext> Write<TContext>()
        where TContext : ModuleDbContext => Get<IWrite<TContext>>();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => scope.DisposeAsync();
}
