namespace Modular.Kernel.Postgres.Reads;

/// <summary>What reading cost a request: round trips to the database and statements in them.</summary>
public sealed class ReadStatistics
{
    private readonly List<string> statements = [];

    /// <summary>How many batches went out; each is one round trip.</summary>
    public int Batches { get; private set; }

    /// <summary>The texts of all statements, in the order in which they ran.</summary>
    public IReadOnlyList<string> Statements => statements;

    internal void Sent(List<PendingRead> reads)
    {
        Batches++;
        foreach (var read in reads)
            statements.Add(read.Statement.Text);
    }
}
