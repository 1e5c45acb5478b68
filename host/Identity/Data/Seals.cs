using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Modular.Host.Identity.Data;

/// <summary>
/// Seals small values into texts that only hosts of this deployment can open, each for one purpose: a text sealed for another purpose, changed, or past its
/// end opens to nothing.
/// </summary>
internal sealed class Seals(IDataProtectionProvider protection, TimeProvider clock)
{
    public string Seal<T>(string purpose, T value, DateTimeOffset until)
        where T : class => ProtectorOf(purpose).Protect(JsonSerializer.Serialize(new Sealed<T>(value, until)));

    public T? Open<T>(string purpose, string? text)
        where T : class
    {
        if (string.IsNullOrEmpty(text))
            return null;
        try
        {
            var opened = JsonSerializer.Deserialize<Sealed<T>>(ProtectorOf(purpose).Unprotect(text));
            return opened is not null && clock.GetUtcNow() < opened.Until ? opened.Value : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector ProtectorOf(string purpose) => protection.CreateProtector("Modular.Identity", purpose);

    private sealed record Sealed<T>(T Value, DateTimeOffset Until);
}
