using Npgsql;

namespace Modular.Kernel.Postgres.Provinces.Merging;

/// <summary>
/// The running merger of two provinces. In its statements <c>$1</c> is the province that goes, <c>$2</c> the one that stays and <c>$3</c> the day; further values follow.
/// Row-level security holds for none of them.
/// </summary>
public sealed class ProvinceMergerWork
{
    private readonly NpgsqlConnection connection;
    private readonly List<string> obstacles = [];
    private readonly List<string> notes = [];

    internal ProvinceMergerWork(ProvinceMergerOrder order, NpgsqlConnection connection) => (Order, this.connection) = (order, connection);

    /// <summary>What is to be done.</summary>
    public ProvinceMergerOrder Order { get; }

    /// <summary>What stands against it so far.</summary>
    public IReadOnlyList<string> Obstacles => obstacles;

    /// <summary>What is to be known.</summary>
    public IReadOnlyList<string> Notes => notes;

    /// <summary>Something stands against it: it is taken back as a whole.</summary>
    public void Object(string sentence) => obstacles.Add(sentence);

    /// <summary>Something is to be known.</summary>
    public void Note(string sentence) => notes.Add(sentence);

    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows it touched.</returns>
    public async Task<long> ExecuteAsync(string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Reads one value; the default of its type where there is none.</summary>
    public async Task<T?> ScalarAsync<T>(string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteScalarAsync(cancellationToken) is T value ? value : default;
    }

    /// <summary>Reads a column of texts.</summary>
    public async Task<IReadOnlyList<string>> TextsAsync(string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var texts = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
            texts.Add(reader.GetString(0));
        return texts;
    }

    // Values are given only as far as a statement asks for them: PostgreSQL cannot tell the type of one that nothing uses.
    private NpgsqlCommand Command(string sql, object[] values)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        object[] all = [Order.From.Id.Value, Order.Into.Id.Value, Order.On, .. values];
        foreach (var value in all.Take(LastPlace(sql)))
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }

    private static int LastPlace(string sql)
    {
        var last = 0;
        for (var index = sql.IndexOf('$', StringComparison.Ordinal); index >= 0; index = sql.IndexOf('$', index + 1))
        {
            if (index + 1 < sql.Length && char.IsAsciiDigit(sql[index + 1]))
                last = Math.Max(last, sql[index + 1] - '0');
        }

        return last;
    }
}
