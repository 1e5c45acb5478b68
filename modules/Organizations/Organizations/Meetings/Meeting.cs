using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Modular.Organizations.Contracts;

namespace Modular.Organizations.Meetings;

/// <summary>A meeting of a cell or a committee that was held (ORG-15). Who came is told in numbers; names belong to the minutes.</summary>
internal sealed class Meeting : IProvinceOwned, IVersioned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The meeting.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>The organization that met.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>Whether its members met or its committee.</summary>
    public required MeetingBody Body { get; init; }

    /// <summary>What sort of meeting it was.</summary>
    public required PartyMeetingKind Kind { get; set; }

    /// <summary>The day on which it was held.</summary>
    public required DateOnly HeldOn { get; set; }

    /// <summary>The first day of its month; the database derives it.</summary>
    public DateOnly Month { get; private set; }

    /// <summary>Its year; the database derives it.</summary>
    public int Year { get; private set; }

    /// <summary>How many were to attend.</summary>
    public required int Expected { get; set; }

    /// <summary>How many attended.</summary>
    public required int Present { get; set; }

    /// <summary>Of a regular meeting that was held by Party groups, which one of the year it is; null of every other.</summary>
    public short? GroupMeeting { get; set; }

    /// <summary>What it was about.</summary>
    public string? Topic { get; set; }

    /// <summary>Number and symbol of its resolution or minutes.</summary>
    public string? Reference { get; set; }
}
