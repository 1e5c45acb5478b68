using System.Reflection;
using System.Reflection.Metadata;
using Modular.Kernel.Modules;

namespace Modular.Host.Modules;

/// <summary>The manifest of a module class as it stands in an assembly's metadata.</summary>
/// <param name="ModuleClass">The full name of the class.</param>
/// <param name="Id">The identifier, or null without a <see cref="ModuleAttribute"/>.</param>
/// <param name="DependsOn">The Contracts assemblies of the modules that it depends on.</param>
internal sealed record ModuleManifestMetadata(string ModuleClass, string? Id, IReadOnlyList<string> DependsOn)
{
    /// <summary>The manifests of all module classes of an assembly.</summary>
    public static IEnumerable<ModuleManifestMetadata> ReadAll(MetadataReader metadata) => metadata.TypeDefinitions
        .Select(metadata.GetTypeDefinition)
        .Where(type => !type.Attributes.HasFlag(TypeAttributes.Abstract) && IsKernelType(metadata, type.BaseType, nameof(ModularModule)))
        .Select(type => Read(metadata, type));

    private static ModuleManifestMetadata Read(MetadataReader metadata, TypeDefinition type)
    {
        string? id = null;
        var dependsOn = new List<string>();
        foreach (var attribute in type.GetCustomAttributes().Select(metadata.GetCustomAttribute))
        {
            if (attribute.Constructor.Kind != HandleKind.MemberReference)
                continue;
            var attributeType = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
            if (IsKernelType(metadata, attributeType, nameof(ModuleAttribute)))
                id = FirstText(metadata, attribute);
            else if (ContractsOf(metadata, attributeType) is { } contracts)
                dependsOn.Add(contracts);
        }

        return new ModuleManifestMetadata(FullName(metadata, type.Namespace, type.Name), id, dependsOn);
    }

    private static string? FirstText(MetadataReader metadata, CustomAttribute attribute)
    {
        var value = metadata.GetBlobReader(attribute.Value);
        const ushort Prolog = 0x0001;
        return value.ReadUInt16() == Prolog ? value.ReadSerializedString() : null;
    }

    // [DependsOn<OrganizationsContract>] is a constructor of the generic instance DependsOnAttribute`1<OrganizationsContract>.
    private static string? ContractsOf(MetadataReader metadata, EntityHandle attributeType)
    {
        if (attributeType.Kind != HandleKind.TypeSpecification)
            return null;
        var signature = metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)attributeType).Signature);
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
            return null;
        signature.ReadCompressedInteger();
        if (!IsKernelType(metadata, signature.ReadTypeHandle(), $"{nameof(DependsOnAttribute)}`1"))
            return null;

        signature.ReadCompressedInteger();
        signature.ReadCompressedInteger();
        var contract = signature.ReadTypeHandle();
        if (contract.Kind != HandleKind.TypeReference)
            return metadata.GetString(metadata.GetAssemblyDefinition().Name);
        var scope = metadata.GetTypeReference((TypeReferenceHandle)contract).ResolutionScope;
        return metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name);
    }

    private static bool IsKernelType(MetadataReader metadata, EntityHandle handle, string name)
    {
        if (handle.IsNil || handle.Kind != HandleKind.TypeReference)
            return false;
        var type = metadata.GetTypeReference((TypeReferenceHandle)handle);
        return metadata.StringComparer.Equals(type.Name, name)
            && metadata.StringComparer.Equals(type.Namespace, typeof(ModularModule).Namespace!);
    }

    private static string FullName(MetadataReader metadata, StringHandle space, StringHandle name) =>
        space.IsNil ? metadata.GetString(name) : $"{metadata.GetString(space)}.{metadata.GetString(name)}";
}
