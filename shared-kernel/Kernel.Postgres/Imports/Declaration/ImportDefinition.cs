using Modular.Kernel.Postgres.Imports.Columns;
using Modular.Kernel.Results;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.Imports;

/// <summary>What an import format declared, complete.</summary>
internal sealed record ImportDefinition(ImportFormat Format)
{
    public required IReadOnlyList<ImportColumn> Columns { get; init; }

    /// <summary>The columns of <c>staged</c>: first those of the file in order, then those that the steps fill.</summary>
    public required IReadOnlyList<StagedColumn> Staged { get; init; }

    public required IReadOnlyList<ImportStep> Preparations { get; init; }

    public required IReadOnlyList<ImportCheck> Checks { get; init; }

    public required IReadOnlyList<FaultSearch> Searches { get; init; }

    public required IReadOnlyList<ImportCheck> Dependents { get; init; }

    public required string? OrganizationColumn { get; init; }

    public required IReadOnlyList<ImportStep> Applications { get; init; }

    public required IReadOnlyList<CreatedRows> Created { get; init; }

    public required IReadOnlyList<RaisedEvents> Events { get; init; }

    public required IReadOnlyList<RaisedEvents> EventsOfUndoing { get; init; }

    public required IReadOnlyList<string> ChangedSinceQueries { get; init; }

    public required IReadOnlyList<Func<ImportRun, IReadOnlyCollection<Guid>, CancellationToken, Task<IReadOnlyCollection<Guid>>>> UsesElsewhere { get; init; }

    public required IReadOnlyList<ImportStep> Undoings { get; init; }
}

/// <summary>A column of the temporary table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="SqlType">Its type in SQL.</param>
/// <param name="Copied">Its type in the copy stream, or null where only the steps fill it.</param>
internal sealed record StagedColumn(string Name, string SqlType, NpgsqlDbType? Copied = null)
{
    public static StagedColumn Text(string name) => new(name, "text", NpgsqlDbType.Text);
}

/// <summary>A query that names rows at fault.</summary>
internal sealed record ImportCheck(string? Column, Problem Problem, ImportSeverity Severity, string Sql);

/// <summary>An entity that each applied row becomes.</summary>
internal sealed record CreatedRows(string Entity, string Table, string Key, string? Subject, string? Organization);

/// <summary>Events that go out with the import.</summary>
internal sealed record RaisedEvents(string EventName, string Sql);
