using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Organizations;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Results;
using Modular.Organizations.Data;
using Modular.Organizations.Kinds;

namespace Modular.Organizations.Codes;

/// <summary>What a new code must satisfy (ORG-24, 208-QĐ/TW).</summary>
internal static class CodeRules
{
    /// <summary>The stored form of a code that is free, has the form of its scheme and fits below the superior's.</summary>
    /// <param name="db">The register.</param>
    /// <param name="text">What was entered.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="kind">The kind of the organization that is to have it.</param>
    /// <param name="superior">The place of the organization above, or null for the root.</param>
    /// <param name="day">The first day of the code.</param>
    /// <param name="field">The place in the input.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<Result<string>> CheckAsync(
        OrganizationsDbContext db,
        string text,
        CodeScheme scheme,
        Kind kind,
        OrganizationTreeNode? superior,
        DateOnly day,
        string field,
        CancellationToken cancellationToken)
    {
        if (!CodeText.TryStore(scheme, text, kind.CodeGroups, out var code))
            return new CodeHasWrongForm(text, scheme, kind.CodeGroups) { Field = field };
        if (await db.Codes.AnyAsync(row => row.Scheme == scheme && row.Value == code, cancellationToken))
            return new CodeWasGivenBefore(code) { Field = field };
        if (scheme != CodeScheme.Regulation208 || superior is null)
            return code;
        var above = await NearestAsync(db, superior, day, cancellationToken);
        return above is null || Fits(code, above)
            ? code
            : new CodeDoesNotBeginWithCodeOfSuperior(code, above) { Field = field };
    }

    /// <summary>The code in the 208 scheme of an organization, or of the nearest one above it that has one.</summary>
    public static async Task<string?> NearestAsync(
        OrganizationsDbContext db, OrganizationTreeNode place, DateOnly day, CancellationToken cancellationToken)
    {
        var paths = PathsDownTo(place.Path);
        return await db.Set<OrganizationTreeRow>()
            .Where(row => paths.Contains(row.Path) && row.Valid.Contains(day))
            .Join(
                db.Codes.Where(code => code.Scheme == CodeScheme.Regulation208 && code.Valid.Contains(day)),
                row => row.OrganizationId,
                code => code.OrganizationId,
                (row, code) => new { row.Depth, code.Value })
            .OrderByDescending(found => found.Depth)
            .Select(found => found.Value)
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Whether one code of the 208 scheme stands below another.</summary>
    public static bool Fits(string code, string above) =>
        GroupedCode.TryParse(code, out var lower) && GroupedCode.TryParse(above, out var upper) && lower.Value.FitsBelow(upper.Value);

    /// <summary>The paths of the root, of all between, and of the place itself.</summary>
    public static string[] PathsDownTo(string path)
    {
        var paths = new List<string>();
        for (var end = path.IndexOf('.', StringComparison.Ordinal); end >= 0; end = path.IndexOf('.', end + 1))
            paths.Add(path[..(end + 1)]);
        return [.. paths];
    }
}
