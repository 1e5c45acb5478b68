using Modular.GraphQL.CodeFirst;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Sdl;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Tests.CodeFirst;

public sealed class TypeMapTests
{
    private static readonly Dictionary<Type, string> Scalars = new()
    {
        [typeof(string)] = "String",
        [typeof(int)] = "Int",
        [typeof(short)] = "Int",
        [typeof(bool)] = "Boolean",
        [typeof(double)] = "Float",
    };

    private readonly TypeMap types;

    public TypeMapTests() => types = new TypeMap(Scalars, MakeField, type => type == typeof(Forbidden) ? "Forbidden is not to be shown." : null);

    [Fact]
    public void Records_become_input_objects_with_descriptions_defaults_and_nullability()
    {
        types.InputRecord(typeof(RegisterShip), "tests");

        Assert.Equal(
            """"
            type Query {
              a(input: RegisterShip): Int
            }

            """A ship for the register."""
            input RegisterShip {
              """How it is called."""
              name: String!

              """Whose it is."""
              owner: ID!

              """Who sails it."""
              crews: [Crew!]

              """How big it is."""
              size: Size! = VERY_LARGE

              """A note."""
              note: String = "a \"note\""
              tags: [String]!
              draught: Float
              flag: Flag
            }

            input Crew {
              headCount: Int!
            }

            """How big."""
            enum Size {
              SMALL

              """Over 100 m."""
              VERY_LARGE
              HUGE @deprecated(reason: "Use VERY_LARGE.")
            }

            input Flag @oneOf {
              code: String
              number: Int
            }
            """",
            Print("input: RegisterShip"));
    }

    [Fact]
    public void What_an_abstract_record_initializes_is_the_default_in_those_that_derive_from_it()
    {
        types.InputRecord(typeof(RepairShip), "tests");

        Assert.Equal(
            """
            type Query {
              a(input: RepairShip): Int
            }

            input RepairShip {
              days: Int! = 3
              name: String!
            }
            """,
            Print("input: RepairShip"));
    }

    [Fact]
    public void Records_become_object_types()
    {
        Assert.Equal("[Ship!]", types.Output(TypeUse.Of(typeof(TypeMapTests).GetMethod(nameof(Ships))!.ReturnParameter), "tests"));
        Assert.Equal(["Ship", "Size"], types.Definitions.Select(known => known.Definition.Name));
        Assert.Equal(
            ["name: String!", "size: Size", "sister: Ship", "length: Int!"],
            ((ObjectTypeDefinition)types.Definitions[0].Definition).Fields.Select(field => $"{field.Name}: {field.Type}"));
    }

    [Theory]
    [InlineData(typeof(object))]
    [InlineData(typeof(Dictionary<string, string>))]
    [InlineData(typeof(IDisposable))]
    [InlineData(typeof(Optional<int>))]
    public void What_is_neither_scalar_nor_enumeration_nor_record_has_no_place(Type type) =>
        Assert.Throws<InvalidOperationException>(() => types.InputRecord(type, "tests"));

    [Fact]
    public void What_the_owner_refuses_is_refused_with_the_reason()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => types.OutputObject(typeof(Forbidden), "tests"));

        Assert.Equal("Forbidden is not to be shown.", refused.Message);
    }

    public static List<Ship>? Ships() => null;

    private string Print(string argument)
    {
        var builder = new SchemaBuilder { MustExecute = false };
        var (name, type) = (argument.Split(": ")[0], argument.Split(": ")[1]);
        builder.Add(new ObjectTypeDefinition("Query") { Fields = [new FieldDefinition("a", "Int") { Arguments = [new ArgumentDefinition(name, type)] }] }, "tests");
        foreach (var (definition, owner) in types.Definitions)
            builder.Add(definition, owner);
        return SdlPrinter.Print(builder.Build());
    }

    private FieldDefinition MakeField(RecordProperty property) => new(property.Name, types.Output(property.Use, property.Owner))
    {
        Resolver = new ValueResolver<object>(property.Getter()),
    };
}

/// <summary>How big.</summary>
public enum Size
{
    Small,

    /// <summary>Over 100 m.</summary>
    VeryLarge,

    [GraphQLDeprecated("Use VERY_LARGE.")]
    Huge,

    [GraphQLIgnore]
    Secret,
}

/// <summary>A ship for the register.</summary>
/// <param name="Name">How it is called.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Crews">Who sails it.</param>
/// <param name="Size">How big it is.</param>
/// <param name="Note">A note.</param>
public sealed record RegisterShip(string Name, [property: ID("Person")] Guid Owner, IReadOnlyList<Crew>? Crews, Size Size = Size.VeryLarge, string? Note = "a \"note\"")
{
    public string?[] Tags { get; init; } = [];

    public Optional<double> Draught { get; init; }

    public Flag? Flag { get; init; }

    [GraphQLIgnore]
    public string Ignored => "";
}

public sealed record Crew(short HeadCount);

public abstract record YardWork
{
    public int Days { get; init; } = 3;
}

public sealed record RepairShip : YardWork
{
    public required string Name { get; init; }
}

[OneOf]
public sealed record Flag
{
    public string? Code { get; init; }

    public int Number { get; init; }
}

[GraphQLName("Ship")]
public sealed record Ship(string Name, Size? Size, Ship? Sister)
{
    public int Length => Name.Length;
}

public sealed record Forbidden(string Name);
