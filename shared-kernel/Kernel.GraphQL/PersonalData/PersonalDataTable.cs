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

    /// <summary>What columns become when the person's data are erased, in SQL, by the column's name.</summary>
    public IReadOnlyDictionary<string, string> Erased { get; init; } = new Dictionary<string, string>();

    /// <summary>What columns hold, by the column's name. A column without a description is shown by its name.</summary>
    public IReadOnlyDictionary<string, string> Descriptions { get; init; } = new Dictionary<string, string>();

    /// <summary>Columns that repeat others for the database's sake alone, and are left out: keys to search and sort by.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];
}
