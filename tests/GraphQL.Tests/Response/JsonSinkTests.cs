using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Modular.GraphQL.Response;

namespace Modular.GraphQL.Tests.Response;

public sealed class JsonSinkTests
{
    [Fact]
    public void Values_are_written_as_json()
        => Assert.Equal(
            """null true false -2147483648 9223372036854775807 0.1 -79228162514264337593543950335 "00000000-0000-0000-0000-000000000000" "0001-01-01" """.Trim(),
            Written(sink =>
            {
                sink.WriteNull();
                sink.WriteRaw(" "u8);
                sink.WriteBoolean(true);
                sink.WriteRaw((byte)' ');
                sink.WriteBoolean(false);
                sink.WriteRaw((byte)' ');
                sink.WriteInt(int.MinValue);
                sink.WriteRaw((byte)' ');
                sink.WriteLong(long.MaxValue);
                sink.WriteRaw((byte)' ');
                sink.WriteDouble(0.1);
                sink.WriteRaw((byte)' ');
                sink.WriteDecimal(decimal.MinValue);
                sink.WriteRaw((byte)' ');
                sink.WriteGuid(Guid.Empty);
                sink.WriteRaw((byte)' ');
                sink.WriteDate(DateOnly.MinValue);
            }));

    [Theory]
    [InlineData("2026-11-22T01:02:03Z", "\"2026-11-22T01:02:03Z\"")]
    [InlineData("2026-11-22T01:02:03.5000000+07:00", "\"2026-11-22T01:02:03.5+07:00\"")]
    public void A_moment_keeps_its_offset_and_fraction(string moment, string expected)
        => Assert.Equal(expected, Written(sink => sink.WriteDateTime(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture))));

    [Fact]
    public void Numbers_that_json_lacks_are_refused()
        => Assert.Throws<ArgumentException>(() => Written(sink => sink.WriteDouble(double.NaN)));

    [Fact]
    public void Every_character_survives_from_utf16_and_from_utf8()
    {
        var text = string.Concat(Enumerable.Range(0, 0xD800).Concat(Enumerable.Range(0xE000, 0x2000)).Select(code => (char)code)) + "😀";

        var fromChars = Written(sink => sink.WriteString(text));
        var fromBytes = Written(sink => sink.WriteUtf8String(Encoding.UTF8.GetBytes(text)));

        Assert.Equal(text, JsonSerializer.Deserialize<string>(fromChars));
        Assert.Equal(fromChars, fromBytes);
        Assert.StartsWith("\"\\u0000\\u0001", fromChars, StringComparison.Ordinal);
        Assert.Contains("\\b\\t\\n\\u000b\\f\\r\\u000e", fromChars, StringComparison.Ordinal);
        Assert.Contains("Đđ", Written(sink => sink.WriteString("Đđ")), StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character()
        => Assert.Equal("\"a\uFFFDb\"", Written(sink => sink.WriteString("a\uD83Db")));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    public void Segments_of_any_size_give_the_same_bytes(int segmentSize)
    {
        var text = string.Concat(Enumerable.Repeat("đảng bộ \"cơ sở\" 😀\n", 3000));
        var output = new Segments(segmentSize);
        var sink = new JsonSink(output);
        for (var i = 0; i < 1000; i++)
        {
            sink.WriteInt(i);
            sink.WriteRaw((byte)',');
        }

        sink.WriteString(text);
        sink.WriteUtf8String(Encoding.UTF8.GetBytes(text));
        sink.Flush();

        var quoted = Written(inner => inner.WriteString(text));
        Assert.Equal(string.Concat(Enumerable.Range(0, 1000).Select(i => $"{i},")) + quoted + quoted, Encoding.UTF8.GetString([.. output.Written]));
    }

    [Fact]
    public void Memory_that_is_no_array_is_written_to_as_well()
    {
        var output = new Unmanaged();
        var sink = new JsonSink(output);
        sink.WriteString("text");
        sink.Flush();
        sink.WriteInt(5);
        sink.Flush();

        Assert.Equal("\"text\"5", Encoding.UTF8.GetString([.. output.Written]));
    }

    private static string Written(Action<JsonSink> write)
    {
        var output = new ArrayBufferWriter<byte>();
        var sink = new JsonSink(output);
        write(sink);
        sink.Flush();
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>Gives segments that are hardly larger than asked for.</summary>
    private sealed class Segments(int size) : IBufferWriter<byte>
    {
        private byte[] current = [];

        public List<byte> Written { get; } = [];

        public void Advance(int count) => Written.AddRange(current.AsSpan(3, count));

        public Memory<byte> GetMemory(int sizeHint = 0)
        {
            current = new byte[Math.Max(size, sizeHint) + 3];
            return current.AsMemory(3);
        }

        public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
    }

    /// <summary>Gives memory that is not backed by an array.</summary>
    private sealed class Unmanaged : MemoryManager<byte>, IBufferWriter<byte>
    {
        private readonly byte[] buffer = GC.AllocateArray<byte>(65536, pinned: true);

        public List<byte> Written { get; } = [];

        public void Advance(int count) => Written.AddRange(buffer.AsSpan(0, count));

        public Memory<byte> GetMemory(int sizeHint = 0) => CreateMemory(buffer.Length);

        Span<byte> IBufferWriter<byte>.GetSpan(int sizeHint) => buffer;

        public override Span<byte> GetSpan() => buffer;

        public override MemoryHandle Pin(int elementIndex = 0) => default;

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
