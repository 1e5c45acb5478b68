using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Access;

namespace Modular.Kernel.GraphQL.Tests.Fixtures;

internal sealed class PeopleContext(DbContextOptions<PeopleContext> options) : DbContext(options);

internal sealed class UnitsContext(DbContextOptions<UnitsContext> options) : DbContext(options);

internal sealed class PersonType : EntityType<Person, PeopleContext>
{
    protected override void Define(EntityTypeBuilder<Person> person)
    {
        person.Requires("people.read").IsNode();

        person.Field(p => p.FullName, DataClass.Basic);
        person.Field(p => p.CitizenId, "Citizen identity number (số căn cước).", DataClass.Sensitive).Requires("people.read-sensitive");
        person.Field(p => p.Status, "Where the person stands.", DataClass.Basic);
        person.Computed<bool>("hasLeft", "Whether the person has left.", DataClass.Basic,
            row => $"coalesce({row[p => p.LeftOn]} <= {row.Today}, false)");
        person.Reference("unit", "Unit", p => p.UnitId, "The unit to which the person belongs.");
        person.Children<Card>("cards", c => c.PersonId, "All cards of the person.").AllPeriods().SortedBy("NUMBER");
        person.Single<Card>("card", c => c.PersonId, "The card in force.");

        person.Filter(p => p.Status);
        person.Filter(p => p.JoinedOn);
        person.Filter<int>("pointsAbove", "Those with more points.", (row, value) => $"{row[p => p.Points]} > {value}");
        person.FilterByOrganization("unit", "Those of a unit.", p => p.UnitId);
        person.Sortable("NAME", p => p.FullName);
        person.Sortable("JOINED_ON", p => p.JoinedOn).SortedBy("NAME");
        person.Search(p => p.SearchKey);
    }
}

internal sealed class CardType : EntityType<Card, PeopleContext>
{
    protected override void Define(EntityTypeBuilder<Card> card)
    {
        card.Requires("people.read");
        card.Field(c => c.Number, "The number of the card (số thẻ).", DataClass.Basic);
        card.Period(c => c.Validity, "validFrom", "validTo", "in force.", DataClass.Basic).Dated(c => c.Validity);
        card.Sortable("NUMBER", c => c.Number);
    }
}

internal sealed class UnitType : EntityType<Unit, UnitsContext>
{
    protected override void Define(EntityTypeBuilder<Unit> unit)
    {
        unit.Describe("A unit of the tree.").Public("Names of units are known to everyone.").IsNode();
        unit.Field(u => u.Name, "Name.", DataClass.Internal);
        unit.Reference("parent", "Unit", u => u.ParentId, "The unit above.");
        unit.Sortable("NAME", u => u.Name);
    }
}

internal sealed class PeopleOfUnits() : EntityTypeExtension("Unit")
{
    protected override void Define(EntityExtensionBuilder unit)
    {
        unit.Connection<Person>("people", p => p.UnitId, "The people of the unit.").IncludesSubtree();
        unit.Statement<int>("personCount", "How many people the unit has.", DataClass.Internal, count =>
        {
            var status = count.OptionalArgument<PersonStatus>("status", "Only those who stand so.");
            var includeSubtree = count.Flag("includeSubtree", "Counts the units below too.");
            count.Sql(sql =>
            {
                var person = sql.Table<Person>("person");
                if (!sql.Is(includeSubtree))
                    return $"select {person[p => p.UnitId]} as key, count(*)::int as value from {person} where {person[p => p.UnitId]} = any({sql.Keys}) group by 1";
                return $"""
                    select parent.organization_id as key, count(*)::int as value
                    from {sql.Tree("parent", sql.Today)} join {sql.Tree("child", sql.Today)} on {sql.IsBelow("child", "parent")}
                    join {person} on {person[p => p.UnitId]} = child.organization_id
                    where parent.organization_id = any({sql.Keys}) group by 1
                    """;
            });
        });
    }
}

internal sealed class PeopleQueries : QueryFields
{
    protected override void Define(QueryBuilder query)
    {
        query.ById<Person>("person", "One person.");
        query.Connection<Person>("people", "All people.");
    }
}
