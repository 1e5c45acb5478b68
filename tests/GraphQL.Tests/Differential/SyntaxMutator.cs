namespace Modular.GraphQL.Tests.Differential;

/// <summary>Makes documents by putting fragments of the grammar together and breaking some of them, always the same for a seed.</summary>
internal static class SyntaxMutator
{
    private static readonly string[] Whole =
    [
        "{ a b: c(d: 1, e: -2.5e3) @f { ...G ... on T { h } ... @i { j } } }",
        "query Q($a: Int = 1, $b: [T!]! @d(x: {y: [true, null, E]})) @e { f(g: $a, h: [$b]) }",
        "mutation M { a(input: {text: \"x\\u00E1\\n\\u{1F600}\", block: \"\"\"\n    one\n      two \\\"\"\" three\n    \"\"\"}) { b } }",
        "subscription { a } fragment F on T @d { a { b { c { d } } } }",
        "\"Mô tả\" query Đ { a }",
        "\"described\" query D(\"v\" $v: Int) { a } \"\"\"\nblock\n\"\"\" fragment F on T { a }",
        "# comment đảng 😀\n{ a } # end",
        "schema @d { query: Q mutation: M } extend schema { subscription: S }",
        "\"s\" scalar S @specifiedBy(url: \"u\") extend scalar S @d",
        "\"\"\"\nType\n\"\"\"\ntype T implements & A & B @d { \"f\" f(\"a\" a: Int = 1 @d, b: [S!]): T! @deprecated(reason: \"x\") g: Int }",
        "interface I implements J { a: Int } extend interface I @d extend type T implements K extend type T { x: Int }",
        "union U @d = | A | B extend union U = C enum E { A @d \"b\" B } extend enum E { C }",
        "input I @oneOf { a: Int = 1 b: [I!] } extend input I { c: S } directive @d(a: Int) repeatable on | FIELD | OBJECT",
        "{ longFieldName(firstLongArgument: \"some text that is long\", secondLongArgument: \"more text that is long\") }",
        "{ a(b: \"\", c: \"\"\"\"\"\", d: \"\"\" x\"\"\", e: \"\"\"y\\\"\"\", f: 0, g: -0, h: 0.0, i: 1E5) }",
        "\uFEFF{\r\n  a\r  b,,,\tc\n}",
    ];

    private static readonly string[] Pieces =
    [
        "{", "}", "(", ")", "[", "]", ":", "=", "|", "&", "@", "!", "$", "...", "..", ".", "on", "fragment", "query", "type", "extend", "true",
        "null", "name", "0", "00", "-", "1.", "1.5", "1e", ".5", "0x1", "\"", "\"s\"", "\"\\q\"", "\"\\u12\"", "\"\\u{D800}\"", "\"\\uD83D\\uDE00\"",
        "\"\\uD83D\"", "\"\"\"", "\"\"\"b\"\"\"", "'", "?", "%", "\u0000", "\u0085", "đ", "😀", "\u2028", "\n", "\r", "\r\n", " ", ",", "#", "# x\n",
        "enum", "input", "schema", "directive", "union", "interface", "scalar", "implements", "repeatable", "FIELD", "subscription", "_",
    ];

    public static string[] Documents(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(index => index < Whole.Length ? Whole[index] : Mutate(random))];
    }

    private static string Mutate(Random random)
    {
        var text = Whole[random.Next(Whole.Length)];
        if (random.Next(3) == 0)
            text += " " + Whole[random.Next(Whole.Length)];

        for (var remaining = random.Next(3); remaining > 0; remaining--)
            text = MutateOnce(random, text);

        return text;
    }

    private static string MutateOnce(Random random, string text)
    {
        // Surrogate pairs stay whole: a lone half cannot travel in UTF-8.
        var place = Boundary(text, random.Next(text.Length + 1));
        var end = Boundary(text, Math.Min(text.Length, place + random.Next(1, 4)));
        return random.Next(4) switch
        {
            0 => text.Remove(place, end - place),
            1 => text.Insert(place, Pieces[random.Next(Pieces.Length)]),
            2 => text.Insert(place, " " + Pieces[random.Next(Pieces.Length)] + " "),
            _ => text[..place] + Pieces[random.Next(Pieces.Length)] + text[end..],
        };
    }

    private static int Boundary(string text, int place) => place < text.Length && char.IsLowSurrogate(text[place]) ? place - 1 : place;
}
