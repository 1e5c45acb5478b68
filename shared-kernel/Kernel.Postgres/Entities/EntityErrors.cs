namespace Modular.Kernel.Postgres.Entities;

/// <summary>What is said when an entity is declared wrongly; every sentence names the entity and the way out.</summary>
internal static class EntityErrors
{
    public static InvalidOperationException ScopedTwice(Type entity) => new(
        $"{entity.Name} is already scoped in another way. An entity takes one of ScopedBy (one permission), ScopedThrough and NotScoped.");

    public static InvalidOperationException NoScope(string entity) => new(
        $"{entity} does not say who sees its rows. Add ScopedBy(property, permission), ScopedThrough(property, parent) or NotScoped(reason).");

    public static InvalidOperationException NotProvinceOwned(string entity) => new(
        $"{entity} is mapped by a module but does not implement IProvinceOwned.");

    public static InvalidOperationException KeyWithoutProvince(string entity) => new(
        $"The key of {entity} must begin with ProvinceId, as in HasKey(e => new {{ e.ProvinceId, e.Id }}).");

    public static InvalidOperationException UnknownScopeProperty(string entity, string property) => new(
        $"The scope of {entity} names {property}, which is not a mapped property.");

    public static InvalidOperationException UnknownParent(string entity, string parent) => new(
        $"{entity} is scoped through {parent}, which is not an entity of the same module with a property Id.");

    public static InvalidOperationException OtherProvince(string entity, object given, object expected) => new(
        $"A {entity} of province {given} can't be written in a transaction of province {expected}.");

    public static InvalidOperationException NotBound(Type context) => new(
        $"{context.Name} was made by hand. Take it from the scope of a request, or from IWrite, which bind it to a province.");
}
