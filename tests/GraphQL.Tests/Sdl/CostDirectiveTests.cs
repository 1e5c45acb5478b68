using Modular.GraphQL.Planning;
using Modular.GraphQL.Sdl;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Tests.Sdl;

/// <summary>SDL says what fields cost, where the schema defines the directives for it.</summary>
public sealed class CostDirectiveTests
{
    private const string Fields =
        """
        type Query {
          plain: [Int]
          people(first: Int): [Int] @listSize(slicingArguments: ["first"], requireOneSlicingArgument: false)
          sized: [Int] @listSize(assumedSize: 7)
          heavy: Int @cost(weight: "2.5")
          old: Int @deprecated @cost(weight: "5")
        }
        """;

    [Fact]
    public void What_is_read_is_printed_again() => Assert.Equal(Fields, PrintedTypeOf(WithDirectives()));

    [Fact]
    public void A_schema_without_the_directives_keeps_it_to_itself() => Assert.Equal(
        """
        type Query {
          plain: [Int]
          people(first: Int): [Int]
          sized: [Int]
          heavy: Int
          old: Int @deprecated
        }
        """,
        PrintedTypeOf(SdlReader.Read(Fields).Build()));

    [Fact]
    public void The_facts_are_those_that_the_cost_is_estimated_by()
    {
        var schema = SdlReader.Read(Fields).Build();

        Assert.Equal(7, schema.QueryType!.FindField("sized")!.Features.Get<ListSize>()!.AssumedSize);
        Assert.Equal(2.5, schema.QueryType.FindField("heavy")!.Features.Get<FieldCost>()!.Weight);
        Assert.Null(schema.QueryType.FindField("plain")!.Features.Get<ListSize>());
    }

    private static Schema WithDirectives()
    {
        var builder = SdlReader.Read(Fields);
        foreach (var directive in CostDirectives.Definitions)
            builder.AddDirective(directive, "test");
        return builder.Build();
    }

    private static string PrintedTypeOf(Schema schema) => SdlPrinter.Print(schema, schema.QueryType!);
}
