using Npgsql;

namespace Modular.Kernel.Postgres.Reads;

/// <summary>A statement that a field asked for and that has not completed yet.</summary>
internal sealed class PendingRead(ReadStatement statement, ReadValues values, IReadOnlyList<ValueKind> layout)
{
    private ReadResult? result;

    public ReadStatement Statement { get; } = statement;

    public TaskCompletionSource<ReadResult> Completion { get; } = new();

    public Exception? Failure { get; set; }

    public NpgsqlBatchCommand ToCommand()
    {
        var command = new NpgsqlBatchCommand(Statement.Text);
        foreach (var parameter in Statement.Parameters)
            command.Parameters.Add(parameter.Bind(values));
        return command;
    }

    public async ValueTask FillAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var rows = new ReadResult(layout);
        await rows.FillAsync(reader, cancellationToken);
        result = rows;
    }

    public void Complete()
    {
        if (Failure is not null)
            Completion.SetException(Failure);
        else
            Completion.SetResult(result ?? throw new InvalidOperationException("A read completed that never ran."));
    }
}
