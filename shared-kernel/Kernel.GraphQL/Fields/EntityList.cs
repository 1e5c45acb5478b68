using Modular.GraphQL.Execution;
using Modular.GraphQL.TypeSystem;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL;

/// <summary>What the fields that list entities have in common: which entities, of which parents, in which order.</summary>
internal sealed class EntityList
{
    // Lists of one entity share their statements, so each condition that a list has of its own needs a name of its own.
    private static int lists;
    private readonly string onlyShape = $"only{Interlocked.Increment(ref lists)}";

    public EntityList(EntityTable table, EntityFilter? filter, EntitySorting sorting, EntityListDeclaration declaration, EntityTable? parent, int pageSize)
    {
        MaximumSize = declaration.MaximumSize ?? (declaration is ConnectionDeclaration ? pageSize : PageWindow.MaximumSize);
        Table = table;
        Filter = filter;
        Sorting = sorting;
        Declaration = declaration;
        Parent = declaration.By is null ? null : LinkTo(parent, table.Table, table.Table.Column(declaration.By).QuotedName);
        Order = declaration.Sort is { } sort ? sorting.Of(sort.Name, sort.Descending) : sorting.Default;
        SearchKey = table.Declaration.SearchProperty is { } property ? table.Column(property) : null;
    }

    public EntityTable Table { get; }

    public EntityFilter? Filter { get; }

    public EntitySorting Sorting { get; }

    public EntityListDeclaration Declaration { get; }

    /// <summary>How many rows a page has at most, or a parent where there are no pages.</summary>
    public int MaximumSize { get; }

    public ParentLink? Parent { get; }

    /// <summary>The order where a request names none.</summary>
    public SortOrder Order { get; }

    /// <summary>The column that is searched, or null.</summary>
    public RowColumn? SearchKey { get; }

    // Where few rows can answer a search, a function tells them by their keys.
    private RareRows? RareRows => Table.Declaration.RareRowsFunction is { } function ? new RareRows(function, Table.Key) : null;

    public bool IncludesSubtree => Declaration is ConnectionDeclaration { IncludesSubtree: true };

    /// <summary>Whether only rows that hold on a day are shown.</summary>
    public bool IsDated => Table.Declaration.HoldsOn is not null && !Declaration.ShowsAllPeriods;

    /// <summary>The arguments that narrow the list.</summary>
    public IEnumerable<ArgumentDefinition> NarrowingArguments()
    {
        if (Filter is not null)
            yield return new ArgumentDefinition("where", Filter.Name) { Description = "Only those of whom this holds." };
        if (Sorting.IsOffered)
            yield return new ArgumentDefinition("orderBy", $"[{Sorting.Name}!]") { Description = "In this order." };
        if (SearchKey is not null)
            yield return new ArgumentDefinition("search", "String") { Description = "Only those in whose text every word of this begins a word, with or without diacritics." };
        foreach (var day in DayArgument())
            yield return day;
        if (IncludesSubtree)
            yield return new ArgumentDefinition("includeSubtree", "Boolean!") { Description = "Also those of all organizations below.", Default = "false" };
    }

    /// <summary>The argument for the day as of which the list is told; none where the list does not depend on it.</summary>
    public IEnumerable<ArgumentDefinition> DayArgument()
    {
        if (IsDated || IncludesSubtree)
            yield return new ArgumentDefinition("asOf", "Date") { Description = "As it was on this day; today where left out." };
    }

    /// <summary>What a request's arguments ask for, without the place where a page begins.</summary>
    /// <exception cref="GraphQLException">The user may not filter or order so, or a value has the wrong form.</exception>
    public (List<RowCondition> Conditions, SlotValues Slots, SqlPart? TreeDay) Narrow(ArgumentValues arguments, KernelRequest request)
    {
        var slots = new SlotValues();
        var conditions = new List<RowCondition>();
        SqlPart day = arguments.Get<DateOnly?>("asOf") is { } asOf ? new SqlSlot(slots.Add(asOf)) : SqlDay.Today;
        if (Declaration.Only is { } only)
            conditions.Add(new SqlCondition(onlyShape, (alias, _) => only(alias), SqlDay.Today));
        if (IsDated)
            conditions.Add(new SqlCondition("asOf", Table.Declaration.HoldsOn!, day));
        if (arguments.Get<InputObjectValue>("where") is { } where)
            conditions.Add(Filter!.Bind(where, slots, request.Access));
        if (arguments.Get<string>("search") is { Length: > 0 } search && SearchCondition.Of(SearchKey!, RareRows, search, slots) is { } found)
            conditions.Add(found);
        return (conditions, slots, arguments.Get<bool>("includeSubtree") ? day : null);
    }

    // Parents are always rows that a statement of this operation read within the reach of whoever asks: nothing else makes rows of an entity.
    private static ParentLink LinkTo(EntityTable? parent, ReadTable children, string column) =>
        new(column) { IsTheScope = parent is not null && children.Scope is { } scope && scope.IsThrough(parent.Declaration.Entity, column) };

    /// <summary>The order that a request's arguments name.</summary>
    public SortOrder OrderOf(ArgumentValues arguments, KernelRequest request) =>
        arguments.Get<IReadOnlyList<InputObjectValue>>("orderBy") is { Count: > 0 } keys ? Sorting.Bind(keys, request.Access) : Order;
}
