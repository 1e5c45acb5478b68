using Modular.TestKit.Databases;

namespace Modular.Members.Tests.Movement;

/// <summary>Who is counted where on each day, worked out member by member and day by day from the facts, without any of the code under test.</summary>
internal sealed class CountedDays
{
    private readonly Dictionary<(string Organization, DateOnly Day), HashSet<string>> counted = [];

    private CountedDays()
    {
    }

    /// <summary>Reads the facts of all days from the first to today.</summary>
    public static async Task<CountedDays> ReadAsync(SmallProvince province, DateOnly first)
    {
        var rows = await province.Database.ScalarAsync<string[]>(
            TestProvinces.NamDinh,
            """
            select coalesce(array_agg(top.organization_id || ' ' || day::date || ' ' || assignment.member_id), '{}')
            from generate_series($1::date, $2::date, interval '1 day') as day
            join members.cell_assignment as assignment on assignment.kind = 'OFFICIAL' and assignment.valid @> day::date
            join members.membership_status as standing on standing.member_id = assignment.member_id and standing.valid @> day::date
                and standing.status in ('OFFICIAL', 'PROBATIONARY')
            join kernel.organization_tree as place on place.organization_id = assignment.organization_id and place.valid @> day::date
            join kernel.organization_tree as top on top.valid @> day::date and starts_with(place.path, top.path)
            """,
            first,
            SmallProvince.Today);
        var days = new CountedDays();
        foreach (var row in rows.Select(row => row.Split(' ')))
        {
            var key = (row[0], DateOnly.ParseExact(row[1], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            if (!days.counted.TryGetValue(key, out var members))
                days.counted[key] = members = [];
            if (!members.Add(row[2]))
                throw new InvalidOperationException($"Member {row[2]} is counted twice at {row[0]} on {row[1]}.");
        }

        return days;
    }

    /// <summary>Who is counted by an organization on a day.</summary>
    public IReadOnlySet<string> At(Guid organization, DateOnly day) => counted.GetValueOrDefault((organization.ToString(), day)) ?? [];

    /// <summary>How many began to be counted in a period, and how many ceased.</summary>
    public (int Increase, int Decrease) Between(Guid organization, DateOnly from, DateOnly to)
    {
        var (increase, decrease) = (0, 0);
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            increase += At(organization, day).Except(At(organization, day.AddDays(-1))).Count();
            decrease += At(organization, day.AddDays(-1)).Except(At(organization, day)).Count();
        }

        return (increase, decrease);
    }
}
