using Modular.GraphQL.CodeFirst;
using Modular.Organizations.Codes;
using Modular.Organizations.Decisions;
using Modular.Organizations.Ending;
using Modular.Organizations.Register;

namespace Modular.Organizations.Reorganizing;

/// <summary>A scheme of reorganization (đề án sắp xếp tổ chức).</summary>
internal sealed record DraftReorganizationInput
{
    /// <summary>The committee that decides (cấp ủy quyết định): a superior of all that is concerned.</summary>
    [ID("Organization")]
    public required Guid SuperiorId { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>Why (lý do, sự cần thiết).</summary>
    public string? Reasons { get; init; }

    /// <summary>The first day on which it counts (ngày có hiệu lực); it may lie in the future.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>What is done, in this order; at most 1000 steps.</summary>
    public required IReadOnlyList<ReorganizationStepInput> Steps { get; init; }
}

/// <summary>A scheme of reorganization, written anew.</summary>
internal sealed record ReviseReorganizationInput
{
    /// <summary>The scheme, not decided yet.</summary>
    [ID("Reorganization")]
    public required Guid Id { get; init; }

    /// <summary>The version that the caller read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>Why (lý do, sự cần thiết).</summary>
    public string? Reasons { get; init; }

    /// <summary>The first day on which it counts (ngày có hiệu lực); it may lie in the future.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>What is done, in this order, instead of the steps that were there; at most 1000 steps.</summary>
    public required IReadOnlyList<ReorganizationStepInput> Steps { get; init; }
}

/// <summary>A step of a reorganization. Which of the values are needed depends on the kind.</summary>
internal sealed record ReorganizationStepInput
{
    /// <summary>What is done.</summary>
    public required ReorganizationStepKind Kind { get; init; }

    /// <summary>The organization that it is about; all kinds but FOUND need it.</summary>
    [ID("Organization")]
    public Guid? OrganizationId { get; init; }

    /// <summary>FOUND: a word of the caller's by which later steps name the organization that does not exist yet.</summary>
    public string? Key { get; init; }

    /// <summary>FOUND and MOVE: the parent (cấp trên trực tiếp).</summary>
    [ID("Organization")]
    public Guid? ParentId { get; init; }

    /// <summary>FOUND and MOVE: the parent, by the key of an earlier step that founds it.</summary>
    public string? ParentKey { get; init; }

    /// <summary>MERGE: into which organization; MOVE_MEMBERS: to which cell; FOUND: from which organization it is split, where it is.</summary>
    [ID("Organization")]
    public Guid? TargetId { get; init; }

    /// <summary>MERGE and MOVE_MEMBERS: the same, by the key of an earlier step that founds it.</summary>
    public string? TargetKey { get; init; }

    /// <summary>FOUND and RENAME: the official name (tên gọi).</summary>
    public string? Name { get; init; }

    /// <summary>FOUND and RENAME: the short name (tên viết tắt).</summary>
    public string? ShortName { get; init; }

    /// <summary>FOUND: the code; MOVE and CHANGE_KIND: the new code in the 208 scheme, where the present one does not fit.</summary>
    public string? Code { get; init; }

    /// <summary>FOUND: the scheme of the code; INTERNAL where it is left out.</summary>
    public CodeScheme? CodeScheme { get; init; }

    /// <summary>FOUND and CHANGE_KIND: the code of the kind (loại hình), one of <c>organizationKinds</c>.</summary>
    public string? KindCode { get; init; }

    /// <summary>FOUND and CHANGE_KIND: what a directly superior committee is the committee of.</summary>
    public string? Subkind { get; init; }

    /// <summary>END: in which way; DISSOLUTION where it is left out.</summary>
    public EndingManner? Manner { get; init; }

    /// <summary>FOUND: in what field it works.</summary>
    public FieldType? FieldType { get; init; }

    /// <summary>FOUND: the standing in law of its host unit.</summary>
    public HostLegalStatus? HostLegalStatus { get; init; }

    /// <summary>FOUND: the code of the administrative unit.</summary>
    public string? AdministrativeUnitCode { get; init; }

    /// <summary>FOUND and CHANGE_KIND: whether it is given the powers of a directly superior committee (ORG-06).</summary>
    public bool HasSuperiorPowers { get; init; }

    /// <summary>FOUND, MOVE and CHANGE_KIND: the prior written consent of the directly superior committee (ORG-05, ORG-06).</summary>
    public DecisionInput? Consent { get; init; }

    /// <summary>MOVE_MEMBERS: the list attached to the decision (danh sách kèm theo); all who stand there where it is left out.</summary>
    [ID("Member")]
    public IReadOnlyList<Guid>? MemberIds { get; init; }
}

/// <summary>The appraisal of a scheme by the organization board (thẩm định).</summary>
internal sealed record AppraiseReorganizationInput
{
    /// <summary>The scheme.</summary>
    [ID("Reorganization")]
    public required Guid Id { get; init; }

    /// <summary>The version that the caller read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>When it was appraised, not after today.</summary>
    public required DateOnly AppraisedOn { get; init; }

    /// <summary>Who appraised it (cơ quan thẩm định).</summary>
    public required string AppraisedBy { get; init; }

    /// <summary>What the opinion is (ý kiến thẩm định).</summary>
    public string? Opinion { get; init; }
}

/// <summary>The decision on a scheme.</summary>
internal sealed record DecideReorganizationInput
{
    /// <summary>The scheme.</summary>
    [ID("Reorganization")]
    public required Guid Id { get; init; }

    /// <summary>The version that the caller read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>Number and symbol of the decision (số, ký hiệu).</summary>
    public required string Number { get; init; }

    /// <summary>The date of the decision (ngày ký), not after today.</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>Who signed for the committee, as the document names it (cơ quan ban hành).</summary>
    public required string Authority { get; init; }
}

/// <summary>A reorganization to give up before it takes effect.</summary>
internal sealed record WithdrawReorganizationInput
{
    /// <summary>The reorganization.</summary>
    [ID("Reorganization")]
    public required Guid Id { get; init; }

    /// <summary>The version that the caller read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}
