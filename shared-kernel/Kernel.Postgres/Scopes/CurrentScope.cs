using Modular.Kernel.Access;
using Modular.Kernel.Provinces;

namespace Modular.Kernel.Postgres.Scopes;

/// <summary>
/// The province and the access of a dependency-injection scope. Whoever opens the scope (a request, an event, a command, a test) enters
/// it once; everything resolved afterwards works in that province and with those rights.
/// </summary>
public sealed class CurrentScope : ICurrentProvince
{
    private Province? province;
    private ICurrentAccess? access;

    /// <inheritdoc />
    public Province Province => province ?? throw NotEntered();

    /// <summary>The rights of the scope.</summary>
    /// <exception cref="InvalidOperationException">The scope was not entered.</exception>
    public ICurrentAccess Access => access ?? throw NotEntered();

    /// <summary>Binds the scope.</summary>
    /// <exception cref="InvalidOperationException">The scope was already entered.</exception>
    public void Enter(Province inProvince, ICurrentAccess withAccess)
    {
        if (province is not null)
            throw new InvalidOperationException($"This scope already works in {province.Slug}.");
        province = inProvince;
        access = withAccess;
    }

    private static InvalidOperationException NotEntered() =>
        new("This scope works in no province yet: call CurrentScope.Enter before anything that needs one.");
}
