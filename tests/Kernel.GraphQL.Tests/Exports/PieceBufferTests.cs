using System.Security.Cryptography;
using Modular.Kernel.GraphQL.Exports.Running;

namespace Modular.Kernel.GraphQL.Tests.Exports;

public sealed class PieceBufferTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(256 * 1024)]
    [InlineData(700_001)]
    public async Task The_pieces_together_are_what_was_written(int size)
    {
        var bytes = RandomNumberGenerator.GetBytes(size);
        using var buffer = new PieceBuffer();
        using var kept = new MemoryStream();
        var largest = 0;
        for (var written = 0; written < size; written += 50_000)
        {
            buffer.Write(bytes.AsSpan(written, Math.Min(50_000, size - written)));
            await buffer.DrainAsync(isEnd: false, KeepAsync);
        }

        await buffer.DrainAsync(isEnd: true, KeepAsync);

        Assert.Equal(bytes, kept.ToArray());
        Assert.Equal(size, buffer.Written);
        Assert.InRange(largest, 0, 256 * 1024);
        Assert.Equal((size + (256 * 1024) - 1) / (256 * 1024), buffer.Pieces);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), buffer.TakeHash());

        Task KeepAsync(int number, ReadOnlyMemory<byte> piece)
        {
            largest = Math.Max(largest, piece.Length);
            kept.Write(piece.Span);
            return Task.CompletedTask;
        }
    }
}
