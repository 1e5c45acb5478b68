using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Modular.GraphQL;
using Modular.GraphQL.Execution;
using Modular.GraphQL.TypeSystem;

namespace Modular.Benchmarks.GraphQL;

/// <summary>Whole requests whose operations are cached, beside a hand-written loop over the same objects.</summary>
[MemoryDiagnoser]
public class ResponseBenchmarks
{
    private static readonly JsonWriterOptions NoChecks = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> output = new(1 << 20);
    private readonly GraphQLEngine engine = new(new() { ExecutionTimeout = null });
    private readonly GraphQLEngine withTimeout = new();
    private readonly GraphQLRequest page = new(BenchmarkSchema.Page);
    private readonly GraphQLRequest nested = new(BenchmarkSchema.Nested);
    private readonly GraphQLRequest typeName = new(BenchmarkSchema.TypeName);
    private readonly Schema schema = BenchmarkSchema.Build();

    [Benchmark(Baseline = true)]
    public int Page_by_hand()
    {
        output.ResetWrittenCount();
        using var writer = new Utf8JsonWriter(output, NoChecks);
        writer.WriteStartObject();
        writer.WriteStartObject("data"u8);
        writer.WriteStartArray("members"u8);
        foreach (var member in BenchmarkSchema.Members)
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, member.Id);
            writer.WriteString("name"u8, member.Name);
            writer.WriteString("card"u8, member.Card);
            writer.WriteNumber("age"u8, member.Age);
            writer.WriteNumber("partyAge"u8, member.PartyAge);
            writer.WriteNumber("dues"u8, member.Dues);
            writer.WriteBoolean("isOfficial"u8, member.IsOfficial);
            writer.WriteString("position"u8, member.Position);
            writer.WriteString("village"u8, member.Village);
            writer.WriteString("phone"u8, member.Phone);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.Flush();
        return output.WrittenCount;
    }

    [Benchmark]
    public Task<int> Page_of_1000_by_10() => Answer(engine, page);

    [Benchmark]
    public Task<int> Nested_20_by_10_by_5() => Answer(engine, nested);

    [Benchmark]
    public Task<int> Type_name() => Answer(engine, typeName);

    [Benchmark]
    public Task<int> Type_name_with_timeout() => Answer(withTimeout, typeName);

    private async Task<int> Answer(GraphQLEngine by, GraphQLRequest request)
    {
        output.ResetWrittenCount();
        await by.ExecuteAsync(schema, request, new RequestContext(), output);
        return output.WrittenCount;
    }
}
