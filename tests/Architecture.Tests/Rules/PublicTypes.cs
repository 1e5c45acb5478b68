using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Modular.Architecture.Tests.Rules;

/// <summary>What an assembly shows to others.</summary>
internal static class PublicTypes
{
    /// <summary>The full names of the public types that are not nested.</summary>
    public static List<string> Of(string assembly)
    {
        using var image = new PEReader(File.OpenRead(assembly));
        var metadata = image.GetMetadataReader();
        return
        [
            .. metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
                .Where(type => (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public)
                .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}")
                .Order(StringComparer.Ordinal),
        ];
    }
}
