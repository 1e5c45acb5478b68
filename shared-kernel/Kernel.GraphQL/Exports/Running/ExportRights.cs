using System.Collections.Concurrent;
using System.Text.Json;
using Modular.Kernel.Access;
using Modular.Kernel.Results;

namespace Modular.Kernel.GraphQL.Exports.Running;

/// <summary>The rights that an export stood on: each that was asked about, with where it reached then.</summary>
internal sealed class ExportRights
{
    private readonly ConcurrentDictionary<string, PermissionScope> scopes = new(StringComparer.Ordinal);

    /// <summary>The rights of somebody, noted here as they are asked about.</summary>
    public ICurrentAccess Witness(ICurrentAccess access) => new WitnessedAccess(access, this);

    /// <summary>The rights as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(scopes);

    /// <summary>Whether somebody still holds all rights of which <see cref="ToJson"/> tells, as far as they reached then.</summary>
    public static bool AreHeldBy(ICurrentAccess access, string json) =>
        JsonSerializer.Deserialize<Dictionary<string, PermissionScope>>(json)!.All(right => access.ScopeOf(right.Key).Includes(right.Value));

    private void Note(string permission, PermissionScope scope) => scopes[permission] = scope;

    private sealed class WitnessedAccess(ICurrentAccess access, ExportRights rights) : ICurrentAccess
    {
        public Guid? UserId => access.UserId;

        public string UserName => access.UserName;

        public Guid? MemberId => access.MemberId;

        public Language Language => access.Language;

        public PermissionScope ScopeOf(string permission)
        {
            var scope = access.ScopeOf(permission);
            rights.Note(permission, scope);
            return scope;
        }
    }
}
