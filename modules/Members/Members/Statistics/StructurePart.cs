namespace Modular.Members.Statistics;

/// <summary>
/// Columns by which members are counted together. Columns of few values share a part; each further part costs a pass over everybody, so only those are counted that are asked for.
/// </summary>
internal sealed record StructurePart
{
    /// <summary>What each question needs: how many there are, and how old.</summary>
    public static readonly StructurePart Person = new("PERSON", MembershipDimension.Status, MembershipDimension.Sex, MembershipDimension.Age, MembershipDimension.AdmissionPeriod)
    {
        Columns = ["status", "sex", "age", "admission"],
    };

    /// <summary>Ethnic group and religion.</summary>
    public static readonly StructurePart Origin = new("ORIGIN", MembershipDimension.EthnicGroup, MembershipDimension.Religion)
    {
        Columns = ["ethnic_group", "religion"],
    };

    /// <summary>The three kinds of education.</summary>
    public static readonly StructurePart Education = new(
        "EDUCATION", MembershipDimension.GeneralEducation, MembershipDimension.ProfessionalLevel, MembershipDimension.PoliticalTheory)
    {
        Columns = ["general_education", "professional_level", "political_theory"],
    };

    /// <summary>The occupation.</summary>
    public static readonly StructurePart Occupation = new("OCCUPATION", MembershipDimension.Occupation) { Columns = ["occupation"] };

    /// <summary>The Party age.</summary>
    public static readonly StructurePart Seniority = new("SENIORITY", MembershipDimension.Seniority) { Columns = ["seniority"] };

    private static readonly StructurePart[] All = [Person, Origin, Education, Occupation, Seniority];

    // The properties of a row in the order of its constructor, with the type of the column.
    private static readonly (string Column, string Property, string Type)[] Shown =
    [
        ("status", "Status", "text"), ("sex", "Sex", "text"), ("age", "Age", "integer"), ("admission", "Admission", "integer"), ("seniority", "Seniority", "integer"),
        ("ethnic_group", "EthnicGroup", "text"), ("religion", "Religion", "text"), ("general_education", "GeneralEducation", "text"),
        ("professional_level", "ProfessionalLevel", "text"), ("political_theory", "PoliticalTheory", "text"), ("occupation", "Occupation", "text"),
    ];

    private readonly MembershipDimension[] dimensions;

    private StructurePart(string name, params MembershipDimension[] dimensions) => (Name, this.dimensions) = (name, dimensions);

    /// <summary>The name by which rows tell the part.</summary>
    public string Name { get; }

    /// <summary>The columns.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The parts that tell these dimensions, with that which tells how many there are.</summary>
    public static IReadOnlyList<StructurePart> Of(IReadOnlyCollection<MembershipDimension> asked) =>
        [.. All.Where(part => part == Person || part.dimensions.Any(asked.Contains))];

    /// <summary>The counting of the described by these parts, as SQL.</summary>
    public static string Count(IReadOnlyList<StructurePart> parts)
    {
        var counted = parts.SelectMany(part => part.Columns).ToHashSet();
        var named = string.Join(' ', parts.Select(part => $"when grouping({part.Columns[0]}) = 0 then '{part.Name}'"));
        var columns = string.Join(", ", Shown.Select(column => $"{(counted.Contains(column.Column) ? column.Column : $"null::{column.Type}")} as \"{column.Property}\""));
        var sets = string.Join(", ", parts.Select(part => $"(described.key, {string.Join(", ", part.Columns)})"));
        return $"""

            select described.key as "Key", case {named} end as "Part", {columns}, count(*)::int as "Count", sum(days)::bigint as "Days"
            from described
            group by grouping sets ({sets})
            """;
    }
}
