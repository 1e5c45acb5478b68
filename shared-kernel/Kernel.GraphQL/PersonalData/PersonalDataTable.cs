using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Retention;

namespace Modular.Kernel.GraphQL.PersonalData;

/// <summary>A table that keeps something about persons of the register, and how its rows about one of them are found.</summary>
public sealed record PersonalDataTable
{
    /// <summary>The module, or the part of the system, that keeps it.</summary>
    public required string Owner { get; init; }

    /// <summary>What a row is, for instance <c>Residence</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What a row is, in a sentence; null where nobody says.</summary>
    public string? Description { get; init; }

    /// <summary>The table with its schema.</summary>
    public required string Table { get; init; }

    /// <summary>Whether a row, called <c>row</c>, is about the person <c>$2</c> of the province <c>$1</c>: an SQL condition.</summary>
    public required string IsAbout { get; init; }

    /// <summary>
    /// Whether a row, called <c>row</c>, is the person's own: narrower than <see cref="IsAbout"/>, which takes in rows of others in which the person is named.
    /// </summary>
    public string IsOf { get; init; } = "false";

    /// <summary>The columns that are erased with the person's data.</summary>
    public IReadOnlyList<ErasedColumn> Erased { get; init; } = [];

    /// <summary>The column that rises with every change of a row; null where there is none.</summary>
    public string? VersionColumn { get; init; }

    /// <summary>
    /// Under which module and entity the history keeps changes of the rows, <c>work-items.WorkItem</c>, where it does not know whom they are about; null where it does, or keeps none.
    /// </summary>
    public string? HistoryOfItsOwn { get; init; }

    /// <summary>The columns that hold persons of the register themselves. When two records of one person become one, they are made to hold the one that stays.</summary>
    public IReadOnlyList<string> PersonColumns { get; init; } = [];

    /// <summary>What becomes of rows when two records of one person become one.</summary>
    public MergeTreatment WhenMerged { get; init; } = MergeTreatment.Moves;

    /// <summary>How a row ends that cannot stand beside those of the record that stays, as an assignment in SQL; null where it is left out.</summary>
    public string? MergeEnding { get; init; }

    /// <summary>Whether changes of the rows are written to the history of edits.</summary>
    public bool RecordsHistory { get; init; }

    /// <summary>What columns hold, by the column's name. A column without a description is shown by its name.</summary>
    public IReadOnlyDictionary<string, string> Descriptions { get; init; } = new Dictionary<string, string>();

    /// <summary>What a row is called in Vietnamese, by the term of its description; null where it has none.</summary>
    public string? VietnameseTitle => VietnameseTerms.Find(Description);

    /// <summary>What a column is called in Vietnamese, by the term of its description; null where it has none.</summary>
    public string? VietnameseHeadingOf(string column) => VietnameseTerms.Find(Descriptions.GetValueOrDefault(column));

    /// <summary>Columns that repeat others for the database's sake alone (keys to search and sort by), and contents of files, which are fetched by themselves; they are left out.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];
}

/// <summary>A column that is erased with a person's data.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Expression">What it becomes, in SQL.</param>
/// <param name="Class">By which class it is decided how long it is kept.</param>
/// <param name="Fields">The names under which its values stand in the history of changes.</param>
public sealed record ErasedColumn(string Name, string Expression, RetentionClass Class, params IReadOnlyList<string> Fields);
