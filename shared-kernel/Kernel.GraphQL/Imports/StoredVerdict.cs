using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Provinces;

namespace Modular.Kernel.GraphQL.Imports;

/// <summary>A row of <c>kernel.import_verdicts</c>.</summary>
internal sealed class StoredVerdict : IProvinceOwned
{
    public ProvinceId ProvinceId { get; private set; }

    public Guid Id { get; private set; }

    public Guid BatchId { get; private set; }

    public int Position { get; private set; }

    /// <summary>The row of the file as a person counts: its first line is 1.</summary>
    public int RowNumber { get; private set; }

    /// <summary>The name of the column at fault; null where the row as a whole is.</summary>
    public string? ColumnName { get; private set; }

    /// <summary>Whether the row can be applied.</summary>
    public ImportSeverity Severity { get; private set; }

    /// <summary>The problem, for programs.</summary>
    public string Code { get; private set; } = "";

    public string Vietnamese { get; private set; } = "";

    public string English { get; private set; } = "";

    /// <summary>The number of the domain's rule; null where the matter is technical.</summary>
    public string? RuleId { get; private set; }

    /// <summary>The text in which the rule is written.</summary>
    public string? RuleInstrument { get; private set; }
}
