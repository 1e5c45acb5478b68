namespace Modular.Kernel.Postgres.Imports;

/// <summary>A step of an import: SQL over the staged rows, or code.</summary>
internal sealed class ImportStep
{
    private readonly Func<ImportRun, CancellationToken, Task> run;

    private ImportStep(Func<ImportRun, CancellationToken, Task> run)
    {
        this.run = run;
    }

    public static ImportStep Sql(string sql) => new((import, cancellationToken) => import.ExecuteAsync(sql, cancellationToken));

    public static ImportStep Code(Func<ImportRun, CancellationToken, Task> step) => new(step);

    public Task RunAsync(ImportRun import, CancellationToken cancellationToken) => run(import, cancellationToken);
}
