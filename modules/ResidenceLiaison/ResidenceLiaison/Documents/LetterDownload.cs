using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Downloads;
using Modular.ResidenceLiaison.Data;

namespace Modular.ResidenceLiaison.Documents;

/// <summary>A letter 1-213 in print, for whoever sees the introduction: the workplace, from its issue on the residence, the member.</summary>
internal sealed class LetterDownload(LiaisonDbContext db, LetterPapers papers) : IModuleDownload
{
    /// <summary>The name in the address.</summary>
    public const string Name = "residence-letters";

    /// <inheritdoc />
    public async Task<DownloadedFile?> OpenAsync(DownloadRequest request, CancellationToken cancellationToken)
    {
        if (Paper.FormatOf(request) is not { } format)
            return null;
        var letter = await db.Introductions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.Id && row.IssuedOn != null, cancellationToken);
        return letter is null ? null : (await papers.LetterAsync(letter, cancellationToken)).Write(format, db.Access.Language, db.Access.UserName);
    }
}

/// <summary>The list of the letters that one organization issued to one committee on one day, by any of them: those of them that the user sees.</summary>
internal sealed class LetterListDownload(LiaisonDbContext db, LetterPapers papers) : IModuleDownload
{
    /// <summary>The name in the address.</summary>
    public const string Name = "residence-letter-lists";

    private const int Most = 5000;

    /// <inheritdoc />
    public async Task<DownloadedFile?> OpenAsync(DownloadRequest request, CancellationToken cancellationToken)
    {
        if (Paper.FormatOf(request) is not { } format)
            return null;
        var one = await db.Introductions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.Id && row.IssuedOn != null, cancellationToken);
        if (one is null)
            return null;
        var letters = await db.Introductions.AsNoTracking()
            .Where(row => row.IssuerId == one.IssuerId && row.LetterYear == one.LetterYear && row.IssuedOn == one.IssuedOn && row.ReceiverId == one.ReceiverId)
            .OrderBy(row => row.LetterNumber).Take(Most).ToListAsync(cancellationToken);
        return (await papers.ListAsync(letters, cancellationToken)).Write(format, db.Access.Language, db.Access.UserName);
    }
}
