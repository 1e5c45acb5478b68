using Modular.GraphQL.CodeFirst;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Tests.Execution;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Tests.CodeFirst;

public sealed class InputBinderTests
{
    private static readonly Guid Person = new("3f2504e0-4f89-41d3-9a0c-0305e82c3301");
    private object? bound;

    [Fact]
    public async Task Records_are_made_of_what_is_given_and_keep_apart_what_is_left_out()
    {
        await BindAsync(
            """{ "name": "Hà Nội", "owner": "OWNER", "crews": [{ "headCount": 3 }], "tags": ["a", null], "draught": 2.5, "flag": { "code": "VN" } }""");

        var ship = Assert.IsType<RegisterShip>(bound);
        Assert.Equal(("Hà Nội", Person, Size.VeryLarge, "a \"note\""), (ship.Name, ship.Owner, ship.Size, ship.Note));
        Assert.Equal([new Crew(3)], ship.Crews);
        Assert.Equal<string?[]>(["a", null], ship.Tags);
        Assert.Equal(new Optional<double>(2.5), ship.Draught);
        Assert.Equal("VN", ship.Flag?.Code);
    }

    [Fact]
    public async Task What_is_left_out_is_not_given()
    {
        await BindAsync("""{ "name": "X", "owner": "OWNER", "note": null, "size": "SMALL", "tags": [] }""");

        var ship = Assert.IsType<RegisterShip>(bound);
        Assert.False(ship.Draught.IsGiven);
        Assert.Equal(1.5, ship.Draught.Or(1.5));
        Assert.Equal((Size.Small, null, null), (ship.Size, ship.Note, ship.Crews));
    }

    [Theory]
    [InlineData("""{ "name": "X", "owner": "OWNER", "tags": [], "draught": null }""", "input.draught may be left out, but it cannot be null.")]
    [InlineData("""{ "name": "X", "owner": "nobody", "tags": [] }""", "input.owner takes the id of a Person; \"nobody\" is no id.")]
    [InlineData("""{ "name": "X", "owner": "SHIP", "tags": [] }""", "input.owner takes the id of a Person, not of a Ship.")]
    public async Task What_has_no_place_in_the_record_is_told_with_its_path(string input, string message)
    {
        var refused = await Assert.ThrowsAsync<InputBindingException>(() => BindAsync(input));

        Assert.Equal(message, refused.Message);
    }

    private async Task BindAsync(string input)
    {
        Exception? failure = null;
        var types = new TypeMap(
            new Dictionary<Type, string> { [typeof(string)] = "String", [typeof(short)] = "Int", [typeof(int)] = "Int", [typeof(double)] = "Float" },
            property => new FieldDefinition(property.Name, "Int"),
            _ => null);
        types.InputRecord(typeof(RegisterShip), "tests");
        var query = new ObjectTypeDefinition("Query")
        {
            Fields =
            [
                new FieldDefinition("bind", "Int")
                {
                    Arguments = [new ArgumentDefinition("input", "RegisterShip!")],
                    Resolver = new DelegateResolver(execution =>
                    {
                        try
                        {
                            bound = InputBinder.Bind(execution.Arguments.Raw("input"), TypeUse.Of(typeof(RegisterShip)), "input");
                        }
                        catch (InputBindingException refused)
                        {
                            failure = refused;
                        }

                        return new(ObjectLeafColumn.Of([1], execution.Planned.Field.Type));
                    }),
                },
            ],
        };
        var builder = new SchemaBuilder();
        builder.Add(query, "tests");
        foreach (var (definition, owner) in types.Definitions)
            builder.Add(definition, owner);

        var variables = input.Replace("OWNER", new GlobalId("Person", Person).ToString()).Replace("SHIP", new GlobalId("Ship", Person).ToString());
        var answer = await Answer.To(builder.Build(), "query($input: RegisterShip!) { bind(input: $input) }", $$"""{ "input": {{variables}} }""");
        Assert.Equal("""{"data":{"bind":1}}""", answer);
        if (failure is not null)
            throw failure;
    }
}
