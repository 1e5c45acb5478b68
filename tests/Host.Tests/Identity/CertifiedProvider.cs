using System.Diagnostics;
using System.Text.Json.Nodes;
using Modular.GraphQL.Tests.Differential;
using Modular.TestKit;

namespace Modular.Host.Tests.Identity;

/// <summary>A certified OpenID Connect provider in a process of its own.</summary>
internal sealed class CertifiedProvider : IDisposable
{
    private static readonly NodeProject Node = new("tests", "Host.Tests", "Identity", "Provider");
    private readonly Process process;

    private CertifiedProvider(Process process, string issuer)
    {
        this.process = process;
        Issuer = issuer;
    }

    /// <summary>The provider, as it names itself in its tokens.</summary>
    public string Issuer { get; }

    public static async Task<CertifiedProvider> StartAsync()
    {
        var process = await Node.StartAsync(["provider.mjs"]);
        return new CertifiedProvider(process, await process.StandardOutput.ReadLineAsync().PatientlyAsync() ?? throw new InvalidOperationException("The provider ended."));
    }

    /// <summary>Signs somebody in as a front end does.</summary>
    public async Task<(string Access, string Identity)> SignInAsync(string name, CancellationToken cancellationToken)
    {
        var tokens = JsonNode.Parse(await Node.RunAsync(["sign-in.mjs", Issuer, name], "", cancellationToken))!;
        return ((string)tokens["access"]!, (string)tokens["identity"]!);
    }

    /// <summary>Signs with a new key from now on.</summary>
    public async Task RotateAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        using var answer = await http.PostAsync(new Uri(Issuer + "/rotate"), content: null, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
