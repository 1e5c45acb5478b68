using Modular.Kernel.Postgres.Imports.Columns;
using Modular.Kernel.Postgres.Imports.Problems;
using Modular.Kernel.Results;
using Npgsql;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.Imports.Running;

/// <summary>Runs the checks of a format over the staged rows, each as one statement.</summary>
internal sealed class ImportChecks(ImportRun run, ImportDefinition definition)
{
    /// <summary>How many statements <see cref="RunAsync"/> is about, for the progress.</summary>
    public int Count => definition.Preparations.Count + definition.Checks.Count + definition.Searches.Count + 3;

    /// <summary>Gives verdicts and marks the rows that may not be applied as faulty.</summary>
    /// <param name="finished">Called after each statement.</param>
    /// <param name="cancellationToken">Stops between statements.</param>
    public async Task RunAsync(Action finished, CancellationToken cancellationToken)
    {
        foreach (var step in definition.Preparations)
        {
            await step.RunAsync(run, cancellationToken);
            finished();
        }

        foreach (var column in definition.Columns.Where(column => column.IsUnique))
            await GiveAsync(Repetition(column), cancellationToken);
        finished();
        foreach (var check in definition.Checks)
        {
            await GiveAsync(check, cancellationToken);
            finished();
        }

        await CheckScopeAsync(cancellationToken);
        await MarkFaultyAsync(cancellationToken);
        foreach (var find in definition.Searches)
        {
            await GiveAsync(await find(run, cancellationToken), cancellationToken);
            finished();
        }

        await MarkFaultyAsync(cancellationToken);
        finished();
        await CheckDependentsAsync(finished, cancellationToken);
    }

    private static ImportCheck Repetition(ImportColumn column) => new(
        column.Name,
        new ValueAppearsTwiceInTheFile("{0}"),
        ImportSeverity.Error,
        $"""
        select row_number, first_row::text
        from (select row_number, min(row_number) over (partition by {column.Name}) as first_row from staged where {column.Name} is not null) as rows
        where row_number > first_row
        """);

    /// <summary>A row that depends on a faulty one is faulty too, and so on until no more are found.</summary>
    private async Task CheckDependentsAsync(Action finished, CancellationToken cancellationToken)
    {
        if (definition.Dependents.Count == 0)
            return;
        do
        {
            foreach (var check in definition.Dependents)
                await GiveAsync(check, cancellationToken);
        }
        while (await MarkFaultyAsync(cancellationToken) > 0);
        finished();
    }

    private async Task CheckScopeAsync(CancellationToken cancellationToken)
    {
        if (definition.OrganizationColumn is not { } column)
            return;
        var scope = run.Access.ScopeOf(definition.Format.Permission);
        if (scope.CoversProvince)
            return;
        var problem = new RowIsOutsideOfYourArea();
        await using var command = VerdictCommand(new ImportCheck(column, problem, ImportSeverity.Error,
            $"""
            select staged.row_number from staged
            where staged.{column} is not null and staged.{column} <> all (@organizations) and not exists (
                select from kernel.organization_tree as place
                join unnest(@subtree_starts, @subtree_ends) as subtree (path_from, path_to)
                    on place.path >= subtree.path_from collate "C" and place.path < subtree.path_to collate "C"
                where place.organization_id = staged.{column} and place.province_id = @province and place.standing @> @today)
            """));
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("organizations", [.. scope.Organizations]));
        command.Parameters.Add(new NpgsqlParameter<string[]>("subtree_starts", [.. scope.Subtrees.Select(subtree => subtree.From)]));
        command.Parameters.Add(new NpgsqlParameter<string[]>("subtree_ends", [.. scope.Subtrees.Select(subtree => subtree.To)]));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task GiveAsync(ImportCheck check, CancellationToken cancellationToken)
    {
        await using var command = VerdictCommand(check);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task GiveAsync(IReadOnlyList<RowFault> faults, CancellationToken cancellationToken)
    {
        if (faults.Count == 0)
            return;
        await using var command = run.CreateCommand(
            """
            insert into staged_verdicts (row_number, column_name, severity, code, vietnamese, english, rule_id, rule_instrument)
            select * from unnest(@rows, @columns, @severities, @codes, @vietnamese, @english, @rule_ids, @rule_instruments)
            """);
        command.Parameters.Add(new NpgsqlParameter<int[]>("rows", [.. faults.Select(fault => fault.Row)]));
        AddTexts(command, "columns", faults.Select(fault => fault.Column));
        AddTexts(command, "severities", faults.Select(fault => Word(fault.Severity)));
        AddTexts(command, "codes", faults.Select(fault => fault.Problem.Code));
        AddTexts(command, "vietnamese", faults.Select(fault => fault.Problem.Message(Language.Vietnamese)));
        AddTexts(command, "english", faults.Select(fault => fault.Problem.Message(Language.English)));
        AddTexts(command, "rule_ids", faults.Select(fault => fault.Problem.Rule?.Id));
        AddTexts(command, "rule_instruments", faults.Select(fault => fault.Problem.Rule?.Instrument));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private Task<int> MarkFaultyAsync(CancellationToken cancellationToken) => run.ExecuteAsync(
        """
        update staged set faulty = true
        where not faulty and row_number in (select row_number from staged_verdicts where severity = 'ERROR')
        """,
        cancellationToken);

    private NpgsqlCommand VerdictCommand(ImportCheck check)
    {
        var vietnamese = check.Problem.Message(Language.Vietnamese);
        var english = check.Problem.Message(Language.English);
        var places = Placeholders(vietnamese + english);
        var names = string.Concat(Enumerable.Range(0, places).Select(place => $", value_{place}"));
        var command = run.CreateCommand(
            $"""
            insert into staged_verdicts (row_number, column_name, severity, code, vietnamese, english, rule_id, rule_instrument)
            select found.row_number, @column, @severity, @code, {Filled("@vietnamese", places)}, {Filled("@english", places)}, @rule_id, @rule_instrument
            from ({check.Sql}) as found (row_number{names})
            """);
        AddText(command, "column", check.Column);
        AddText(command, "severity", Word(check.Severity));
        AddText(command, "code", check.Problem.Code);
        AddText(command, "vietnamese", vietnamese);
        AddText(command, "english", english);
        AddText(command, "rule_id", check.Problem.Rule?.Id);
        AddText(command, "rule_instrument", check.Problem.Rule?.Instrument);
        return command;
    }

    private static int Placeholders(string text)
    {
        var count = 0;
        while (text.Contains($"{{{count}}}", StringComparison.Ordinal))
            count++;
        return count;
    }

    private static string Filled(string text, int places)
    {
        for (var place = 0; place < places; place++)
            text = $"replace({text}, '{{{place}}}', coalesce(found.value_{place}::text, '–'))";
        return text;
    }

    private static string Word(ImportSeverity severity) => severity == ImportSeverity.Error ? "ERROR" : "WARNING";

    private static void AddTexts(NpgsqlCommand command, string name, IEnumerable<string?> values) =>
        command.Parameters.Add(new NpgsqlParameter<string?[]>(name, NpgsqlDbType.Array | NpgsqlDbType.Text) { TypedValue = [.. values] });

    private static void AddText(NpgsqlCommand command, string name, string? value) =>
        command.Parameters.Add(new NpgsqlParameter(name, NpgsqlDbType.Text) { Value = (object?)value ?? DBNull.Value });
}
