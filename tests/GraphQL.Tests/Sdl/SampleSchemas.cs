namespace Modular.GraphQL.Tests.Sdl;

/// <summary>Schemas that between them use everything that SDL can say.</summary>
internal static class SampleSchemas
{
    public const string Everything = """"
        """
        A schema of everything.
        On two lines.
        """
        schema { query: Root mutation: Change subscription: News }

        directive @audited("why" reason: String! = "habit", times: [Int!] = [1, 2]) repeatable on FIELD_DEFINITION | OBJECT | QUERY
        "once" directive @once on FIELD

        "A moment" scalar Moment @specifiedBy(url: "https://example.com/moment")
        scalar Blob

        "Đảng viên" interface Node { id: ID! }
        interface Named implements Node { "the id" id: ID! name(short: Boolean = false, language: Language = VI): String! }

        type Member implements Named & Node {
          id: ID!
          name(short: Boolean = false, language: Language = VI, "extra" extra: Filter = {name: "x", nested: {ids: [1]}}): String!
          born: Moment
          old: Int @deprecated
          older: Int @deprecated(reason: "use \"born\"")
          friends(first: Int! = 10, after: String = null, by: [[Order!]!] = [[{by: NAME}]]): [[Member!]!]
          described(
            "the first"
            a: Float = -1.5e3
            b: Boolean = true @deprecated(reason: "gone")
          ): Blob
        }

        type Organization implements Node { id: ID! members: [Member!]! parent: Organization }
        union Found = | Member | Organization
        "Languages" enum Language { "Vietnamese" VI EN @deprecated LA @deprecated(reason: "dead") }
        enum Field10 { NAME10 NAME2 NAME }
        input Filter { name: String = "a\nb \"c\"" language: Language = VI nested: Nested = {} float: Float = 1 id: ID = 5 old: Int = 1 @deprecated }
        input Nested { ids: [ID!] = ["1", 2] deep: [Nested] }
        input Order { by: Field10 = NAME "direction" down: Boolean! = false }
        input Key @oneOf { id: ID name: String }

        type Root { find(text: String!, key: Key): [Found!]! node(id: ID!): Node }
        type Change { rename(member: ID!, to: String!): Member }
        type News { renamed: Member! }
        "not the root" type Mutation { notTheRoot: String }
        """";

    public const string Plain = "type Query { a: Int }";

    public const string Descriptions = """"
        type Query {
          "  spaced  " a: Int
          """
            indented
          more
          """
          b: Int
          "ends with \"quote\"" c: Int
          "ends with backslash \\" d: Int
          "triple \"\"\" quote" e: Int
          "" f: Int
          "seventy characters and more make a block string go onto lines of its own, as here" g: Int
          "control \u0007 and tab \t" h: Int
          i("" a: Int "x" b: Int): Int
        }
        """";

    public static IEnumerable<string> All => [Everything, Plain, Descriptions];
}
