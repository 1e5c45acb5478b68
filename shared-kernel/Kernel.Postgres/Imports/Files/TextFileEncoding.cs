using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Modular.Kernel.Postgres.Imports.Files;

/// <summary>
/// Finds the encoding of a text file. The whole file is checked before any of it is read, so that a wrong byte is
/// answered with its line instead of with a torn name in the register.
/// </summary>
internal static class TextFileEncoding
{
    private const int BufferSize = 1 << 16;

    public static bool HasUtf16Mark(ReadOnlySpan<byte> start) => start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    /// <exception cref="UnreadableFileException">The bytes are neither UTF-8 nor UTF-16 with a byte order mark.</exception>
    public static Encoding Of(Stream file)
    {
        Span<byte> start = stackalloc byte[2];
        file.Position = 0;
        var read = file.ReadAtLeast(start, 2, throwOnEndOfStream: false);
        file.Position = 0;
        if (start[..read] is [0xFF, 0xFE])
            return new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);
        if (start[..read] is [0xFE, 0xFF])
            return new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true);
        CheckUtf8(file);
        file.Position = 0;
        return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    }

    private static void CheckUtf8(Stream file)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var line = 1;
            var carried = 0;
            while (true)
            {
                var read = file.Read(buffer, carried, BufferSize - carried);
                var bytes = buffer.AsSpan(0, carried + read);
                var valid = ValidLength(bytes, isLast: read == 0);
                line += bytes[..valid].Count((byte)'\n');
                carried = bytes.Length - valid;
                if (read == 0 ? carried > 0 : carried >= 4)
                    throw new UnreadableFileException(new ImportFileIsNotUtf8(line));
                if (read == 0)
                    return;
                bytes[valid..].CopyTo(buffer);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>How many bytes from the start are well formed; a character that the end cuts in two is left for the next piece.</summary>
    private static int ValidLength(ReadOnlySpan<byte> bytes, bool isLast)
    {
        if (Utf8.IsValid(bytes))
            return bytes.Length;
        var valid = 0;
        while (valid < bytes.Length)
        {
            var status = Rune.DecodeFromUtf8(bytes[valid..], out _, out var consumed);
            if (status == OperationStatus.NeedMoreData && !isLast)
                return valid;
            if (status != OperationStatus.Done)
                return valid;
            valid += consumed;
        }

        return valid;
    }
}
