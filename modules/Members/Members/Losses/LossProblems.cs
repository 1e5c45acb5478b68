using Modular.Kernel.Results;

namespace Modular.Members.Losses;

/// <summary>The loss of an introduction paper names its transfer, that of a file none.</summary>
internal sealed record LostPaperIsNamed : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.LossesOnTheWay;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Mất giấy giới thiệu thì nêu lần chuyển sinh hoạt của giấy đó; mất hồ sơ thì không nêu.",
        "For an introduction paper name its transfer; for a file name none.");
}

/// <summary>What is lost on the way is confirmed by the police of the place.</summary>
internal sealed record LossOnTheWayIsConfirmedByThePolice : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.LossesOnTheWay;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Mất giấy giới thiệu, hồ sơ trên đường chuyển sinh hoạt phải có xác nhận của công an nơi mất.",
        "The loss of a paper or file on the way of a transfer takes the confirmation of the police of the place.");
}

/// <summary>The loss of the file was reported, and it is not restored yet.</summary>
internal sealed record FileIsReportedAsLostAlready : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.LostFiles;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Hồ sơ đã được báo mất và chưa khôi phục.", "The loss of the file was reported already, and it is not restored yet.");
}

/// <summary>Files are investigated and restored; a paper is issued anew by another transfer.</summary>
internal sealed record OnlyFilesAreRestored : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.LostFiles;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Chỉ xác minh, khôi phục hồ sơ; giấy giới thiệu bị mất thì lập lại yêu cầu chuyển sinh hoạt.",
        "Files are investigated and restored; for a lost introduction paper ask for the transfer anew.");
}

/// <summary>A lost file is investigated, and restored then, each once.</summary>
internal sealed record FileIsInvestigatedThenRestored : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.LostFiles;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Hồ sơ bị mất được xác minh trước, khôi phục sau, mỗi việc một lần.", "A lost file is investigated first and restored then, each once.");
}
