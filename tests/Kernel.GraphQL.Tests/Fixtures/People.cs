using NpgsqlTypes;

namespace Modular.Kernel.GraphQL.Tests.Fixtures;

/// <summary>Where a person stands.</summary>
internal enum PersonStatus
{
    /// <summary>On probation.</summary>
    Probationary,

    /// <summary>In full standing.</summary>
    Official,

    /// <summary>No longer on the list.</summary>
    NameRemoved,
}

/// <summary>A person on a list.</summary>
internal sealed class Person
{
    public short ProvinceId { get; set; }

    public Guid Id { get; set; }

    public Guid UnitId { get; set; }

    /// <summary>Full name (họ và tên).</summary>
    public string FullName { get; set; } = "";

    public string SearchKey { get; set; } = "";

    public string? CitizenId { get; set; }

    public PersonStatus Status { get; set; }

    public DateOnly JoinedOn { get; set; }

    public DateOnly? LeftOn { get; set; }

    public int Points { get; set; }

    public decimal? Dues { get; set; }

    public string[] Tags { get; set; } = [];

    public DateTimeOffset CreatedAt { get; set; }
}

/// <summary>A card of a person.</summary>
internal sealed class Card
{
    public short ProvinceId { get; set; }

    public Guid Id { get; set; }

    public Guid PersonId { get; set; }

    public string Number { get; set; } = "";

    public NpgsqlRange<DateOnly> Validity { get; set; }
}

/// <summary>A unit of the tree.</summary>
internal sealed class Unit
{
    public short ProvinceId { get; set; }

    public Guid Id { get; set; }

    public Guid? ParentId { get; set; }

    public string Name { get; set; } = "";
}
