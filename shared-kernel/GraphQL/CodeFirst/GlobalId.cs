using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Modular.GraphQL.CodeFirst;

/// <summary>
/// The opaque, stable identifier of an object in the whole graph (Relay, Global Object Identification): base64url of its type's name, a
/// colon, and its key.
/// </summary>
/// <param name="TypeName">The name of the object type.</param>
/// <param name="Key">The key among objects of the type.</param>
public readonly record struct GlobalId(string TypeName, Guid Key)
{
    private const int KeyLength = 36;

    /// <summary>The identifier as clients see it.</summary>
    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{TypeName}:{Key:D}"));

    /// <summary>Reads an identifier; false where it is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out GlobalId id)
    {
        id = default;
        if (string.IsNullOrEmpty(text) || text.Length > 512 || !Base64Url.IsValid(text, out var size))
            return false;
        Span<byte> bytes = stackalloc byte[size];
        if (!Base64Url.TryDecodeFromChars(text, bytes, out var written) || written <= KeyLength + 1)
            return false;
        var typeLength = written - KeyLength - 1;
        if (bytes[typeLength] != ':' || !Guid.TryParseExact(Encoding.UTF8.GetString(bytes[(typeLength + 1)..written]), "D", out var key))
            return false;
        id = new GlobalId(Encoding.UTF8.GetString(bytes[..typeLength]), key);
        return true;
    }
}
