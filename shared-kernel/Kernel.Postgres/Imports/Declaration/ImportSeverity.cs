namespace Modular.Kernel.Postgres.Imports;

/// <summary>What a verdict means for its row.</summary>
public enum ImportSeverity
{
    /// <summary>The row cannot be applied.</summary>
    Error,

    /// <summary>The row can be applied; someone should look at it.</summary>
    Warning,
}
