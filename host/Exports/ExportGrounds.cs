using System.Text;
using Modular.GraphQL.AspNetCore.Documents;
using Modular.GraphQL.TypeSystem;
using Modular.Host.Documents;
using Modular.Host.Identity;
using Modular.Host.Provinces;
using Modular.Host.Schemas;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL.Exports;
using Modular.Kernel.Provinces;
using Modular.Kernel.Results;

namespace Modular.Host.Exports;

/// <summary>Finds schema and rights for exports, which run when the request that asked for them has long gone.</summary>
internal sealed class ExportGrounds(
    ProvinceDirectory provinces, SchemaSnapshots schemas, AccessDirectory directory, DocumentOptions options, PersistedDocuments documents) : IExportGrounds
{
    /// <inheritdoc />
    public string CredentialOf(ICurrentAccess access) => access is RequestAccess { User: var user } ? user.Credential : UserAccess.FirstFactor;

    /// <inheritdoc />
    public Schema SchemaOf(ProvinceId province) => schemas.Of(Served(province).Modules);

    /// <inheritdoc />
    public bool Accepts(ProvinceId province, string document)
    {
        if (!options.IsTrustedOnly(Served(province).Province.Slug))
            return true;
        var bytes = Encoding.UTF8.GetBytes(document);
        return documents.Trusted.All.Any(trusted => trusted.Value.Span.SequenceEqual(bytes));
    }

    /// <inheritdoc />
    public async ValueTask<ExportGround?> FindAsync(
        ProvinceId province, Guid userId, string credential, Language language, CancellationToken cancellationToken)
    {
        var served = Served(province);
        var access = (await directory.FindAsync(province, userId, cancellationToken))?.AccessOf(credential);
        return access is null ? null : new ExportGround(served.Province, access.In(language), schemas.Of(served.Modules));
    }

    private ServedProvince Served(ProvinceId province) =>
        provinces.State.Find(province) ?? throw new InvalidOperationException($"Province {province} is not served.");
}
