using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Modular.ResidenceLiaison.Data;

namespace Modular.ResidenceLiaison.Introductions;

/// <summary>The last number that a committee gave to a letter 1-213 in a year.</summary>
internal sealed class LetterRegister : IProvinceOwned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The organization that issues.</summary>
    public Guid OrganizationId { get; init; }

    /// <summary>The year.</summary>
    public int Year { get; init; }

    /// <summary>The number that was given last.</summary>
    public int LastNumber { get; private set; }

    /// <summary>The next number, which nobody else is given: two changes that read the same row run one after the other.</summary>
    public static async Task<int> NextAsync(LiaisonDbContext db, Guid organizationId, int year, CancellationToken cancellationToken)
    {
        var register = await db.LetterRegisters.FindAsync([db.Province, organizationId, year], cancellationToken);
        if (register is null)
        {
            register = new LetterRegister { OrganizationId = organizationId, Year = year };
            db.LetterRegisters.Add(register);
        }

        return ++register.LastNumber;
    }
}
