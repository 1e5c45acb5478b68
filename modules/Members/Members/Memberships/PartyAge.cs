using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Members.Contracts;
using Modular.Members.People;

namespace Modular.Members.Memberships;

/// <summary>Party age (tuổi đảng) on a day.</summary>
/// <param name="Years">Full years.</param>
/// <param name="Months">Full months beyond the years.</param>
/// <param name="CountsFrom">The day from which it counts: the admission decision, the date of joining, or a day that was confirmed.</param>
[Classified(DataClass.Basic)]
internal sealed record PartyAge(int Years, int Months, DateOnly CountsFrom)
{
    /// <summary>
    /// The statement. Party age ends with a member's death; who was expelled, removed or left has none after that day.
    /// </summary>
    public static void Define(StatementBuilder age)
    {
        var asOf = age.AsOf("The day on which the age is told; today where left out.");
        age.Sql(sql =>
        {
            var member = sql.Table<Member>("member");
            return $"""
                select counted.key, date_part('year', counted.age)::int as years, date_part('month', counted.age)::int as months, counted.counts_from
                from (
                    select {member[m => m.Id]} as key, {member[m => m.PartyAgeFrom]} as counts_from,
                        age(least({asOf}, coalesce({member[m => m.LeftOn]}, {asOf})), {member[m => m.PartyAgeFrom]}) as age
                    from {member}
                    where {member[m => m.Id]} = any ({sql.Keys}) and {member[m => m.PartyAgeFrom]} <= {asOf}
                        and ({member[m => m.LeftOn]} is null or {member[m => m.LeftOn]} > {asOf}
                            or {member[m => m.Status]} = {member.Value(m => m.Status, MembershipStatus.Deceased)})
                ) as counted
                """;
        });
    }
}
