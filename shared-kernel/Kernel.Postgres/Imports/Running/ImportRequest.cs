namespace Modular.Kernel.Postgres.Imports;

/// <summary>What is to be imported, and how.</summary>
/// <param name="Format">The identifier of the format.</param>
/// <param name="Content">The file, or rows that a program makes.</param>
/// <param name="Mode">What is done with the rows.</param>
public sealed record ImportRequest(string Format, ImportContent Content, ImportMode Mode)
{
    /// <summary>The identifier that the batch gets. A request that is repeated with it is not carried out again.</summary>
    public Guid BatchId { get; init; } = Guid.CreateVersion7();
}
