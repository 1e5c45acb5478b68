using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;
using Modular.Organizations.AdministrativeUnits;
using Modular.Organizations.Contracts;
using Modular.Organizations.Decisions;
using Modular.Organizations.Register;

namespace Modular.Organizations.Details;

/// <summary>What is to change about an organization without a decision. What is left out stays; what is null is cleared.</summary>
internal sealed record UpdateOrganizationInput
{
    /// <summary>The organization.</summary>
    [ID("Organization")]
    public required Guid Id { get; init; }

    /// <summary>The version that the caller read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The short name (tên viết tắt).</summary>
    public Optional<string?> ShortName { get; init; }

    /// <summary>In what field it works (loại hình đơn vị).</summary>
    public Optional<FieldType?> FieldType { get; init; }

    /// <summary>The standing in law of its host unit (tư cách pháp nhân của đơn vị).</summary>
    public Optional<HostLegalStatus?> HostLegalStatus { get; init; }

    /// <summary>Whether it may admit members by delegation (được ủy quyền kết nạp).</summary>
    public Optional<bool> MayAdmit { get; init; }

    /// <summary>Whether it may expel members by delegation (được ủy quyền khai trừ).</summary>
    public Optional<bool> MayExpel { get; init; }

    /// <summary>The code of the administrative unit (mã đơn vị hành chính): 2, 3 or 5 digits.</summary>
    public Optional<string?> AdministrativeUnitCode { get; init; }

    /// <summary>The address of its office (trụ sở).</summary>
    public Optional<string?> Address { get; init; }

    /// <summary>The telephone number of its office.</summary>
    public Optional<string?> Phone { get; init; }

    /// <summary>The e-mail address of its office.</summary>
    public Optional<string?> Email { get; init; }

    /// <summary>Why it is changed; stands in the history of edits.</summary>
    public string? Reason { get; init; }
}

[MutationType]
internal static class UpdateOrganization
{
    /// <summary>Changes what needs no decision: short name, address, contact, field, delegated powers, administrative unit.</summary>
    [Requires(OrganizationsPermissions.Edit)]
    [Error<OrganizationIsNotActive>]
    [Error<OrganizationIsOutOfYourReach>]
    [Error<AdministrativeUnitIsNotInForce>]
    public static Task<Result<Organization>> UpdateOrganizationAsync(
        UpdateOrganizationInput input, UpdatingAct updating, CancellationToken cancellationToken) =>
        updating.RunAsync(input, cancellationToken);
}
