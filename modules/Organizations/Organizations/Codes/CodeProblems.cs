using Modular.Kernel.Results;

namespace Modular.Organizations.Codes;

/// <summary>The code belongs, or once belonged, to another organization; a code is never given twice.</summary>
/// <param name="GivenCode">The code.</param>
internal sealed record CodeWasGivenBefore(string GivenCode) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CodeIsNeverReused;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Mã \"{GivenCode}\" đã được cấp cho một tổ chức đảng; mã đã cấp không được dùng lại.",
        $"The code \"{GivenCode}\" was already given to an organization; a code is never given again.");
}

/// <summary>The code does not have the form of its scheme.</summary>
/// <param name="GivenCode">The code.</param>
/// <param name="Scheme">The scheme.</param>
/// <param name="Groups">How many groups the kind's codes have in the 208 scheme, or null.</param>
internal sealed record CodeHasWrongForm(string GivenCode, CodeScheme Scheme, int? Groups) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CodeScheme;

    /// <inheritdoc />
    protected override LocalizedText Text => Scheme == CodeScheme.Internal
        ? new(
            $"Mã \"{GivenCode}\" không đúng dạng: 1 đến 32 chữ cái không dấu, chữ số, dấu chấm, gạch ngang, gạch chéo.",
            $"The code \"{GivenCode}\" has the wrong form: 1 to 32 plain letters, digits, dots, hyphens and slashes.")
        : Groups is null
            ? new(
                "Loại hình này không có mã theo 208-QĐ/TW.",
                "Organizations of this kind have no code in the scheme of 208-QĐ/TW.")
            : new(
                $"Mã \"{GivenCode}\" không đúng dạng theo 208-QĐ/TW: cần {Groups} nhóm số (2, 3, 3, 3, 3 chữ số), ví dụ 38.168.053.000.001.",
                $"The code \"{GivenCode}\" has the wrong form under 208-QĐ/TW: {Groups} groups of 2, 3, 3, 3, 3 digits are needed, as in 38.168.053.000.001.");
}

/// <summary>In the 208 scheme a code begins with the code of the organization above; one wrong digit would move it to another tree.</summary>
/// <param name="GivenCode">The code.</param>
/// <param name="SuperiorCode">The code of the nearest organization above that has one.</param>
internal sealed record CodeDoesNotBeginWithCodeOfSuperior(string GivenCode, string SuperiorCode) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CodeScheme;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Mã \"{GivenCode}\" không bắt đầu bằng mã của tổ chức cấp trên \"{SuperiorCode}\".",
        $"The code \"{GivenCode}\" does not begin with the code of the organization above, \"{SuperiorCode}\".");
}
