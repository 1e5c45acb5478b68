using System.Text.Json;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.Organizations;
using Modular.Kernel.Time;

namespace Modular.Kernel.GraphQL.History;

// That values were shown is logged once for the edit, by the list that holds them.
/// <summary>A field before and after a change.</summary>
/// <param name="Name">The field, as the object's type calls it.</param>
/// <param name="Before">The value before; null where there was none. References are ids, as `node(id)` takes them.</param>
/// <param name="After">The value after; null where there is none.</param>
/// <param name="IsHidden">Whether the values are kept back, because reading the field takes a permission that you do not hold there.</param>
[Classified(DataClass.Internal)]
internal sealed record EditedField(
    string Name,
    [property: Classified(DataClass.Basic)] string? Before,
    [property: Classified(DataClass.Basic)] string? After,
    bool IsHidden);

/// <summary>The columns of an edit that its fields are told by.</summary>
internal sealed record EditedRow(string Module, string Entity, Guid? EntityId, Guid? SubjectId, Guid? OrganizationId, string Changes);

[ExtendObjectType("Edit")]
[Requires(HistoryPermissions.Read)]
internal static class EditedFields
{
    /// <summary>The type of the object, as in this schema where it has one: `Member`, `PartyCard` …</summary>
    [GraphQLName("objectType")]
    [Classified(DataClass.Internal)]
    public static IReadOnlyList<string> GetObjectTypes([Parents] IReadOnlyList<EditedRow> edits, HistoryFields declared) =>
        [.. edits.Select(edit => declared.Find(edit.Module, edit.Entity)?.TypeName ?? edit.Entity)];

    /// <summary>The fields that were changed, with their values where you may read these. What no field of the schema shows is left out.</summary>
    [GraphQLName("fields")]
    [Classified(DataClass.Sensitive)]
    public static async Task<IReadOnlyList<IReadOnlyList<EditedField>>> GetFieldsAsync(
        [Parents] IReadOnlyList<EditedRow> edits,
        HistoryFields declared,
        ICurrentAccess access,
        IOrganizationTree tree,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        Guid[] organizations = [.. edits.Select(edit => edit.OrganizationId).OfType<Guid>().Distinct()];
        var places = await tree.FindAsync(organizations, clock.Today(), cancellationToken);
        return [.. edits.Select(edit => FieldsOf(edit, PathOf(edit)))];

        string? PathOf(EditedRow edit) => edit.OrganizationId is { } id ? places.GetValueOrDefault(id)?.Path : null;

        IReadOnlyList<EditedField> FieldsOf(EditedRow edit, string? path)
        {
            if (declared.Find(edit.Module, edit.Entity) is not { } type)
                return [];
            using var changes = JsonDocument.Parse(edit.Changes);
            return
            [
                .. changes.RootElement.EnumerateObject()
                    .Select(change => (Field: type.Find(change.Name), change.Value))
                    .Where(change => change.Field is not null)
                    .Select(change => Shown(change.Field!, change.Value, MayRead(change.Field!, edit, path)))
                    .OrderBy(field => field.Name, StringComparer.Ordinal),
            ];
        }

        bool MayRead(HistoryField field, EditedRow edit, string? path) =>
            field.Permissions.All(permission => Covers(access.ScopeOf(permission), edit, path));
    }

    private static bool Covers(PermissionScope scope, EditedRow edit, string? path) =>
        scope.CoversProvince
        || (scope.Self is not null && scope.Self == edit.SubjectId)
        || (edit.OrganizationId is { } organization && path is not null && scope.Covers(organization, path));

    private static EditedField Shown(HistoryField field, JsonElement change, bool mayRead) => mayRead
        ? new EditedField(field.Name, Side(field, change, "before"), Side(field, change, "after"), IsHidden: false)
        : new EditedField(field.Name, null, null, IsHidden: true);

    private static string? Side(HistoryField field, JsonElement change, string side)
    {
        if (!change.TryGetProperty(side, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        if (field.ReferredType is { } type && value.ValueKind == JsonValueKind.String && value.TryGetGuid(out var key))
            return new GlobalId(type, key).ToString();
        return value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
    }
}
