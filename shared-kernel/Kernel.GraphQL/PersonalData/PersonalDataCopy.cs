using System.Text.Json.Nodes;

namespace Modular.Kernel.GraphQL.PersonalData;

/// <summary>All that the system keeps about a person, as it stood at one moment.</summary>
/// <param name="SubjectId">The person of the register.</param>
/// <param name="TakenAt">The moment.</param>
/// <param name="Parts">What each table keeps; those that keep nothing are left out.</param>
public sealed record PersonalDataCopy(Guid SubjectId, DateTimeOffset TakenAt, IReadOnlyList<PersonalDataPart> Parts);

/// <summary>What one table keeps about a person.</summary>
/// <param name="Table">The table.</param>
/// <param name="Rows">Its rows about the person, by the names of the columns.</param>
public sealed record PersonalDataPart(PersonalDataTable Table, IReadOnlyList<JsonObject> Rows);
