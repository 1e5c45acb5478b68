using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using Modular.Members.Data;

namespace Modular.Members.Statistics;

/// <summary>
/// Counts members by all that forms tell of them, for any day and with all below an organization. Who is counted, how old they are, whether they are exempt, and their education and
/// occupation are as of the day.
/// </summary>
internal sealed class StructureFigures(MembersDbContext db)
{
    private static readonly MembershipDimension[] OfSheets = [MembershipDimension.YouthUnion, MembershipDimension.ForeignSpouse, MembershipDimension.AcademicTitle];
    private static readonly MembershipDimension[] Marks = [MembershipDimension.SecondMembership, MembershipDimension.Exempt, .. OfSheets];

    /// <summary>The members of a day (đảng số) by what is asked for, of each organization.</summary>
    public async Task<IReadOnlyDictionary<Guid, StructureCounts>> OfDayAsync(
        IReadOnlyList<Guid> organizations, DateOnly day, StructureBounds bounds, IReadOnlyCollection<MembershipDimension> dimensions, CancellationToken cancellationToken)
    {
        Guid[] asked = [.. organizations.Distinct()];
        var places = await StructureSql.PlacesOf(db, asked, day).ToListAsync(cancellationToken);
        var population = new StructurePopulation(
            [.. places.Select(place => place.Key)], [.. places.Select(place => place.OrganizationId)], null, day, day == db.Today);
        return await CountAsync(asked, population, bounds, dimensions, cancellationToken);
    }

    /// <summary>Those who were admitted in a period (đảng viên mới kết nạp) by what is asked for, of each organization: line B1 of form 1-TCTW.</summary>
    public Task<IReadOnlyDictionary<Guid, StructureCounts>> OfAdmissionsAsync(
        IReadOnlyList<Guid> organizations,
        DateOnly from,
        DateOnly to,
        StructureBounds bounds,
        IReadOnlyCollection<MembershipDimension> dimensions,
        CancellationToken cancellationToken)
    {
        Guid[] asked = [.. organizations.Distinct()];
        return CountAsync(asked, new StructurePopulation(asked, [], from, to, IsToday: false), bounds, dimensions, cancellationToken);
    }

    private async Task<IReadOnlyDictionary<Guid, StructureCounts>> CountAsync(
        Guid[] asked, StructurePopulation population, StructureBounds bounds, IReadOnlyCollection<MembershipDimension> dimensions, CancellationToken cancellationToken)
    {
        var counted = asked.ToDictionary(id => id, _ => new StructureCounts());
        var parts = StructurePart.Of(dimensions);
        foreach (var row in await StructureSql.PartsOf(db, population, bounds, parts).ToListAsync(cancellationToken))
            Add(counted[row.Key], row, parts.Single(part => part.Name == row.Part), bounds);
        if (!Marks.Any(dimensions.Contains))
            return counted;
        string[] ofSheets = [.. OfSheets.Where(dimensions.Contains).Select(dimension => EnumText.Of(dimension))];
        foreach (var mark in await StructureSql.MarksOf(db, population, bounds, ofSheets).ToListAsync(cancellationToken))
            counted[mark.Key].Add(EnumText.Read<MembershipDimension>(mark.Mark), mark.Value, mark.Count);
        return counted;
    }

    private static void Add(StructureCounts counts, StructureRow row, StructurePart part, StructureBounds bounds)
    {
        if (part == StructurePart.Person)
        {
            counts.AddToAll(row.Count, row.Days);
            counts.Add(MembershipDimension.Status, row.Status, row.Count);
            counts.Add(MembershipDimension.Sex, row.Sex, row.Count);
            counts.Add(MembershipDimension.Age, Band(row.Age, bounds.Ages), row.Count);
            counts.Add(MembershipDimension.AdmissionPeriod, row.Admission?.ToString(CultureInfo.InvariantCulture), row.Count);
        }
        else if (part == StructurePart.Origin)
        {
            counts.Add(MembershipDimension.EthnicGroup, row.EthnicGroup, row.Count);
            counts.Add(MembershipDimension.Religion, row.Religion, row.Count);
        }
        else if (part == StructurePart.Education)
        {
            counts.Add(MembershipDimension.GeneralEducation, row.GeneralEducation, row.Count);
            counts.Add(MembershipDimension.ProfessionalLevel, row.ProfessionalLevel, row.Count);
            counts.Add(MembershipDimension.PoliticalTheory, row.PoliticalTheory, row.Count);
        }
        else if (part == StructurePart.Occupation)
        {
            counts.Add(MembershipDimension.Occupation, row.Occupation, row.Count);
        }
        else
        {
            counts.Add(MembershipDimension.Seniority, Band(row.Seniority, bounds.Seniorities), row.Count);
        }
    }

    private static string? Band(int? place, IReadOnlyList<int> years) =>
        place is { } found ? StructureBounds.BandOf(found, years).ToString(CultureInfo.InvariantCulture) : null;
}
