using System.Buffers;
using System.Text;
using Modular.GraphQL.Response;
using Modular.GraphQL.Sdl;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Tests.TypeSystem;

/// <summary>What the specification's scalars make of results; what they make of input is compared with graphql-js.</summary>
public sealed class CoercionTests
{
    private static readonly Schema Schema = SdlReader.Read("type Query { i: Int f: Float s: String b: Boolean d: ID }").Build();

    public static TheoryData<string, object, string> Results => new()
    {
        { "Int", 1, "1" },
        { "Int", int.MinValue, "-2147483648" },
        { "Int", (short)-3, "-3" },
        { "Int", 7L, "7" },
        { "Int", 2.0, "2" },
        { "Int", 2m, "2" },
        { "Int", true, "1" },
        { "Int", "12", "12" },
        { "Int", 2147483648L, "Int cannot represent non 32-bit signed integer value: 2147483648" },
        { "Int", 0.5, "Int cannot represent non-integer value: 0.5" },
        { "Int", double.NaN, "Int cannot represent non-integer value: NaN" },
        { "Int", "twelve", "Int cannot represent non-integer value: \"twelve\"" },
        { "Int", new object(), "Int cannot represent non-integer value: [Object]" },
        { "Float", 1.5, "1.5" },
        { "Float", 0.1f, "0.10000000149011612" },
        { "Float", 3, "3" },
        { "Float", 1.25m, "1.25" },
        { "Float", 1e300, "1E+300" },
        { "Float", "2.5", "2.5" },
        { "Float", double.PositiveInfinity, "Float cannot represent non numeric value: Infinity" },
        { "Float", "x", "Float cannot represent non numeric value: \"x\"" },
        { "String", "đảng \"viên\"\n", "\"đảng \\\"viên\\\"\\n\"" },
        { "String", 1.5, "\"1.5\"" },
        { "String", true, "\"true\"" },
        { "String", 'c', "\"c\"" },
        { "String", double.NaN, "String cannot represent value: NaN" },
        { "String", new object(), "String cannot represent value: [Object]" },
        { "Boolean", true, "true" },
        { "Boolean", 0, "false" },
        { "Boolean", "true", "Boolean cannot represent a non boolean value: \"true\"" },
        { "ID", "a", "\"a\"" },
        { "ID", 12L, "\"12\"" },
        { "ID", new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), "\"00000001-0002-0003-0405-060708090a0b\"" },
        { "ID", 1.5, "ID cannot represent value: 1.5" },
    };

    [Theory]
    [MemberData(nameof(Results))]
    public void A_result_is_coerced_or_refused(string type, object value, string expected)
    {
        var scalar = (ScalarType)Schema.FindType(type)!;

        var coerced = scalar.CoerceResult(value);

        Assert.Equal(expected, coerced.Error ?? Written(scalar, coerced.Value!));
    }

    private static string Written(ScalarType scalar, object value)
    {
        var output = new ArrayBufferWriter<byte>();
        var sink = new JsonSink(output);
        scalar.Write(value, sink);
        sink.Flush();
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
