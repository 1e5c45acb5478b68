using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Host.Tests.Startup;

public sealed class TransportSecurityTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    private const string DataPolicy = "default-src 'none'; frame-ancestors 'none'";

    private readonly HttpClient http = fixture.Host.Anonymous(TestProvinces.NamDinh).Http;

    [Theory]
    [InlineData("GET", "/health/live", 200)]
    [InlineData("GET", "/nowhere", 401)]
    [InlineData("GET", "/nam-dinh/schema.graphql", 401)]
    [InlineData("POST", "/nam-dinh/graphql", 401)]
    [InlineData("POST", "/auth/login", 400)]
    public async Task Every_answer_tells_browsers_to_guess_no_type_and_to_load_nothing(string method, string path, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method == "POST")
            request.Content = new StringContent("{\"query\":\"{__typename}\"}", Encoding.UTF8, "application/json");

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(
            (status, "nosniff", DataPolicy),
            ((int)response.StatusCode, HeaderOf(response, "X-Content-Type-Options"), HeaderOf(response, "Content-Security-Policy")));
        Assert.Null(HeaderOf(response, "Strict-Transport-Security"));
        Assert.Null(HeaderOf(response, "Server"));
    }

    [Fact]
    public async Task The_page_may_load_scripts_of_this_host_alone()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nam-dinh/graphql") { Headers = { { "Accept", "text/html" } } };

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Contains("script-src 'self';", HeaderOf(response, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("script-src 'self' 'unsafe", HeaderOf(response, "Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_https_is_required_nothing_but_health_answers_without_it()
    {
        await using var host = await TestHost.StartAsync(new Dictionary<string, string?> { ["Transport:RequireHttps"] = "true" });
        using var client = host.Anonymous(TestProvinces.NamDinh).In("en");

        using var refused = await client.Http.PostAsync("/auth/login", content: null, TestContext.Current.CancellationToken);
        using var health = await client.Http.GetAsync("/health/live", TestContext.Current.CancellationToken);

        Assert.Equal(
            (HttpStatusCode.Forbidden, """{"code":"HTTPS_REQUIRED","message":"Use HTTPS."}""", HttpStatusCode.OK),
            (refused.StatusCode, await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), health.StatusCode));
    }

    [Theory]
    [InlineData("127.0.0.0/8", HttpStatusCode.Unauthorized, "max-age=3600; includeSubDomains")]
    [InlineData("10.0.0.1", HttpStatusCode.Forbidden, null)]
    public async Task Only_a_trusted_proxy_may_say_that_a_request_came_by_https(string trusted, HttpStatusCode status, string? strict)
    {
        await using var host = await TestHost.StartAsync(new Dictionary<string, string?>
        {
            ["Transport:RequireHttps"] = "true",
            ["Transport:StrictTransportSecurity"] = "01:00:00",
            ["Transport:TrustedProxies:0"] = trusted,
        });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nowhere") { Headers = { { "X-Forwarded-Proto", "https" } } };
        using var client = host.Anonymous(TestProvinces.NamDinh);

        using var response = await client.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((status, strict), (response.StatusCode, HeaderOf(response, "Strict-Transport-Security")));
    }

    [Fact]
    public async Task With_a_certificate_the_host_serves_https_and_tells_browsers_to_stay_there()
    {
        var folder = Directory.CreateTempSubdirectory("modular-https-");
        try
        {
            WriteCertificate(folder.FullName);
            await using var host = await TestHost.StartAsync(new Dictionary<string, string?>
            {
                ["Urls"] = "https://127.0.0.1:0",
                ["Transport:RequireHttps"] = "true",
                ["Kestrel:Certificates:Default:Path"] = Path.Combine(folder.FullName, "host.pem"),
                ["Kestrel:Certificates:Default:KeyPath"] = Path.Combine(folder.FullName, "host.key"),
            });
            using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, shown, _, _) => shown?.Subject == "CN=modular" };
            using var client = new HttpClient(handler) { BaseAddress = host.Address };

            using var response = await client.GetAsync("/nowhere", TestContext.Current.CancellationToken);

            Assert.Equal(
                (HttpStatusCode.Unauthorized, "max-age=31536000; includeSubDomains"),
                (response.StatusCode, HeaderOf(response, "Strict-Transport-Security")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_proxy_that_is_no_address_stops_the_start()
    {
        var refused = await Assert.ThrowsAsync<Modular.Host.Startup.HostRefusedToStartException>(
            () => TestHost.StartAsync(new Dictionary<string, string?> { ["Transport:TrustedProxies:0"] = "proxy.example" }));

        Assert.Equal("Transport:TrustedProxies holds 'proxy.example', which is neither an address nor a network such as 10.1.0.0/16.", refused.Message);
    }

    private static void WriteCertificate(string folder)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=modular", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        File.WriteAllText(Path.Combine(folder, "host.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "host.key"), key.ExportPkcs8PrivateKeyPem());
    }

    private static string? HeaderOf(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
