using Modular.GraphQL.CodeFirst;
using Modular.Organizations.Codes;
using Modular.Organizations.Decisions;
using Modular.Organizations.Register;

namespace Modular.Organizations.Founding;

/// <summary>An organization to found, and the decision by which it is founded.</summary>
internal sealed record FoundOrganizationInput
{
    /// <summary>The organization directly above (cấp trên trực tiếp); left out for the root of the province only.</summary>
    [ID("Organization")]
    public Guid? ParentId { get; init; }

    /// <summary>The code of the kind (loại hình), one of <c>organizationKinds</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What a directly superior committee is the committee of: DISTRICT, BLOC, POLICE, …</summary>
    public string? Subkind { get; init; }

    /// <summary>The official name (tên gọi).</summary>
    public required string Name { get; init; }

    /// <summary>The short name (tên viết tắt).</summary>
    public string? ShortName { get; init; }

    /// <summary>The code (mã tổ chức đảng); it was never given before.</summary>
    public required string Code { get; init; }

    /// <summary>The scheme of the code.</summary>
    public CodeScheme CodeScheme { get; init; } = CodeScheme.Internal;

    /// <summary>The first day on which the organization works (ngày có hiệu lực), not after today.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>The decision to found it (quyết định thành lập).</summary>
    public required DecisionInput Decision { get; init; }

    /// <summary>The prior written consent of the directly superior committee, where the kind takes one (ORG-05, ORG-06).</summary>
    public DecisionInput? Consent { get; init; }

    /// <summary>In what field it works (loại hình đơn vị).</summary>
    public FieldType? FieldType { get; init; }

    /// <summary>The standing in law of its host unit (tư cách pháp nhân của đơn vị).</summary>
    public HostLegalStatus? HostLegalStatus { get; init; }

    /// <summary>Whether it may admit members by delegation (được ủy quyền kết nạp).</summary>
    public bool MayAdmit { get; init; }

    /// <summary>Whether it may expel members by delegation (được ủy quyền khai trừ).</summary>
    public bool MayExpel { get; init; }

    /// <summary>Whether it is given the powers of a directly superior committee (giao quyền cấp trên cơ sở).</summary>
    public bool HasSuperiorPowers { get; init; }

    /// <summary>The code of the administrative unit (mã đơn vị hành chính): 2, 3 or 5 digits.</summary>
    public string? AdministrativeUnitCode { get; init; }

    /// <summary>The address of its office (trụ sở).</summary>
    public string? Address { get; init; }

    /// <summary>The telephone number of its office.</summary>
    public string? Phone { get; init; }

    /// <summary>The e-mail address of its office.</summary>
    public string? Email { get; init; }
}
