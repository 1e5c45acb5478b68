using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;

namespace NamDinh.GrassrootsOversight.Campaigns;

/// <summary>A campaign among households (đợt vận động), such as a site clearance (OV-08).</summary>
internal sealed class Campaign : IProvinceOwned, IVersioned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; init; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>The organization that runs it.</summary>
    public Guid OrganizationId { get; init; }

    /// <summary>Its code, by which files name it.</summary>
    public string Code { get; init; } = "";

    /// <summary>What it is about.</summary>
    public string Name { get; init; } = "";

    /// <summary>The first day.</summary>
    public DateOnly StartedOn { get; init; }

    /// <summary>The day on which it was last looked at who is in charge of which household (OV-05); null where that was never done.</summary>
    public DateOnly? DivisionReviewedOn { get; private set; }

    /// <summary>The day on which it ended.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>The day on which what names the households was deleted (OV-20).</summary>
    public DateOnly? HouseholdsDeletedOn { get; private set; }

    /// <summary>It was looked at who is in charge of which household.</summary>
    public void ReviewDivision(DateOnly on) => DivisionReviewedOn = on;

    /// <summary>It is over.</summary>
    public void End(DateOnly on) => EndedOn = on;

    /// <summary>What names the households is gone.</summary>
    public void ForgetHouseholds(DateOnly on) => HouseholdsDeletedOn = on;
}
