using System.Diagnostics.CodeAnalysis;

namespace Modular.Kernel.Postgres.Reads;

/// <summary>
/// What the SQL of a statement field is made of. Tables come only from here, so that each carries the province and the
/// reach of the asking user without a word of the module.
/// </summary>
[SuppressMessage("Performance", "CA1822", Justification = "Every part of a statement is asked of the statement, whether or not it needs its shape today.")]
public sealed class StatementSql
{
    private readonly StatementShape shape;

    internal StatementSql(StatementShape shape) => this.shape = shape;

    /// <summary>
    /// The keys of all parents as a <c>uuid[]</c>: <c>$"... from unnest({sql.Keys}) as parent(key)"</c> or <c>= any({sql.Keys})</c>.
    /// </summary>
    public SqlPart Keys => SqlKeys.All;

    /// <summary>The day that it is now in Vietnam.</summary>
    public SqlPart Today => SqlDay.Today;

    /// <summary>
    /// The rows of an entity's table that belong to the province and that the user may read, under an alias:
    /// <c>var m = sql.Table&lt;Member&gt;("m"); $"select count(*) from {m} where {m[x => x.Status]} = …"</c>.
    /// </summary>
    public SqlTable<T> Table<T>(string alias)
        where T : class => new(alias);

    /// <summary>
    /// The places of the province's organizations on a day: columns <c>organization_id, parent_id, path, path_end, depth, kind</c>.
    /// </summary>
    public SqlPart Tree(string alias, SqlPart day) => new SqlTree(alias, day);

    /// <summary>
    /// The condition that an organization lies at or below another one, where both aliases name a <see cref="Tree"/>.
    /// </summary>
    public Sql IsBelow(string descendant, string ancestor) => Sql.Text(OrganizationTreeSql.IsBelow(descendant, ancestor));

    /// <summary>
    /// Whether a Boolean argument is true in this request. The statement is composed once for each answer, so its text may differ.
    /// </summary>
    public bool Is(SqlArgument<bool> flag) => Is(flag, true);

    /// <summary>Whether an argument of few values (Boolean, enumeration) has this value in this request.</summary>
    public bool Is<T>(SqlArgument<T> argument, T value) => Equals(shape.ValueOf(argument), value);

    /// <summary>Whether the request gives the argument, not as null.</summary>
    public bool Given(SqlArgument argument) => shape.IsGiven(argument);
}
