using Modular.Kernel.Postgres.Imports.Columns;
using Modular.Kernel.Results;

namespace Modular.Kernel.Postgres.Imports;

/// <summary>
/// Collects what an import format declares. Columns are read in any order by their headers; steps run in the order of declaration within
/// their phase: prepare, check, apply, raise; undo runs alone.
/// </summary>
public sealed class ImportFormatBuilder
{
    private readonly string formatId;
    private readonly List<ImportColumn> columns = [];
    private readonly List<StagedColumn> extraColumns = [];
    private readonly List<ImportStep> preparations = [];
    private readonly List<ImportCheck> checks = [];
    private readonly List<FaultSearch> searches = [];
    private readonly List<ImportCheck> dependents = [];
    private readonly List<ImportStep> applications = [];
    private readonly List<CreatedRows> created = [];
    private readonly List<RaisedEvents> events = [];
    private readonly List<RaisedEvents> eventsOfUndoing = [];
    private readonly List<string> changedSinceQueries = [];
    private readonly List<Func<ImportRun, IReadOnlyCollection<Guid>, CancellationToken, Task<IReadOnlyCollection<Guid>>>> usesElsewhere = [];
    private readonly List<ImportStep> undoings = [];
    private string? organizationColumn;

    internal ImportFormatBuilder(string formatId)
    {
        this.formatId = formatId;
    }

    /// <summary>A column of text, cleaned of stray spaces; staged as <c>text</c>.</summary>
    /// <param name="name">The name in <c>staged</c>: lower-case words joined by underscores.</param>
    /// <param name="vietnamese">The header that officers write.</param>
    /// <param name="english">The header in English.</param>
    public TextColumn Text(string name, string vietnamese, string english) => Add(new TextColumn(name, vietnamese, english));

    /// <summary>A number of so many digits that is kept as text because its leading zeros count; staged as <c>text</c>.</summary>
    public DigitsColumn Digits(string name, int length, string vietnamese, string english) =>
        Add(new DigitsColumn(name, length, vietnamese, english));

    /// <summary>
    /// A day, written dd/MM/yyyy, yyyy-MM-dd or as a date of the spreadsheet; staged as <c>date</c>.
    /// </summary>
    public DateColumn Date(string name, string vietnamese, string english) => Add(new DateColumn(name, vietnamese, english));

    /// <summary>A whole number; staged as <c>integer</c>.</summary>
    public IntegerColumn Integer(string name, string vietnamese, string english) => Add(new IntegerColumn(name, vietnamese, english));

    /// <summary>One of a list of values, each with the words by which people write it; staged as <c>text</c>.</summary>
    public ChoiceColumn Choice(string name, string vietnamese, string english) => Add(new ChoiceColumn(name, vietnamese, english));

    /// <summary>Yes or no (<c>x</c>, <c>có</c>, <c>1</c>, <c>yes</c> …); an empty cell is no. Staged as <c>boolean</c>.</summary>
    public YesNoColumn YesNo(string name, string vietnamese, string english) => Add(new YesNoColumn(name, vietnamese, english));

    /// <summary>A column of <c>staged</c> that no file holds and that the steps fill.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="sqlType">Its PostgreSQL type, for instance <c>uuid</c>.</param>
    public ImportFormatBuilder Staged(string name, string sqlType)
    {
        extraColumns.Add(new StagedColumn(name, sqlType));
        return this;
    }

    /// <summary>Runs before the checks: fills staged columns from the module's tables.</summary>
    public ImportFormatBuilder Prepare(string sql)
    {
        preparations.Add(ImportStep.Sql(sql));
        return this;
    }

    /// <summary>Runs before the checks, as code.</summary>
    public ImportFormatBuilder Prepare(Func<ImportRun, CancellationToken, Task> step)
    {
        preparations.Add(ImportStep.Code(step));
        return this;
    }

    /// <summary>
    /// Runs before the checks: asks a port what the distinct texts of a column stand for, some thousands at a time, and stages the answers.
    /// A text that the port does not know leaves the target empty; a check says what that means.
    /// </summary>
    /// <param name="column">The text column.</param>
    /// <param name="target">The staged column that takes the answer.</param>
    /// <param name="find">Finds what is known of the texts.</param>
    /// <typeparam name="TFound">The type of the target as Npgsql writes it, for instance <see cref="Guid"/>.</typeparam>
    public ImportFormatBuilder Resolve<TFound>(
        string column,
        string target,
        Func<ImportRun, IReadOnlyList<string>, CancellationToken, Task<IReadOnlyDictionary<string, TFound>>> find)
        where TFound : notnull
    {
        preparations.Add(ImportStep.Code((run, cancellationToken) => run.ResolveAsync(column, target, find, cancellationToken)));
        return this;
    }

    /// <summary>
    /// The staged column that holds the organization in whose area a row works. The framework refuses rows whose organization the user's
    /// permission does not cover.
    /// </summary>
    /// <param name="organizationId">A staged column of type <c>uuid</c>; empty where the organization is not known.</param>
    public ImportFormatBuilder ScopedTo(string organizationId)
    {
        organizationColumn = organizationId;
        return this;
    }

    /// <summary>An error for every row that the query names: the row is not applied.</summary>
    /// <param name="column">The column at fault, or null where the row as a whole is.</param>
    /// <param name="problem">What is wrong. Its sentence may hold <c>{0}</c>, <c>{1}</c> and <c>{2}</c> for further columns of the query.</param>
    /// <param name="sql">Selects <c>row_number</c> first, and then up to three texts. A row may appear several times.</param>
    public ImportFormatBuilder Check(string? column, Problem problem, string sql)
    {
        checks.Add(new ImportCheck(column, problem, ImportSeverity.Error, sql));
        return this;
    }

    /// <summary>A warning for every row that the query names: the row is applied, and the officer sees the warning.</summary>
    /// <inheritdoc cref="Check" path="/param" />
    public ImportFormatBuilder Warn(string? column, Problem problem, string sql)
    {
        checks.Add(new ImportCheck(column, problem, ImportSeverity.Warning, sql));
        return this;
    }

    /// <summary>
    /// Faults that code finds, for rules that the module has as code already. It runs after the checks that are queries;
    /// <c>staged.faulty</c> tells which rows those refused.
    /// </summary>
    public ImportFormatBuilder CheckByCode(FaultSearch find)
    {
        searches.Add(find);
        return this;
    }

    /// <summary>
    /// An error for rows that cannot stand because a row on which they depend is faulty, such as an organization whose parent in the same file is.
    /// It runs after all checks over <c>staged.faulty</c>, again until it names no more.
    /// </summary>
    /// <param name="column">The column that refers to the other row.</param>
    /// <param name="problem">What is wrong, as for <see cref="Check"/>.</param>
    /// <param name="sql">Selects the <c>row_number</c> of rows that are not faulty and depend on one that is.</param>
    public ImportFormatBuilder CheckDependents(string? column, Problem problem, string sql)
    {
        dependents.Add(new ImportCheck(column, problem, ImportSeverity.Error, sql));
        return this;
    }

    /// <summary>Writes the rows of <c>accepted</c> into the register.</summary>
    public ImportFormatBuilder Apply(string sql)
    {
        applications.Add(ImportStep.Sql(sql));
        return this;
    }

    /// <summary>Writes the rows of <c>accepted</c> into the register, as code.</summary>
    public ImportFormatBuilder Apply(Func<ImportRun, CancellationToken, Task> step)
    {
        applications.Add(ImportStep.Code(step));
        return this;
    }

    /// <summary>
    /// Says which entity a row becomes: its history of edits gets an entry for each row, as if it had been registered singly, and undoing writes its deletion.
    /// </summary>
    /// <param name="entity">The name of the entity in the history of edits, as the unit of work writes it (the class name, for instance <c>Member</c>).</param>
    /// <param name="table">The table with its schema, for instance <c>members.member</c>.</param>
    /// <param name="key">The column of the table that holds <c>staged.id</c>.</param>
    /// <param name="subject">The column of the table that holds the member whom a row is about, if any.</param>
    /// <param name="organization">The column of the table that holds the organization whose officers see a row, if any.</param>
    public ImportFormatBuilder Creates(string entity, string table, string key = "id", string? subject = null, string? organization = null)
    {
        created.Add(new CreatedRows(entity, table, key, subject, organization));
        return this;
    }

    /// <summary>Publishes events with the import.</summary>
    /// <param name="eventName">The stored name of the event.</param>
    /// <param name="sql">Selects one column: the event as <c>jsonb</c>, a row an event.</param>
    public ImportFormatBuilder Raise(string eventName, string sql)
    {
        events.Add(new RaisedEvents(eventName, sql));
        return this;
    }

    /// <summary>Publishes events with the undoing of an import, of rows that are still there: <c>undone</c> holds <c>row_number</c> and <c>id</c> of what the batch made.</summary>
    /// <inheritdoc cref="Raise" path="/param" />
    public ImportFormatBuilder RaiseWhenUndone(string eventName, string sql)
    {
        eventsOfUndoing.Add(new RaisedEvents(eventName, sql));
        return this;
    }

    /// <summary>
    /// Names the imported objects that stand in the way of undoing: changed since, or used by something else. The temporary table <c>undone</c>
    /// holds <c>row_number</c> and <c>id</c> of what the batch made.
    /// </summary>
    /// <param name="sql">Selects the identifiers.</param>
    public ImportFormatBuilder NotUndoneWhere(string sql)
    {
        changedSinceQueries.Add(sql);
        return this;
    }

    /// <summary>Names the imported objects that stand in the way of undoing because another module uses them, as a port of that module tells.</summary>
    /// <param name="find">Finds those that are in use among the identifiers of all.</param>
    public ImportFormatBuilder NotUndoneWhere(
        Func<ImportRun, IReadOnlyCollection<Guid>, CancellationToken, Task<IReadOnlyCollection<Guid>>> find)
    {
        usesElsewhere.Add(find);
        return this;
    }

    /// <summary>Takes the rows of <c>undone</c> out of the register again.</summary>
    public ImportFormatBuilder Undo(string sql)
    {
        undoings.Add(ImportStep.Sql(sql));
        return this;
    }

    /// <summary>Takes the rows of <c>undone</c> out of the register again, as code.</summary>
    public ImportFormatBuilder Undo(Func<ImportRun, CancellationToken, Task> step)
    {
        undoings.Add(ImportStep.Code(step));
        return this;
    }

    internal ImportDefinition Build(ImportFormat format) => new(format)
    {
        Columns = columns,
        Staged = [.. columns.SelectMany(column => column.Staged), .. extraColumns],
        Preparations = preparations,
        Checks = checks,
        Searches = searches,
        Dependents = dependents,
        OrganizationColumn = organizationColumn,
        Applications = applications,
        Created = created,
        Events = events,
        EventsOfUndoing = eventsOfUndoing,
        ChangedSinceQueries = changedSinceQueries,
        UsesElsewhere = usesElsewhere,
        Undoings = undoings,
    };

    private TColumn Add<TColumn>(TColumn column)
        where TColumn : ImportColumn
    {
        if (columns.Exists(known => known.Name == column.Name))
            throw new InvalidOperationException($"The import format '{formatId}' declares the column '{column.Name}' twice.");
        columns.Add(column);
        return column;
    }
}
