using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Memberships;

namespace Modular.Members.Residences;

/// <summary>Where a member lives from a day on.</summary>
internal sealed record ResidenceInput
{
    /// <summary>In which sense they live there.</summary>
    public required ResidenceKind Kind { get; init; }

    /// <summary>The address as written, with the present names of units (địa chỉ).</summary>
    public required string Address { get; init; }

    /// <summary>The hamlet or residential group (thôn, tổ dân phố).</summary>
    public string? Hamlet { get; init; }

    /// <summary>The code of the commune, ward or special zone (mã đơn vị hành chính cấp xã), 5 digits.</summary>
    public string? CommuneCode { get; init; }

    /// <summary>The first day there.</summary>
    public required DateOnly From { get; init; }

    /// <summary>What is wrong with it.</summary>
    public IEnumerable<Problem> Check(DateOnly today, string path)
    {
        if (Wording.Clean(Address) is null)
            yield return new InvalidInput(new LocalizedText("Phải có địa chỉ.", "The address must not be empty.")) { Field = $"{path}.address" };
        if (Wording.Clean(CommuneCode) is { } code && (code.Length != 5 || code.AsSpan().ContainsAnyExceptInRange('0', '9')))
            yield return new CommuneCodeMustHaveFiveDigits { Field = $"{path}.communeCode" };
        if (From > today)
            yield return new DateLiesInTheFuture(From, today) { Field = $"{path}.from" };
        foreach (var problem in (Problem[])[.. Wording.CheckLength(Address, 500, $"{path}.address"), .. Wording.CheckLength(Hamlet, 200, $"{path}.hamlet")])
            yield return problem;
    }

    /// <summary>The residence as a fact of a member.</summary>
    public Residence ToResidence(Guid memberId) => new()
    {
        Id = Guid.CreateVersion7(),
        MemberId = memberId,
        Kind = Kind,
        Address = Wording.Clean(Address)!,
        Hamlet = Wording.Clean(Hamlet),
        CommuneCode = Wording.Clean(CommuneCode),
        Valid = Periods.From(From),
    };
}

/// <summary>A commune's code has 5 digits.</summary>
internal sealed record CommuneCodeMustHaveFiveDigits : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Mã đơn vị hành chính cấp xã phải gồm đúng 5 chữ số.", "The code of a commune must have exactly 5 digits.");
}
