namespace Modular.Host.Samples.Planning;

/// <summary>What is known of a sample province: the file <c>Data/nam-dinh.json</c> and its like.</summary>
internal sealed record ProvinceFacts
{
    public required short Id { get; init; }

    public required string Slug { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string ShortName { get; init; }

    public required DateOnly Founded { get; init; }

    public required string Place { get; init; }

    /// <summary>The region whose names people bear.</summary>
    public required string Names { get; init; }

    public required string CardPrefix { get; init; }

    public required string CvLetters { get; init; }

    /// <summary>The province's code in citizen identity numbers, and those of the provinces around it.</summary>
    public required string CitizenPrefix { get; init; }

    public required IReadOnlyList<string> Neighbours { get; init; }

    /// <summary>Cells under grassroots committees.</summary>
    public required int Cells { get; init; }

    public required int Members { get; init; }

    /// <summary>Up to when organizations were founded, except for those founded since the start of the term.</summary>
    public required DateOnly LastFounded { get; init; }

    public FoundedSince? FoundedSinceTermStart { get; init; }

    /// <summary>How many people were admitted in a year.</summary>
    public required IReadOnlyDictionary<int, int> Admissions { get; init; }

    public required IReadOnlyList<RemovalFacts> Removals { get; init; }

    /// <summary>How hamlets are called, by the kind of commune.</summary>
    public required IReadOnlyDictionary<string, string> Hamlet { get; init; }

    /// <summary>Hamlets with names, by commune.</summary>
    public IReadOnlyDictionary<string, string> Hamlets { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<ResidentFacts> Residents { get; init; } = [];

    public required IReadOnlyList<SuperiorFacts> Superiors { get; init; }

    /// <summary>What the province decided otherwise than the regulations leave it.</summary>
    public IReadOnlyList<PolicyFacts> Policies { get; init; } = [];
}

/// <summary>A decision of the province on a policy.</summary>
internal sealed record PolicyFacts(string Key, System.Text.Json.Nodes.JsonObject Values, DateOnly From, string Instrument);

/// <summary>Grassroots organizations that were founded since the start of the term.</summary>
internal sealed record FoundedSince(int Count, DateOnly From, DateOnly To);

/// <summary>Members who left the Party in a period.</summary>
internal sealed record RemovalFacts
{
    /// <summary>The directly superior committee's place, or null for the whole province.</summary>
    public string? Below { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    [System.Text.Json.Serialization.JsonPropertyName("EXPELLED")]
    public int Expelled { get; init; }

    [System.Text.Json.Serialization.JsonPropertyName("NAME_REMOVED")]
    public int NameRemoved { get; init; }

    [System.Text.Json.Serialization.JsonPropertyName("LEFT_ON_REQUEST")]
    public int LeftOnRequest { get; init; }
}

/// <summary>How many members who work elsewhere live in a hamlet.</summary>
internal sealed record ResidentFacts(string Commune, string Hamlet, int Working);

/// <summary>A directly superior committee.</summary>
internal sealed record SuperiorFacts
{
    public required string Name { get; init; }

    public required string ShortName { get; init; }

    public required string Subkind { get; init; }

    public required string Place { get; init; }

    public required string Unit { get; init; }

    public DateOnly? Founded { get; init; }

    /// <summary>The list of institutions in <c>institutions.json</c>.</summary>
    public required string Institutions { get; init; }

    /// <summary>How many of the institutions have a grassroots committee, and how many a grassroots cell.</summary>
    public required int Committees { get; init; }

    public required int Cells { get; init; }

    /// <summary>The number of members, where it is known.</summary>
    public int? Members { get; init; }

    /// <summary>The communes by kind; a star marks where many Chăm (C) or Raglai (R) live.</summary>
    public IReadOnlyDictionary<string, string> Communes { get; init; } = new Dictionary<string, string>();
}
