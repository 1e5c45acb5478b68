using System.Buffers;
using System.IO.Pipelines;

namespace Modular.GraphQL.AspNetCore.Responses;

/// <summary>Holds a response until its status is known. It grows by further pieces of the shared pool, so that nothing is copied and
/// nothing large is left to the garbage collector.</summary>
/// <param name="limit">How many bytes it may hold, about: it is looked at whenever a piece is full.</param>
internal sealed class ResponseBuffer(long limit = long.MaxValue) : IBufferWriter<byte>, IDisposable
{
    private const int FirstSize = 16 * 1024;

    // Larger arrays are the large object heap's, whose collections are the dear ones.
    private const int LargestSize = 64 * 1024;

    private readonly List<(byte[] Piece, int Length)> filled = [];
    private byte[] current = [];
    private int used;

    public long Length { get; private set; }

    public void Advance(int count)
    {
        used += count;
        Length += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        EnsureRoom(sizeHint);
        return current.AsMemory(used);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        EnsureRoom(sizeHint);
        return current.AsSpan(used);
    }

    /// <summary>What was written, as long as nothing more is.</summary>
    public ReadOnlySequence<byte> Written
    {
        get
        {
            var first = new Segment(filled.Count > 0 ? filled[0].Piece.AsMemory(0, filled[0].Length) : current.AsMemory(0, used));
            var last = first;
            for (var piece = 1; piece < filled.Count; piece++)
                last = last.Append(filled[piece].Piece.AsMemory(0, filled[piece].Length));
            if (filled.Count > 0)
                last = last.Append(current.AsMemory(0, used));
            return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
        }
    }

    public async ValueTask CopyToAsync(PipeWriter output, CancellationToken cancellation)
    {
        foreach (var (piece, length) in filled)
            await output.WriteAsync(piece.AsMemory(0, length), cancellation);

        await output.WriteAsync(current.AsMemory(0, used), cancellation);
    }

    public void Dispose()
    {
        foreach (var (piece, _) in filled)
            ArrayPool<byte>.Shared.Return(piece);

        if (current.Length > 0)
            ArrayPool<byte>.Shared.Return(current);
        filled.Clear();
        current = [];
        used = 0;
    }

    private void EnsureRoom(int sizeHint)
    {
        if (current.Length - used >= Math.Max(sizeHint, 1))
            return;

        if (Length > limit)
            throw new ResponseTooLargeException();

        if (current.Length > 0)
            filled.Add((current, used));
        current = ArrayPool<byte>.Shared.Rent(Math.Max(sizeHint, Math.Clamp(current.Length * 2, FirstSize, LargestSize)));
        used = 0;
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory) => Memory = memory;

        public Segment Append(ReadOnlyMemory<byte> memory)
        {
            var next = new Segment(memory) { RunningIndex = RunningIndex + Memory.Length };
            Next = next;
            return next;
        }
    }
}
