using Modular.Kernel.Access;
using Modular.Kernel.Results;

namespace Modular.Kernel.GraphQL;

/// <summary>Somebody with every kind of reach at once, for composing statements without a request.</summary>
internal sealed class SampleAccess : ICurrentAccess
{
    public static readonly SampleAccess Instance = new();

    private static readonly PermissionScope EveryPart = new()
    {
        Subtrees = [PathRange.Below("1.")],
        Organizations = [Guid.Empty],
        Self = Guid.Empty,
    };

    public Guid? UserId => null;

    public string UserName => "";

    public Guid? MemberId => null;

    public Language Language => Language.English;

    public PermissionScope ScopeOf(string permission) => EveryPart;
}
