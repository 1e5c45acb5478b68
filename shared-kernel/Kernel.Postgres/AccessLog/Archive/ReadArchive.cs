namespace Modular.Kernel.Postgres.AccessLog;

/// <summary>Reads of sensitive data that left the log for a file.</summary>
/// <param name="Path">The file.</param>
/// <param name="First">The place in the chain of the first read.</param>
/// <param name="Last">The place in the chain of the last read.</param>
/// <param name="Sha256">The file's SHA-256, 64 hexadecimal digits.</param>
public sealed record ReadArchive(string Path, long First, long Last, string Sha256)
{
    /// <summary>How many reads are in it.</summary>
    public long Reads => Last - First + 1;
}

/// <summary>A file of archived reads is not what was sealed, or cannot be made.</summary>
public sealed class ReadArchiveException(string message) : Exception(message);
