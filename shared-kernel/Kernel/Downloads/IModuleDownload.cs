namespace Modular.Kernel.Downloads;

/// <summary>
/// Files of a module that are fetched over HTTP at <c>/{province}/downloads/{name}/{id}</c>. The host lets the user in as for GraphQL, and only where the province has enabled the
/// module; whether this user may have this file is for the module to ask, each time.
/// </summary>
public interface IModuleDownload
{
    /// <summary>The file, or null where there is none, it has expired, or the user may not have it: the three are not told apart.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<DownloadedFile?> OpenAsync(DownloadRequest request, CancellationToken cancellationToken);
}

/// <summary>What was asked for.</summary>
/// <param name="Id">The key in the address.</param>
/// <param name="Format">The kind of file (<c>?format=</c>); null where the address names none.</param>
/// <param name="Purpose">What for, as the client says (<c>X-Purpose</c>); null where it does not.</param>
/// <param name="Client">The program that asks, as it calls itself.</param>
/// <param name="RequestId">What finds the request in traces and logs.</param>
public sealed record DownloadRequest(Guid Id, string? Format, string? Purpose, string? Client, string? RequestId);

/// <summary>A file, complete.</summary>
/// <param name="MediaType">Its media type.</param>
/// <param name="Name">Its name, without personal data: letters, digits, hyphens, a dot.</param>
/// <param name="Content">Its bytes.</param>
public sealed record DownloadedFile(string MediaType, string Name, ReadOnlyMemory<byte> Content);
