using Modular.GraphQL.Sdl;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Tests.TypeSystem;

/// <summary>How the contributions of several owners become one schema.</summary>
public sealed class CompositionTests
{
    [Fact]
    public void Owners_extend_the_types_of_others()
    {
        var schema = TwoModules().Build();

        var member = Assert.IsType<ObjectType>(schema.FindType("Member"));
        Assert.Equal(
            [("id", "members"), ("name", "members"), ("rating", "assessment"), ("marks", "assessment")],
            member.Fields.Select(field => (field.Name, field.Owner)));
        Assert.Equal("members", member.Owner);
        Assert.Equal(["Node", "Rated"], member.Interfaces.Select(contract => contract.Name));
    }

    [Fact]
    public void A_contribution_is_printed_apart_from_those_of_others()
    {
        var schema = TwoModules().Build();

        Assert.Equal(
            """
            enum Kind {
              A
            }

            input MemberFilter {
              name: String
            }

            type Member implements Node {
              id: ID!
              name: String
            }

            interface Node {
              id: ID!
            }

            union Found = Member

            type Query {
              member(id: ID!): Member
            }
            """,
            SdlPrinter.PrintContribution(schema, "members", sorted: false));
        Assert.Equal(
            """"
            directive @rated on FIELD_DEFINITION

            extend union Found = Rating

            extend enum Kind {
              B
            }

            extend type Member implements Rated {
              marks: [Int!]!
              rating: Rating
            }

            extend input MemberFilter {
              rating: Int = 5
            }

            interface Rated {
              marks: [Int!]!
            }

            """A rating (xếp loại)"""
            type Rating {
              value: Int! @deprecated(reason: "use marks")
            }
            """",
            SdlPrinter.PrintContribution(schema, "assessment"));
        Assert.Equal("", SdlPrinter.PrintContribution(schema, "nobody"));
    }

    [Fact]
    public void All_conflicts_are_told_at_once_with_both_owners_and_the_fix()
    {
        var builder = new SchemaBuilder { MustExecute = false };
        builder.Add(new ObjectTypeDefinition("Query") { Fields = [new("a", "Int")] }, "one");
        builder.Add(new ObjectTypeDefinition("Member") { Fields = [new("id", "ID!"), new("organization", "Organisation")] }, "one");
        builder.Add(new ObjectTypeDefinition("Member") { Fields = [new("id", "ID!")] }, "two");
        builder.Extend(new ObjectTypeExtension("Member", [new("id", "Int"), new("age", "[Int")]), "three");

        var exception = Assert.Throws<SchemaException>(builder.Build);

        Assert.Equal(
            """
            The schema has 4 conflicts:
            - The type "Member" is defined by "one" and by "two". Rename one of them, or let "two" extend the type of "one" instead of defining it.
            - "Member.id" is defined by "one" and by "three". Rename one of them.
            - "Member.organization" of "one" has the type "Organisation", which nobody defines. Correct the name, or let "one" depend on the module that defines the type.
            - "Member.age" of "three" has the type "[Int": Syntax Error: Expected "]", found <EOF>. Write the type as SDL.
            """,
            exception.Message);
        Assert.Equal(["one", "two"], exception.Conflicts[0].Owners);
        Assert.Equal(["Member.id"], exception.Conflicts[1].Members);
    }

    [Fact]
    public void What_extends_a_type_of_a_module_that_is_not_enabled_falls_away()
    {
        var builder = SdlReader.Read("type Query { a: Int }", "core");
        builder.Extend(new ObjectTypeExtension("Member", [new("rating", "Int")]), "assessment");
        builder.Extend(new ObjectTypeExtension("Elsewhere", [new("x", "Int")]) { IsOptional = true }, "assessment");
        builder.AddAbsentType("Member", "members").AddAbsent("Query", "member", "members");

        var schema = builder.Build();

        Assert.Null(schema.FindType("Member"));
        Assert.Equal(
            ("members", "members", "members", null, null),
            (schema.FindAbsentType("Member"), schema.FindAbsentField("Member", "name"), schema.FindAbsentField("Query", "member"), schema.FindAbsentField("Query", "b"),
                schema.FindAbsentType("Elsewhere")));
        Assert.Equal("type Query {\n  a: Int\n}", SdlPrinter.Print(schema));
    }

    [Fact]
    public void Definitions_can_be_built_into_several_schemas()
    {
        var query = new ObjectTypeDefinition("Query") { Fields = [new("a", "Int")], Features = new Features().Set("shared") };
        var first = new SchemaBuilder { MustExecute = false }.Add(query, "one").Build();
        var second = new SchemaBuilder { MustExecute = false }.Add(query, "one").Extend(
            new ObjectTypeExtension("Query", [new("b", "Int")]) { Features = new Features().Set("extended") }, "two").Build();

        Assert.Equal(["a"], first.QueryType!.Fields.Select(field => field.Name));
        Assert.Equal(["a", "b"], second.QueryType!.Fields.Select(field => field.Name));
        Assert.Equal(("shared", "extended"), (first.QueryType.Features.Get<string>(), second.QueryType.Features.Get<string>()));
        Assert.Throws<InvalidOperationException>(() => first.QueryType.Features.Set("changed"));
    }

    [Fact]
    public void The_type_of_an_object_is_found_by_its_nearest_base_type_or_interface()
    {
        var builder = new SchemaBuilder { MustExecute = false };
        builder.Add(new ObjectTypeDefinition("Query") { Fields = [new("a", "Int")] }, "test");
        builder.Add(new ObjectTypeDefinition("Base") { ClrType = typeof(Exception), Fields = [new("a", "Int")] }, "test");
        builder.Add(new ObjectTypeDefinition("Argument") { ClrType = typeof(ArgumentException), Fields = [new("a", "Int")] }, "test");
        builder.Add(new ObjectTypeDefinition("Items") { ClrType = typeof(System.Collections.IList), Fields = [new("a", "Int")] }, "test");
        var schema = builder.Build();

        Assert.Equal(
            ["Base", "Argument", "Argument", "Base", "Items", null],
            new[] { typeof(Exception), typeof(ArgumentException), typeof(ArgumentNullException), typeof(InvalidOperationException), typeof(List<int>), typeof(int) }
                .Select(type => schema.FindObjectType(type)?.Name));
    }

    private static SchemaBuilder TwoModules()
    {
        var members = SdlReader.Read(
            """
            enum Kind { A }
            input MemberFilter { name: String }
            type Member implements Node { id: ID! name: String }
            interface Node { id: ID! }
            union Found = Member
            type Query { member(id: ID!): Member }
            """,
            "members");
        return SdlReader.Read(
            """
            directive @rated on FIELD_DEFINITION
            "A rating (xếp loại)" type Rating { value: Int! @deprecated(reason: "use marks") }
            interface Rated { marks: [Int!]! }
            extend type Member implements Rated { rating: Rating marks: [Int!]! }
            extend union Found = Rating
            extend enum Kind { B }
            extend input MemberFilter { rating: Int = 5 }
            """,
            "assessment",
            into: members);
    }
}
