using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.GraphQL.Tests.Fixtures.People;

internal sealed class PeopleOfOrganizations() : EntityTypeExtension("Organization")
{
    protected override void Define(EntityExtensionBuilder organization)
    {
        organization.Connection<Person>("people", p => p.OrganizationId, "The people of the organization.").IncludesSubtree();
        organization.Statement<int>("personCount", "How many people the organization has.", DataClass.Internal, count =>
        {
            var status = count.OptionalArgument<PersonStatus>("status", "Only those who stand so.");
            var includeSubtree = count.Flag("includeSubtree", "Counts the organizations below too.");
            count.Sql(sql =>
            {
                var person = sql.Table<Person>("person");
                Sql standing = sql.Given(status) ? $"{person[p => p.Status]} = {status}" : Sql.Text("true");
                if (!sql.Is(includeSubtree))
                    return $"select {person[p => p.OrganizationId]} as key, count(*) as value from {person} where {person[p => p.OrganizationId]} = any({sql.Keys}) and {standing} group by 1";
                return $"""
                    select parent.organization_id as key, count(*) as value
                    from {sql.Tree("parent", sql.Today)} join {sql.Tree("child", sql.Today)} on {sql.IsBelow("child", "parent")}
                    join {person} on {person[p => p.OrganizationId]} = child.organization_id
                    where parent.organization_id = any({sql.Keys}) and {standing} group by 1
                    """;
            });
        });
    }
}
