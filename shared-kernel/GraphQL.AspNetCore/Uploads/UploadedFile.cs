namespace Modular.GraphQL.AspNetCore.Uploads;

/// <summary>A file that came with a request. It lies in a temporary file and is gone when the request is answered.</summary>
public sealed class UploadedFile : IAsyncDisposable
{
    private const int BufferSize = 64 * 1024;

    private readonly FileStream content;

    internal UploadedFile(string fileName, string contentType, FileStream content)
    {
        FileName = fileName;
        ContentType = contentType;
        this.content = content;
    }

    /// <summary>The name that the client gives the file, without folders. Not to be trusted: never a path to write to.</summary>
    public string FileName { get; }

    /// <summary>The media type that the client claims.</summary>
    public string ContentType { get; }

    /// <summary>The length in bytes.</summary>
    public long Length => content.Length;

    /// <summary>Opens the content for reading, from its start. Each reader has a place of its own.</summary>
    /// <returns>A stream that whoever opened it closes.</returns>
    public Stream OpenRead() =>
        new FileStream(content.Name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferSize, useAsync: true);

    /// <summary>Deletes the temporary file.</summary>
    /// <returns>When it is done.</returns>
    public ValueTask DisposeAsync() => content.DisposeAsync();

    internal static FileStream CreateTemporary()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite | FileShare.Delete,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        return new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
    }
}
