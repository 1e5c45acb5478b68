using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Modular.Kernel.Postgres.Entities;

/// <summary>What a module declares about its entities beyond their mapping.</summary>
public static class EntityDeclarations
{
    private const string ScopeAnnotation = "Modular:Scope";
    private const string HistoryAnnotation = "Modular:History";
    private const string VersionAnnotation = "Modular:Version";

    /// <summary>
    /// A row is seen by whoever holds the permission at the organization of this property. Called again with another
    /// property, either suffices.
    /// </summary>
    /// <exception cref="InvalidOperationException">The entity is already scoped by another permission or in another way.</exception>
    public static EntityTypeBuilder<TEntity> ScopedBy<TEntity, TKey>(
        this EntityTypeBuilder<TEntity> entity, Expression<Func<TEntity, TKey>> organization, string permission)
        where TEntity : class, IProvinceOwned
    {
        var scope = entity.Metadata.FindScope() ?? new EntityScope();
        if (scope.Parent is not null || scope.NotScopedBecause is not null || (scope.Permission ?? permission) != permission)
            throw EntityErrors.ScopedTwice(typeof(TEntity));
        return entity.SetScope(scope with
        {
            Permission = permission,
            OrganizationProperties = [.. scope.OrganizationProperties, NameOf(organization)],
        });
    }

    /// <summary>A row is seen by whoever holds the permission in the whole province, for instance because it is about people of several places.</summary>
    /// <exception cref="InvalidOperationException">The entity is already scoped in another way.</exception>
    public static EntityTypeBuilder<TEntity> ScopedToProvince<TEntity>(this EntityTypeBuilder<TEntity> entity, string permission)
        where TEntity : class, IProvinceOwned
    {
        if (entity.Metadata.FindScope() is not null)
            throw EntityErrors.ScopedTwice(typeof(TEntity));
        return entity.SetScope(new EntityScope { Permission = permission });
    }

    /// <summary>The member whom a row is about: a user whose reach is "self" sees rows about themselves.</summary>
    public static EntityTypeBuilder<TEntity> SelfIs<TEntity, TKey>(
        this EntityTypeBuilder<TEntity> entity, Expression<Func<TEntity, TKey>> member)
        where TEntity : class, IProvinceOwned
    {
        var scope = entity.Metadata.FindScope() ?? new EntityScope();
        return entity.SetScope(scope with { SelfProperty = NameOf(member) });
    }

    /// <summary>The account whose row it is: that user sees it, whatever permission others need.</summary>
    public static EntityTypeBuilder<TEntity> OwnerIs<TEntity, TKey>(
        this EntityTypeBuilder<TEntity> entity, Expression<Func<TEntity, TKey>> user)
        where TEntity : class, IProvinceOwned
    {
        var scope = entity.Metadata.FindScope() ?? new EntityScope();
        return entity.SetScope(scope with { OwnerProperty = NameOf(user) });
    }

    /// <summary>A row is seen by whoever sees the parent whose <c>Id</c> this property holds.</summary>
    /// <exception cref="InvalidOperationException">The entity is already scoped in another way.</exception>
    public static EntityTypeBuilder<TEntity> ScopedThrough<TEntity, TKey>(
        this EntityTypeBuilder<TEntity> entity, Expression<Func<TEntity, TKey>> parentId, Type parent)
        where TEntity : class, IProvinceOwned
    {
        if (entity.Metadata.FindScope() is not null)
            throw EntityErrors.ScopedTwice(typeof(TEntity));
        return entity.SetScope(new EntityScope { Parent = new ScopeParent(parent, NameOf(parentId)) });
    }

    /// <summary>
    /// Rows are of several modules and kinds: a row is seen by whoever holds the permission of its kind at its organization, as long as the module is enabled. Only composed
    /// reads see such rows; code that loads one checks it itself.
    /// </summary>
    internal static EntityTypeBuilder<TEntity> ScopedByKind<TEntity>(
        this EntityTypeBuilder<TEntity> entity,
        Expression<Func<TEntity, Guid>> organization,
        Expression<Func<TEntity, string>> kind,
        Expression<Func<TEntity, string>> module)
        where TEntity : class, IProvinceOwned => entity.SetScope(new EntityScope
        {
            OrganizationProperties = [NameOf(organization)],
            KindProperty = NameOf(kind),
            ModuleProperty = NameOf(module),
        });

    /// <summary>Every row of the province is open to whoever may ask for the field; the reason is for reviewers.</summary>
    /// <exception cref="InvalidOperationException">The entity is already scoped in another way.</exception>
    public static EntityTypeBuilder<TEntity> NotScoped<TEntity>(this EntityTypeBuilder<TEntity> entity, string because)
        where TEntity : class, IProvinceOwned
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(because);
        if (entity.Metadata.FindScope() is not null)
            throw EntityErrors.ScopedTwice(typeof(TEntity));
        return entity.SetScope(new EntityScope { NotScopedBecause = because });
    }

    /// <summary>
    /// The organization to which a row of an entity that is not scoped belongs: a single field that takes a permission of its own shows its value
    /// where the permission reaches that organization, and nothing elsewhere.
    /// </summary>
    /// <exception cref="InvalidOperationException">The entity is scoped, which says it already.</exception>
    public static EntityTypeBuilder<TEntity> StandsAt<TEntity, TKey>(
        this EntityTypeBuilder<TEntity> entity, Expression<Func<TEntity, TKey>> organization)
        where TEntity : class, IProvinceOwned
    {
        if (entity.Metadata.FindScope() is not { NotScopedBecause: not null } scope)
            throw EntityErrors.ScopedTwice(typeof(TEntity));
        return entity.SetScope(scope with { OrganizationProperties = [NameOf(organization)] });
    }

    /// <summary>
    /// Every change of the entity is written to the history of edits: who, when, each field before and after. Who may see it is told by
    /// the organization by which the entity is scoped.
    /// </summary>
    public static EntityTypeBuilder<TEntity> RecordsHistory<TEntity>(this EntityTypeBuilder<TEntity> entity)
        where TEntity : class, IProvinceOwned
    {
        entity.HasAnnotation(HistoryAnnotation, new HistoryDeclaration(null));
        return entity;
    }

    /// <summary>As the other overload, for an entity that everybody in the province may see: its history is for officers of this organization.</summary>
    public static EntityTypeBuilder<TEntity> RecordsHistory<TEntity, TKey>(
        this EntityTypeBuilder<TEntity> entity, Expression<Func<TEntity, TKey>> organization)
        where TEntity : class, IProvinceOwned
    {
        entity.HasAnnotation(HistoryAnnotation, new HistoryDeclaration(NameOf(organization)));
        return entity;
    }

    /// <summary>The property is the row's version: raised by each update, and compared with the one that was read.</summary>
    public static PropertyBuilder<int> IsVersion(this PropertyBuilder<int> property)
    {
        property.IsConcurrencyToken().HasAnnotation(VersionAnnotation, true);
        return property;
    }

    /// <summary>The entity's scope, or null where none was declared.</summary>
    public static EntityScope? FindScope(this IReadOnlyEntityType entity) =>
        entity.FindAnnotation(ScopeAnnotation)?.Value as EntityScope;

    /// <summary>Whether the changes of the entity are written to the history of edits.</summary>
    public static bool RecordsHistory(this IReadOnlyEntityType entity) => entity.FindAnnotation(HistoryAnnotation) is not null;

    /// <summary>The property that holds the organization whose officers may see the entity's history, where it is not that of the scope.</summary>
    internal static string? HistoryOrganization(this IReadOnlyEntityType entity) =>
        (entity.FindAnnotation(HistoryAnnotation)?.Value as HistoryDeclaration)?.Organization;

    /// <summary>Whether the property is the row's version.</summary>
    public static bool IsVersion(this IReadOnlyProperty property) => property.FindAnnotation(VersionAnnotation) is not null;

    private static EntityTypeBuilder<TEntity> SetScope<TEntity>(this EntityTypeBuilder<TEntity> entity, EntityScope scope)
        where TEntity : class
    {
        entity.HasAnnotation(ScopeAnnotation, scope);
        return entity;
    }

    private static string NameOf<TEntity, TKey>(Expression<Func<TEntity, TKey>> property) =>
        property.Body is MemberExpression { Member: PropertyInfo { Name: var name } }
            ? name
            : throw new ArgumentException("Name one property of the entity, as in m => m.OrganizationId.", nameof(property));

    private sealed record HistoryDeclaration(string? Organization);
}
