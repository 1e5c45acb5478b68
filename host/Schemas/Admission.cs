using Modular.Host.Identity;
using Modular.Host.Provinces;

namespace Modular.Host.Schemas;

/// <summary>Tells whether somebody may work in a province now: the province is there, and the account is open, signed in and has a place in it.</summary>
internal sealed class Admission(ProvinceDirectory provinces, AccessDirectory directory)
{
    /// <summary>The province and the user's rights there, or why not.</summary>
    /// <param name="owner">Whoever the token names.</param>
    /// <param name="slug">The province that the address names; where it names none, the one that the token does.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async ValueTask<Admitted> AdmitAsync(TokenOwner owner, string? slug, CancellationToken cancellationToken)
    {
        if (!owner.IsSignedIn)
            return EntranceRefusal.Unauthenticated;
        if ((slug ?? owner.OnlyProvince) is not { } named || provinces.State.Find(named) is not { } served)
            return EntranceRefusal.UnknownProvince;

        var answer = await directory.OfAsync(owner, served.Province.Id, cancellationToken);
        if (answer.IsVoid)
            return EntranceRefusal.Unauthenticated;
        return answer.Access is { } access ? new Admitted(served, access, Refusal: null) : EntranceRefusal.NoPlaceInProvince;
    }
}

/// <summary>Who was let in where, or why not.</summary>
/// <param name="Province">The province; absent where somebody is refused.</param>
/// <param name="Access">What they may do there; absent where somebody is refused.</param>
/// <param name="Refusal">Why they are refused; absent where they are not.</param>
internal readonly record struct Admitted(ServedProvince? Province, UserAccess? Access, EntranceRefusal? Refusal)
{
    public static implicit operator Admitted(EntranceRefusal refusal) => new(null, null, refusal);
}
