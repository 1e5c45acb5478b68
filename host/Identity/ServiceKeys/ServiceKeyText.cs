using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Modular.Kernel.Provinces;

namespace Modular.Host.Identity;

/// <summary>How a service key is written: <c>mk_36_ID_SECRET</c>. What stands before the secret tells whose key it is, and can be searched for where it leaked.</summary>
/// <param name="Province">The province in which it works.</param>
/// <param name="Id">The key.</param>
/// <param name="Secret">256 random bits, so that a plain hash keeps them.</param>
internal sealed record ServiceKeyText(ProvinceId Province, Guid Id, byte[] Secret)
{
    public const string Start = "mk_";
    private const int SecretBytes = 32;
    private const int Parts = 4;

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretBytes);

    public static string PrefixOf(ProvinceId province, Guid id) => string.Create(CultureInfo.InvariantCulture, $"{Start}{province.Value}_{id:N}");

    /// <summary>Reads what was shown; null where it is no key.</summary>
    public static ServiceKeyText? Read(string text)
    {
        // The secret may hold the separator itself.
        if (text.Split('_', Parts) is not ["mk", var code, var id, var secret] || !Base64Url.IsValid(secret))
            return null;
        return short.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var province) && Guid.TryParseExact(id, "N", out var key)
            ? new ServiceKeyText(new ProvinceId(province), key, Base64Url.DecodeFromChars(secret))
            : null;
    }

    public byte[] Hash() => SHA256.HashData(Secret);

    public override string ToString() => $"{PrefixOf(Province, Id)}_{Base64Url.EncodeToString(Secret)}";
}
