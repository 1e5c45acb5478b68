using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;

namespace Modular.ResidenceLiaison.Statistics;

/// <summary>The letters of a cell in a year's register. The database keeps it true by triggers on introductions; nothing else writes it.</summary>
internal sealed class LetterCount : IProvinceOwned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The member's own cell.</summary>
    public Guid OrganizationId { get; private set; }

    /// <summary>The year of the register.</summary>
    public int Year { get; private set; }

    /// <summary>How many letters were issued in it.</summary>
    public int Issued { get; private set; }

    /// <summary>How many of these a commune committee has received.</summary>
    public int Received { get; private set; }

    /// <summary>How many of these hold still.</summary>
    public int Held { get; private set; }

    /// <summary>How many members count in the year by letters that are over.</summary>
    public int Past { get; private set; }
}
