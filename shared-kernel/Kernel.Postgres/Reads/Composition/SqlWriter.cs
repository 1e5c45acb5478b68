using System.Globalization;
using System.Text;

namespace Modular.Kernel.Postgres.Reads;

/// <summary>Writes the text of one statement and numbers its parameters; equal parameters share a number.</summary>
internal sealed class SqlWriter(ReadModel model, ReadValues shape)
{
    private readonly StringBuilder text = new();
    private readonly List<ReadParameter> parameters = [];
    private readonly List<ReadTable> scopedTables = [];
    private readonly Dictionary<ReadParameter, string> numbers = [];

    /// <summary>The tables whose rows were restricted to a reach, in order of first use.</summary>
    public IReadOnlyCollection<ReadTable> ScopedTables => scopedTables;

    /// <summary>A request of the shape for which the statement is written.</summary>
    public ReadValues Shape { get; } = shape;

    /// <summary>Of how many rows the statement asks whether they are reached.</summary>
    public ReachedRows ReachedRows { get; init; } = ReachedRows.All;

    /// <summary>Whether the part that is written looks up the place of each row's organization, because many stand below the one that is asked for.</summary>
    public bool LooksUpPlaces { get; set; }

    /// <summary>Whether a part said that the statement is to be planned for each run.</summary>
    public bool NeedsFreshPlan { get; set; }

    public ReadTable TableOf(Type entity) => model.TableOf(entity);

    public SqlWriter Text(string sql)
    {
        text.Append(sql);
        return this;
    }

    public SqlWriter Parameter(ReadParameter parameter)
    {
        if (!numbers.TryGetValue(parameter, out var number))
        {
            parameters.Add(parameter);
            number = "$" + parameters.Count.ToString(CultureInfo.InvariantCulture);
            numbers.Add(parameter, number);
        }

        text.Append(number);
        return this;
    }

    /// <summary>The condition that a row belongs to the province and lies in the reach of the user.</summary>
    /// <param name="table">The row's table.</param>
    /// <param name="alias">The row.</param>
    /// <param name="isSeenWithParent">Whether the row's parent, which alone decides, was read for the user.</param>
    public SqlWriter Readable(ReadTable table, string alias, bool isSeenWithParent = false)
    {
        OfProvince($"{alias}.{table.ProvinceColumn}");
        if (isSeenWithParent || table.Scope is not { } scope || model.Filters.AreOff)
            return this;
        if (!scopedTables.Contains(table))
            scopedTables.Add(table);
        scope.Write(this, alias);
        return this;
    }

    /// <summary>The condition that a column holds the province on which the request works.</summary>
    public SqlWriter OfProvince(string column) =>
        model.Filters.AreOff ? Text("true") : Text(column).Text(" = ").Parameter(ProvinceParameter.Instance);

    public ReadStatement Finish() => new(text.ToString(), [.. parameters], NeedsFreshPlan);
}
