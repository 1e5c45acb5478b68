using System.Security.Cryptography;

namespace Modular.Kernel.GraphQL.Exports.Running;

/// <summary>Takes what a writer writes and gives it out in pieces, so that a file is never in memory as a whole.</summary>
internal sealed class PieceBuffer : Stream
{
    private const int PieceBytes = 256 * 1024;

    private readonly MemoryStream held = new();
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>How many bytes were written.</summary>
    public long Written { get; private set; }

    /// <summary>How many pieces were given out.</summary>
    public int Pieces { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>The SHA-256 of all, in hexadecimal digits; asked once, at the end.</summary>
    public string TakeHash() => Convert.ToHexStringLower(hash.GetHashAndReset());

    /// <summary>Gives out what is held, where it is enough for a piece, or the end.</summary>
    /// <param name="isEnd">Whether nothing follows.</param>
    /// <param name="keep">Takes the number and the bytes of a piece.</param>
    public async Task DrainAsync(bool isEnd, Func<int, ReadOnlyMemory<byte>, Task> keep)
    {
        if (held.Length < PieceBytes && !(isEnd && held.Length > 0))
            return;
        var all = held.GetBuffer().AsMemory(0, (int)held.Length);
        for (; all.Length >= PieceBytes || (isEnd && all.Length > 0); all = all[Math.Min(PieceBytes, all.Length)..])
            await keep(Pieces++, all[..Math.Min(PieceBytes, all.Length)]);
        var rest = all.ToArray();
        held.SetLength(0);
        held.Write(rest);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        held.Write(buffer);
        hash.AppendData(buffer);
        Written += buffer.Length;
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            held.Dispose();
            hash.Dispose();
        }

        base.Dispose(disposing);
    }
}
