namespace Modular.Host.Samples.Planning;

/// <summary>An organization of a sample province.</summary>
internal sealed record SampleOrganization
{
    public required Guid Id { get; init; }

    public required string Code { get; init; }

    public required string? ParentCode { get; init; }

    public required string Kind { get; init; }

    public string? Subkind { get; init; }

    public required string Name { get; init; }

    public string? ShortName { get; init; }

    public string? FieldType { get; init; }

    public string? LegalStatus { get; init; }

    /// <summary>The code of the district (three digits) or province (two digits).</summary>
    public string? Unit { get; init; }

    public required DateOnly FoundedOn { get; init; }

    public required string DecisionNumber { get; init; }

    public required string DecidedBy { get; init; }

    public required string Address { get; init; }
}

/// <summary>A cell and what its members are like.</summary>
internal sealed record SampleCell
{
    public required SampleOrganization Organization { get; init; }

    public required SampleOrganization Superior { get; init; }

    public required Workplace Workplace { get; init; }

    /// <summary>The commune of a residential cell, or null.</summary>
    public SampleCommune? Commune { get; init; }

    /// <summary>The hamlet of a residential cell, or null.</summary>
    public string? Hamlet { get; init; }

    /// <summary>The communes in which those who work here live.</summary>
    public required IReadOnlyList<SampleCommune> Surroundings { get; init; }

    /// <summary>The least members: enough for three official ones, and for thirty in the whole committee.</summary>
    public required int LeastSize { get; init; }

    public required int MostSize { get; init; }

    public List<SampleMember> Members { get; } = [];

    /// <summary>Who left the Party from here.</summary>
    public List<SampleMember> Former { get; } = [];
}

/// <summary>A commune with its hamlets.</summary>
/// <param name="Name">The name without its kind.</param>
/// <param name="Kind">xã, phường or thị trấn.</param>
/// <param name="District">The district, town or city.</param>
/// <param name="Names">The set of names that half of its people bear, or null.</param>
/// <param name="Hamlets">The hamlets.</param>
internal sealed record SampleCommune(string Name, string Kind, string District, string? Names, IReadOnlyList<string> Hamlets)
{
    public string Address => $"{Kind} {Name}, {District}";
}

/// <summary>Where the members of a cell work.</summary>
internal enum Workplace
{
    Hamlet,
    School,
    Agency,
    Health,
    Enterprise,
    Barracks,
}
