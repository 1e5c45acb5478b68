using Microsoft.EntityFrameworkCore.Metadata;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Entities;

namespace Modular.Kernel.Postgres.Reads;

/// <summary>
/// Who may read which rows of a table, as SQL: the same declaration (<see cref="EntityScope"/>) from which the database context makes
/// its query filter.
/// </summary>
internal abstract class ReadScope
{
    /// <summary>The scope of an entity; null where every user of the province who may ask at all may read all rows.</summary>
    public static ReadScope? Of(IReadOnlyEntityType entity, ReadTable table, ReadModel model)
    {
        var scope = entity.FindScope() ?? throw EntityErrors.NoScope(entity.ClrType.Name);
        if (scope.Parent is { } parent)
            return new ThroughParent(model, parent.Entity, table.Column(parent.KeyProperty).QuotedName);
        if (scope is { KindProperty: { } kind, ModuleProperty: { } module })
        {
            return new ByKind(
                model,
                table.Column(kind).QuotedName,
                table.Column(module).QuotedName,
                [.. scope.OrganizationProperties.Select(property => table.Column(property).QuotedName)]);
        }

        if (scope.Permission is null)
            return null;
        return new ByReach(
            scope.Permission,
            [.. scope.OrganizationProperties.Select(property => table.Column(property).QuotedName)],
            scope.SelfProperty is null ? null : table.Column(scope.SelfProperty).QuotedName)
        {
            OwnerColumn = scope.OwnerProperty is null ? null : table.Column(scope.OwnerProperty).QuotedName,
        };
    }

    /// <summary>Where the rows of an entity stand, for the permissions of single fields; null where they stand nowhere, so that such a permission holds for all or none.</summary>
    public static ReadScope? PlaceOf(IReadOnlyEntityType entity, ReadTable table, ReadModel model)
    {
        var scope = entity.FindScope() ?? throw EntityErrors.NoScope(entity.ClrType.Name);
        if (scope is { NotScopedBecause: not null, OrganizationProperties: [var organization] })
            return new ByReach(permission: "", [table.Column(organization).QuotedName], selfColumn: null);
        return Of(entity, table, model);
    }

    /// <summary>Writes <c> and (…)</c>, or nothing where the user's reach is the whole province.</summary>
    public abstract void Write(SqlWriter writer, string alias);

    /// <summary>What the text of <see cref="Write"/> depends on; empty where nothing is written.</summary>
    public abstract string ShapeOf(ReadValues values);

    /// <summary>Whether the user reaches a few organizations only, the rows of which are fetched by them.</summary>
    public virtual bool IsNarrow(ReadValues values) => false;

    /// <summary>The same rows as another permission reaches them: what closes a single column.</summary>
    public abstract ReadScope Under(string otherPermission);

    /// <summary>Whether a row is seen exactly by whoever sees the row of that entity whose key the column holds.</summary>
    /// <param name="parent">The entity.</param>
    /// <param name="column">The column, as SQL writes it.</param>
    public virtual bool IsThrough(Type parent, string column) => false;

    /// <summary>Rows of organizations within the reach of a permission, and rows about the user.</summary>
    /// <param name="permission">The permission.</param>
    /// <param name="organizationColumns">The columns that hold organizations.</param>
    /// <param name="selfColumn">The column that holds the member; null where there is none.</param>
    /// <param name="within">The permission by which the rows were chosen already; null where they were not by another one.</param>
    private sealed class ByReach(string permission, IReadOnlyList<string> organizationColumns, string? selfColumn, string? within = null) : ReadScope
    {
        private static readonly string[] OfPartsWithoutSubtrees = ["none", "o", "s", "os"];
        private static readonly string[] OfParts = ["", "o", "s", "os"];

        /// <summary>The column that holds the account whose row it is; null where there is none.</summary>
        public string? OwnerColumn { get; init; }

        public override void Write(SqlWriter writer, string alias)
        {
            var scope = writer.Shape.ScopeOf(permission);
            if (ReachesAll(writer.Shape, scope))
                return;
            writer.Text(" and (false");
            foreach (var column in organizationColumns)
            {
                if (scope.Organizations.Count > 0)
                    WriteOrganizations(writer, $"{alias}.{column}");
                if (scope.Subtrees.Count > 0)
                    new SubtreeCondition(permission, scope).Write(writer.Text(" or "), $"{alias}.{column}");
            }

            if (selfColumn is not null && scope.Self is not null)
                writer.Text($" or {alias}.{selfColumn} = ").Parameter(new ScopeParameter(permission, ScopePart.Self));
            if (OwnerColumn is not null)
                writer.Text($" or {alias}.{OwnerColumn} = ").Parameter(ViewerParameter.Instance);
            writer.Text(")");
        }

        // A row of one's own was chosen by no permission, so that another one is asked about it.
        public override ReadScope Under(string otherPermission) =>
            new ByReach(otherPermission, organizationColumns, selfColumn, permission.Length > 0 && OwnerColumn is null ? permission : null);

        public override string ShapeOf(ReadValues values)
        {
            var scope = values.ScopeOf(permission);
            if (ReachesAll(values, scope))
                return "";
            var parts = (scope.Organizations.Count > 0 ? 1 : 0) + (scope.Self is null ? 0 : 2);
            return scope.Subtrees.Count == 0 ? OfPartsWithoutSubtrees[parts] : OfParts[parts] + SubtreeCondition.ShapeOf(scope);
        }

        public override bool IsNarrow(ReadValues values)
        {
            var scope = values.ScopeOf(permission);
            return !ReachesAll(values, scope) && scope is { CoversTree: false, IsBroad: false };
        }

        /// <summary>Whether every row is reached: those of the province, or those that were chosen by a permission that reaches no further.</summary>
        private bool ReachesAll(ReadValues values, PermissionScope scope) =>
            scope.CoversProvince || (within is not null && scope.Includes(values.ScopeOf(within)));

        private void WriteOrganizations(SqlWriter writer, string column) => writer
            .Text($" or {column} = any(").Parameter(new ScopeParameter(permission, ScopePart.Organizations)).Text(")");
    }

    /// <summary>Rows of several modules and kinds, each kind with a permission of its own.</summary>
    private sealed class ByKind(ReadModel model, string kindColumn, string moduleColumn, IReadOnlyList<string> organizationColumns) : ReadScope
    {
        private IEnumerable<(KindsOfPermission Kinds, ByReach Reach)> Kinds =>
            model.Kinds.Select(kinds => (kinds, new ByReach(kinds.Permission, organizationColumns, selfColumn: null)));

        public override void Write(SqlWriter writer, string alias)
        {
            writer.Text($" and ({alias}.{moduleColumn} in (select enabled.module from kernel.province_modules as enabled where enabled.province_id = ")
                .Parameter(ProvinceParameter.Instance).Text($" and enabled.enabled){OfTheSystem(alias)}) and (false");
            foreach (var (kinds, reach) in Kinds.Where(kinds => !writer.Shape.ScopeOf(kinds.Kinds.Permission).IsEmpty))
            {
                writer.Text($" or ({alias}.{kindColumn} = any(").Parameter(new ConstantParameter(kinds.Kinds)).Text(")");
                reach.Write(writer, alias);
                writer.Text(")");
            }

            writer.Text(")");
        }

        // Identifiers of modules are small letters, digits and hyphens, and these are constants of the program.
        private string OfTheSystem(string alias) =>
            string.Concat(model.AlwaysEnabled.Select(module => $" or {alias}.{moduleColumn} = '{module}'"));

        public override ReadScope Under(string otherPermission) => new ByReach(otherPermission, organizationColumns, selfColumn: null);

        public override string ShapeOf(ReadValues values) => $"k{string.Join(',', Kinds.Select(kinds => kinds.Reach.ShapeOf(values)))}";
    }

    /// <summary>Rows whose parent the user may read.</summary>
    private sealed class ThroughParent(ReadModel model, Type parent, string keyColumn, string? otherPermission = null) : ReadScope
    {
        private ReadTable Parent => model.TableOf(parent);

        private ReadScope? Reach => otherPermission is null ? Parent.Scope : Parent.Place?.Under(otherPermission);

        public override ReadScope Under(string permission) => new ThroughParent(model, parent, keyColumn, permission);

        public override bool IsThrough(Type entity, string column) => otherPermission is null && entity == parent && column == keyColumn;

        public override void Write(SqlWriter writer, string alias)
        {
            if (ShapeOf(writer.Shape).Length == 0)
                return;
            var through = alias + "_of";
            writer.Text($" and exists (select 1 from {Parent.QuotedName} as {through} where {through}.{Parent.Key.QuotedName} = {alias}.{keyColumn} and ")
                .Readable(Parent, through);
            if (otherPermission is not null)
                Reach!.Write(writer, through);
            writer.Text(")");
        }

        public override string ShapeOf(ReadValues values) => Reach?.ShapeOf(values) ?? "";
    }
}
