using System.Buffers;
using System.Text;
using BenchmarkDotNet.Attributes;
using Modular.GraphQL;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;
using Modular.GraphQL.Validation;

namespace Modular.Benchmarks.GraphQL;

/// <summary>What a document costs before it is cached: parsing, validating, and the whole of a first request.</summary>
[MemoryDiagnoser]
public class DocumentBenchmarks
{
    private static readonly byte[] Page = Encoding.UTF8.GetBytes(BenchmarkSchema.Page);
    private static readonly byte[] Nested = Encoding.UTF8.GetBytes(BenchmarkSchema.Nested);

    private readonly Schema schema = BenchmarkSchema.Build();
    private readonly Document page = Parser.Parse(new Source(Page));
    private readonly Document nested = Parser.Parse(new Source(Nested));
    private readonly ArrayBufferWriter<byte> output = new(1 << 20);

    [Benchmark]
    public object Parse_page() => Parser.Parse(new Source(Page));

    [Benchmark]
    public object Parse_nested() => Parser.Parse(new Source(Nested));

    [Benchmark]
    public object Validate_page() => Validator.Validate(schema, page);

    [Benchmark]
    public object Validate_nested() => Validator.Validate(schema, nested);

    [Benchmark]
    public async Task<int> First_request_for_type_name()
    {
        output.ResetWrittenCount();
        await new GraphQLEngine().ExecuteAsync(schema, new("{ __typename }"), new RequestContext(), output);
        return output.WrittenCount;
    }

    [Benchmark]
    public object Build_the_schema() => BenchmarkSchema.Build();
}
