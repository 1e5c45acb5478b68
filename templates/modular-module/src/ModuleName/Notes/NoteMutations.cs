using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;

namespace ModuleName.Notes;

[MutationType]
internal static class NoteMutations
{
    /// <summary>Writes a note about an organization.</summary>
    [Requires(ModuleClassPermissions.Write)]
    [Error<NoteSaysNothing>]
    public static Task<Result<Note>> WriteModuleClassNoteAsync(WriteModuleClassNoteInput input, NoteWriting writing, CancellationToken cancellationToken) =>
        writing.WriteAsync(input, cancellationToken);

    /// <summary>Lets a note say something else.</summary>
    [Requires(ModuleClassPermissions.Write)]
    [Error<NoteSaysNothing>]
    public static Task<Result<Note>> ChangeModuleClassNoteAsync(ChangeModuleClassNoteInput input, NoteWriting writing, CancellationToken cancellationToken) =>
        writing.ChangeAsync(input, cancellationToken);
}

/// <summary>A note about an organization.</summary>
internal sealed record WriteModuleClassNoteInput
{
    /// <summary>The organization.</summary>
    [ID("Organization")]
    public required Guid OrganizationId { get; init; }

    /// <summary>What it says.</summary>
    public required string Content { get; init; }
}

/// <summary>What a note says from now on.</summary>
internal sealed record ChangeModuleClassNoteInput
{
    /// <summary>The note.</summary>
    [ID("ModuleClassNote")]
    public required Guid Id { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>What it says.</summary>
    public required string Content { get; init; }
}

/// <summary>A note says something.</summary>
internal sealed record NoteSaysNothing : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new("Ghi chú phải có nội dung.", "A note says something.");
}
