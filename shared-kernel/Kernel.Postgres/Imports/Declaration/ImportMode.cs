namespace Modular.Kernel.Postgres.Imports;

/// <summary>What an import does with the rows that it has checked.</summary>
public enum ImportMode
{
    /// <summary>Nothing: it gives the verdicts only.</summary>
    DryRun,

    /// <summary>It applies all rows, or none if a single one has an error.</summary>
    AllOrNothing,

    /// <summary>It applies the rows without an error and leaves out the others.</summary>
    GoodRowsOnly,
}
