using Modular.Kernel.Provinces;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.Entities;

/// <summary>A row of <c>kernel.organization_tree</c>, which every module's context may join.</summary>
public sealed class OrganizationTreeRow : IProvinceOwned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The organization.</summary>
    public Guid OrganizationId { get; private set; }

    /// <summary>The organization directly above, or null for the root of the province.</summary>
    public Guid? ParentId { get; private set; }

    /// <summary>The labels from the root down, each ended by a dot.</summary>
    public string Path { get; private set; } = "";

    /// <summary>0 for the root.</summary>
    public int Depth { get; private set; }

    /// <summary>The kind's code.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>The days on which the organization had this place.</summary>
    public NpgsqlRange<DateOnly> Valid { get; private set; }

    /// <summary>
    /// The days on which this place decides who reaches the organization: as <see cref="Valid"/>, but without a beginning for the
    /// first place and without an end for the last, so that what is not founded yet or was dissolved stays with somebody.
    /// </summary>
    public NpgsqlRange<DateOnly> Standing { get; private set; }
}
