using Modular.Kernel.Access;
using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Provinces;

namespace Modular.Kernel.Postgres.Entities;

/// <summary>What ties a database context to the scope that it works for.</summary>
internal sealed record ContextBinding(
    string ModuleId, string Schema, ProvinceId Province, ICurrentAccess Access, TimeProvider Clock)
{
    /// <summary>The kinds of work items that follow what the module changes.</summary>
    public IReadOnlyList<WorkItemStatements> WorkItemKinds { get; init; } = [];

    /// <summary>Whether the rights cover the whole province, so that the context's queries need not ask where the user may look.</summary>
    public bool SeesAll { get; init; }

    /// <summary>The binding of a context that only shows its model: no province, no rights.</summary>
    public static ContextBinding ForModel(string schema) =>
        new("", schema, default, NoAccess.Instance, TimeProvider.System);

    private sealed class NoAccess : ICurrentAccess
    {
        public static readonly NoAccess Instance = new();

        public Guid? UserId => null;

        public string UserName => "";

        public Guid? MemberId => null;

        public Results.Language Language => Results.Language.Vietnamese;

        public PermissionScope ScopeOf(string permission) => PermissionScope.Nowhere;
    }
}
