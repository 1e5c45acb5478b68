namespace Modular.GraphQL.AspNetCore.Uploads;

/// <summary>The files that came with a request, by the keys of its <c>map</c>.</summary>
internal sealed class UploadedFiles : IAsyncDisposable
{
    private readonly Dictionary<string, UploadedFile> files = new(StringComparer.Ordinal);

    public int Count => files.Count;

    public void Add(string key, UploadedFile file) => files.Add(key, file);

    public bool Contains(string key) => files.ContainsKey(key);

    public UploadedFile? Find(string key) => files.GetValueOrDefault(key);

    public async ValueTask DisposeAsync()
    {
        foreach (var file in files.Values)
            await file.DisposeAsync();
    }
}
