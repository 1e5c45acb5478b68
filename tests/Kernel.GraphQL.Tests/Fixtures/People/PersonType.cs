using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL.Tests.Fixtures.People;

internal sealed class PersonType : EntityType<Person, PeopleDbContext>
{
    protected override void Define(EntityTypeBuilder<Person> person)
    {
        person.Requires(PeoplePermissions.Read).IsNode();

        person.Field(p => p.FullName, DataClass.Basic);
        person.Field(p => p.CitizenId, "Citizen identity number (số căn cước).", DataClass.Sensitive).Requires(PeoplePermissions.ReadSensitive);
        person.Field(p => p.Status, "Where the person stands.", DataClass.Basic);
        person.Field(p => p.JoinedOn, "When the person joined.", DataClass.Basic);
        person.Field(p => p.LeftOn, "When the person left.", DataClass.Basic);
        person.Field(p => p.Points, "Points.", DataClass.Basic);
        person.Field(p => p.Dues, "Dues of the year.", DataClass.Basic);
        person.Field(p => p.Payments, "Payments so far.", DataClass.Basic);
        person.Field(p => p.Tags, "Tags.", DataClass.Basic);
        person.Field(p => p.CreatedAt, "When the person was written down.", DataClass.Internal);
        person.Field(p => p.Home.Commune, "The commune of the home.", DataClass.Basic).Named("commune");
        person.Computed<bool>("hasLeft", "Whether the person has left.", DataClass.Basic,
            row => $"coalesce({row[p => p.LeftOn]} <= {row.Today}, false)");

        person.Reference("organization", "Organization", p => p.OrganizationId, "The organization to which the person belongs.");
        person.Reference("sponsor", "Person", p => p.SponsorId, "Who vouched for the person.");
        person.Children<Card>("cards", c => c.PersonId, "All cards of the person.").AllPeriods().SortedBy("NUMBER").AtMost(3);
        person.Single<Card>("card", c => c.PersonId, "The card in force.");
        person.Connection<Person>("sponsored", p => p.SponsorId, "For whom the person vouched.").AtMost(5);

        person.Filter(p => p.Status).Filter(p => p.JoinedOn).Filter(p => p.LeftOn).Filter(p => p.CitizenId).Filter(p => p.OrganizationId);
        person.Filter(p => p.FullName, p => p.SearchKey);
        // At most three are few, so that values tell which way a page takes.
        person.Filter<int>(
            "pointsAbove", "Those with more points.",
            (row, value) => Sql.Holds(
                $"same.points > {value}", $"people.person as same where same.province_id = (select current_setting('app.province')::smallint) and same.id = {row[p => p.Id]}"),
            permission: null,
            (value, _) => $"""
                (select case when count(*) <= 3 then coalesce(array_agg(few.id), array[]::uuid[]) end
                from people.person as few where few.province_id = (select current_setting('app.province')::smallint) and few.points > {value})
                """);
        person.FilterByOrganization("within", "Those of an organization.", p => p.OrganizationId);
        person.Sortable("NAME", p => p.FullName).Sortable("JOINED_ON", p => p.JoinedOn).Sortable("LEFT_ON", p => p.LeftOn).Sortable("CITIZEN_ID", p => p.CitizenId);
        person.Search(p => p.SearchKey);
    }
}

internal sealed class CardType : EntityType<Card, PeopleDbContext>
{
    protected override void Define(EntityTypeBuilder<Card> card)
    {
        card.Describe("A card of a person (thẻ).").Requires(PeoplePermissions.Read);
        card.Field(c => c.Number, "The number of the card (số thẻ).", DataClass.Basic);
        card.Period(c => c.Validity, "validFrom", "validTo", "in force.", DataClass.Basic).Dated(c => c.Validity);
        card.Sortable("NUMBER", c => c.Number);
    }
}

internal sealed class PeopleQueries : QueryFields
{
    protected override void Define(QueryBuilder query)
    {
        query.ById<Person>("person", "One person.");
        query.Connection<Person>("people", "All people.");
        query.StatementList<StatusCount>("peopleByStatus", "How many people stand where.", DataClass.Internal, count =>
        {
            var asOf = count.AsOf();
            count.Sql(sql =>
            {
                var person = sql.Table<Person>("person");
                return $"""
                    select {person[p => p.Status]} as status, count(*) as number_of_people, min({person[p => p.OrganizationId]}::text)::uuid as organization_id
                    from {person} where {person[p => p.JoinedOn]} <= {asOf} group by 1 order by 1
                    """;
            });
        }).Requires(PeoplePermissions.Read);
    }
}

/// <summary>How many people stand somewhere.</summary>
/// <param name="Status">Where they stand.</param>
/// <param name="NumberOfPeople">How many they are.</param>
/// <param name="OrganizationId">An organization of one of them.</param>
[Classified(DataClass.Internal)]
internal sealed record StatusCount(PersonStatus Status, int NumberOfPeople, [property: References("Organization")] Guid? OrganizationId);
