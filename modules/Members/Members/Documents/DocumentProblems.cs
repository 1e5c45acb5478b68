using Modular.Kernel.Policies;
using Modular.Kernel.Results;

namespace Modular.Members.Documents;

/// <summary>How large scans may be (MEM-09).</summary>
internal sealed record DocumentPolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "members.documents";

    /// <inheritdoc />
    public static RuleReference Source => Rules.DocumentScans;

    /// <summary>The most mebibytes of a scan; no instrument fixes it.</summary>
    public int MostMegabytes { get; init; } = 10;
}

/// <summary>Of a state secret the system keeps number, day and place, and nothing that it says.</summary>
internal sealed record SecretPapersAreOnlyPointedTo : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.StateSecrets;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Tài liệu mật chỉ ghi số, ngày và nơi lưu giữ; không ghi trích yếu, không lưu bản chụp.",
        "Of a secret paper only number, day and place are kept; neither what it says nor a scan.");
}

/// <summary>Scans are PDF files.</summary>
internal sealed record ScanIsNoPdf : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.DocumentScans;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Bản chụp phải là tệp PDF.", "A scan is a PDF file.");
}

/// <summary>Scans are of limited size.</summary>
/// <param name="MostMegabytes">The most mebibytes.</param>
internal sealed record ScanIsTooLarge(int MostMegabytes) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.DocumentScans;

    /// <inheritdoc />
    protected override LocalizedText Text => new($"Bản chụp không quá {MostMegabytes} MB.", $"A scan has at most {MostMegabytes} MB.");
}
