using System.Linq.Expressions;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL;

/// <summary>The values of a filter that takes several: how a piece of SQL names them.</summary>
/// <typeparam name="TInput">The record that the filter takes.</typeparam>
public sealed class FilterInput<TInput>
    where TInput : class
{
    private readonly Func<string, SqlPart> values;

    internal FilterInput(Func<string, SqlPart> values) => this.values = values;

    /// <summary>The value of a property, as a parameter.</summary>
    public SqlPart this[Expression<Func<TInput, object?>> property] => values(PropertyOf.Name(property));
}
