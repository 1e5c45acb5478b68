using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Query;
using Modular.Kernel.Provinces;

namespace Modular.Kernel.Postgres.Entities;

/// <summary>
/// Gives every entity its two filters, or the province's alone for those who see all of it. They refer to the context that runs the query, so one model serves all provinces and users.
/// </summary>
internal sealed class ScopeFilterConvention(ModuleDbContext context) : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(
        IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> conventionContext)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
        {
            if (entity.IsOwned())
                continue;
            entity.SetQueryFilter(ModuleDbContext.ProvinceFilter, ProvinceOf(entity));
            if (!context.Binding.SeesAll && ScopeOf(entity) is { } scope)
                entity.SetQueryFilter(ModuleDbContext.ScopeFilter, scope);
        }
    }

    private LambdaExpression ProvinceOf(IConventionEntityType entity)
    {
        Expression<Func<ProvinceId, bool>> isOurs = province => province == context.Province;
        var row = Expression.Parameter(entity.ClrType, "row");
        return Expression.Lambda(Apply(isOurs, Expression.Property(row, nameof(IProvinceOwned.ProvinceId))), row);
    }

    private LambdaExpression? ScopeOf(IConventionEntityType entity)
    {
        var scope = entity.FindScope()!;
        var row = Expression.Parameter(entity.ClrType, "row");
        if (scope.Parent is { } parent)
            return Expression.Lambda(SeenThrough(parent, row), row);
        if (scope.KindProperty is not null)
            return Expression.Lambda(Expression.Constant(false), row);
        if (scope.Permission is not { } permission)
            return null;

        Expression<Func<bool>> coversAll = () => context.CoversProvince(permission);
        var seen = CapturedValues.Inliner.Visit(coversAll.Body);
        foreach (var organization in scope.OrganizationProperties)
            seen = Expression.OrElse(seen, Apply(InReachOf(permission), NullableId(row, organization)));
        if (scope.SelfProperty is { } self)
        {
            // A row about nobody is not about somebody whose rights reach no own record.
            Expression<Func<Guid?, bool>> isSelf = member => member != null && member == context.CoveredSelf(permission);
            seen = Expression.OrElse(seen, Apply(isSelf, NullableId(row, self)));
        }

        if (scope.OwnerProperty is { } owner)
        {
            Expression<Func<Guid?, bool>> isOwner = user => user != null && user == context.Viewer;
            seen = Expression.OrElse(seen, Apply(isOwner, NullableId(row, owner)));
        }

        return Expression.Lambda(seen, row);
    }

    private Expression<Func<Guid?, bool>> InReachOf(string permission) => organization =>
        context.CoveredOrganizations(permission).Contains(organization)
        || context.Set<OrganizationTreeRow>().Any(place =>
            place.OrganizationId == organization
            && place.Standing.Contains(context.Today)
            && context.CoveredPathPatterns(permission).Any(pattern => EF.Functions.Like(place.Path, pattern)));

    private MethodCallExpression SeenThrough(ScopeParent parent, ParameterExpression row)
    {
        var set = Expression.Call(Expression.Constant(context), nameof(DbContext.Set), [parent.Entity]);
        var parentRow = Expression.Parameter(parent.Entity, "parent");
        var isParent = Expression.Lambda(
            Expression.Equal(NullableId(parentRow, "Id"), NullableId(row, parent.KeyProperty)), parentRow);
        return Expression.Call(typeof(Queryable), nameof(Queryable.Any), [parent.Entity], set, Expression.Quote(isParent));
    }

    private static UnaryExpression NullableId(ParameterExpression row, string property) =>
        Expression.Convert(Expression.Property(row, property), typeof(Guid?));

    private static Expression Apply<TArgument>(Expression<Func<TArgument, bool>> template, Expression argument) =>
        new ReplacingExpressionVisitor([template.Parameters[0]], [argument]).Visit(CapturedValues.Inliner.Visit(template.Body));
}
