using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using NpgsqlTypes;

namespace Modular.Kernel.GraphQL.Tests.Fixtures.People;

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

/// <summary>A person on a list (người).</summary>
internal sealed class Person : IProvinceOwned, IVersioned
{
    public ProvinceId ProvinceId { get; private set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid OrganizationId { get; set; }

    public Guid? SponsorId { get; set; }

    /// <summary>Full name (họ và tên).</summary>
    public required string FullName { get; set; }

    public string SearchKey { get; set; } = "";

    public string? CitizenId { get; set; }

    public PersonStatus Status { get; set; }

    public DateOnly JoinedOn { get; set; }

    public DateOnly? LeftOn { get; set; }

    public short Points { get; set; }

    public decimal Dues { get; set; }

    public long Payments { get; set; }

    public string[] Tags { get; set; } = [];

    public DateTimeOffset CreatedAt { get; set; }

    public Home Home { get; set; } = new();

    public int Version { get; private set; }
}

/// <summary>Where a person lives.</summary>
internal sealed class Home
{
    public string Commune { get; set; } = "";
}

/// <summary>A card of a person.</summary>
internal sealed class Card : IProvinceOwned
{
    public ProvinceId ProvinceId { get; private set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid PersonId { get; set; }

    public required string Number { get; set; }

    public NpgsqlRange<DateOnly> Validity { get; set; }
}
