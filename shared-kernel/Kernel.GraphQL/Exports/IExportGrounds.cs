using Modular.GraphQL.TypeSystem;
using Modular.Kernel.Access;
using Modular.Kernel.Provinces;
using Modular.Kernel.Results;

namespace Modular.Kernel.GraphQL.Exports;

/// <summary>On what an export stands when it runs, long after its request has gone; whoever keeps accounts and schemas implements it.</summary>
public interface IExportGrounds
{
    /// <summary>With which of their rights somebody works, in a word that finds them again: nobody gains rights by asking for a file.</summary>
    string CredentialOf(ICurrentAccess access);

    /// <summary>The schema that a province is served by now.</summary>
    Schema SchemaOf(ProvinceId province);

    /// <summary>Whether the document may be executed there: where only trusted documents are, it is one of them.</summary>
    bool Accepts(ProvinceId province, string document);

    /// <summary>The rights that somebody has now, or null where the account or the key is closed.</summary>
    /// <param name="province">The province.</param>
    /// <param name="userId">The account.</param>
    /// <param name="credential">What <see cref="CredentialOf"/> said.</param>
    /// <param name="language">The language of messages.</param>
    /// <param name="cancellationToken">Cancels.</param>
    ValueTask<ExportGround?> FindAsync(ProvinceId province, Guid userId, string credential, Language language, CancellationToken cancellationToken);
}

/// <summary>On what one page of an export stands.</summary>
/// <param name="Province">The province.</param>
/// <param name="Access">The rights of whoever asked, now.</param>
/// <param name="Schema">The schema, now.</param>
public sealed record ExportGround(Province Province, ICurrentAccess Access, Schema Schema);
