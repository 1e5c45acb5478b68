using Modular.GraphQL.Execution;
using Modular.GraphQL.TypeSystem;

namespace Modular.Benchmarks.GraphQL;

/// <summary>A member as a page of a register shows one: ten fields of the usual kinds.</summary>
internal sealed record MemberRow(
    string Id, string Name, string Card, int Age, int PartyAge, double Dues, bool IsOfficial, string Position, string Village, string? Phone);

/// <summary>A tree of three levels: 20 committees, 10 cells each, 5 members each.</summary>
internal sealed record UnitRow(string Name, IReadOnlyList<UnitRow> Units, IReadOnlyList<MemberRow> Members);

/// <summary>The schema and the data of the benchmarks.</summary>
internal static class BenchmarkSchema
{
    public const string Page = "{ members { id name card age partyAge dues isOfficial position village phone } }";
    public const string Nested = "{ units { name units { name members { id name age } } } }";
    public const string TypeName = "{ __typename }";

    public static readonly MemberRow[] Members = [.. Enumerable.Range(0, 1000).Select(Member)];

    public static readonly UnitRow[] Units =
    [
        .. Enumerable.Range(0, 20).Select(unit => new UnitRow(
            $"Đảng bộ {unit}", [.. Enumerable.Range(0, 10).Select(cell => new UnitRow($"Chi bộ {cell}", [], [.. Members.Skip(cell * 5).Take(5)]))], [])),
    ];

    public static Schema Build() => new SchemaBuilder()
        .Add(new ObjectTypeDefinition("Query") { Fields = [Root("members", "[Member!]!", Members), Root("units", "[Unit!]!", Units)] }, "benchmark")
        .Add(
            new ObjectTypeDefinition("Member")
            {
                Fields =
                [
                    Read("id", "ID!", (MemberRow member) => member.Id), Read("name", "String!", (MemberRow member) => member.Name),
                    Read("card", "String!", (MemberRow member) => member.Card), Read("age", "Int!", (MemberRow member) => member.Age),
                    Read("partyAge", "Int!", (MemberRow member) => member.PartyAge), Read("dues", "Float!", (MemberRow member) => member.Dues),
                    Read("isOfficial", "Boolean!", (MemberRow member) => member.IsOfficial), Read("position", "String!", (MemberRow member) => member.Position),
                    Read("village", "String!", (MemberRow member) => member.Village), Read("phone", "String", (MemberRow member) => member.Phone),
                ],
            },
            "benchmark")
        .Add(
            new ObjectTypeDefinition("Unit")
            {
                Fields =
                [
                    Read("name", "String!", (UnitRow unit) => unit.Name), Read("units", "[Unit!]!", (UnitRow unit) => unit.Units),
                    Read("members", "[Member!]!", (UnitRow unit) => unit.Members),
                ],
            },
            "benchmark")
        .Build();

    private static FieldDefinition Root(string name, string type, object value) => new(name, type) { Resolver = new ValueResolver<object?>(_ => value) };

    private static FieldDefinition Read<T, TValue>(string name, string type, Func<T, TValue> read)
        => new(name, type) { Resolver = new ValueResolver<T, TValue>(read) };

    private static MemberRow Member(int number) => new(
        $"TWVtYmVyOjAwMDAwMDAw{number:D6}", $"Nguyễn Văn {number}", $"36.{number:D6}", 20 + (number % 60), number % 50, number / 8.0, number % 7 != 0,
        "Bí thư chi bộ", $"Thôn {number % 100}", number % 3 == 0 ? null : $"09{number:D8}");
}
