using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;

namespace Modular.Kernel.Postgres.Scopes;

/// <summary>
/// Whether the application keeps to province and reach by itself, above PostgreSQL's row-level security. No setting turns it off: only code that
/// sees the host's internals does, to prove that nothing of another province is seen then either.
/// </summary>
internal sealed class ApplicationFilters
{
    /// <summary>As everywhere.</summary>
    public static readonly ApplicationFilters On = new() { AreOff = false };

    /// <summary>No statement names the province or the reach, and no query of a context is filtered.</summary>
    public static readonly ApplicationFilters Off = new() { AreOff = true };

    private ApplicationFilters()
    {
    }

    public required bool AreOff { get; init; }

    /// <summary>Takes the filters off a context's queries, where they are off.</summary>
    public DbContextOptionsBuilder<TContext> ApplyTo<TContext>(DbContextOptionsBuilder<TContext> options)
        where TContext : DbContext => AreOff ? options.AddInterceptors(new QueriesWithoutFilters()) : options;

    private sealed class QueriesWithoutFilters : IQueryExpressionInterceptor
    {
        public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData) =>
            new FirstRoot().Visit(queryExpression);
    }

    /// <summary>Says at the first table of a query that all filters are ignored, which holds for the whole query.</summary>
    private sealed class FirstRoot : ExpressionVisitor
    {
        private bool isFound;

        protected override Expression VisitExtension(Expression node)
        {
            if (isFound || node is not EntityQueryRootExpression { ElementType: var type })
                return base.VisitExtension(node);
            isFound = true;
            return Expression.Call(typeof(EntityFrameworkQueryableExtensions), nameof(EntityFrameworkQueryableExtensions.IgnoreQueryFilters), [type], node);
        }
    }
}
