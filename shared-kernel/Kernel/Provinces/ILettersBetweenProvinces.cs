namespace Modular.Kernel.Provinces;

/// <summary>
/// Hands something to another province of the same deployment. Provinces see nothing of each other; a letter carries exactly what its sender puts in. It is open until
/// the addressee accepts or returns it, or the sender takes it back: whoever comes first, decided by the database in the transaction of the act.
/// </summary>
/// <remarks>
/// A letter of kind <c>members.paper</c> makes the events <c>members.paper-arrived</c> and <c>members.paper-recalled</c> in the addressee's province
/// (with <c>letterId</c>, and <c>fromProvince</c> where it arrives), and <c>members.paper-answered</c> in the sender's (with <c>letterId</c>, <c>isAccepted</c>, <c>answer</c>).
/// All acts but <see cref="AddresseesAsync"/> run inside a change.
/// </remarks>
public interface ILettersBetweenProvinces
{
    /// <summary>The other provinces that have a module enabled, by their official names.</summary>
    Task<IReadOnlyList<Province>> AddresseesAsync(string module, CancellationToken cancellationToken);

    /// <summary>Sends a letter.</summary>
    /// <param name="letterId">Its identifier, which both sides know it by.</param>
    /// <param name="addressee">The province.</param>
    /// <param name="kind">The module and what it is, for instance <c>members.paper</c>.</param>
    /// <param name="content">What it carries, as JSON.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task SendAsync(Guid letterId, ProvinceId addressee, string kind, string content, CancellationToken cancellationToken);

    /// <summary>Takes a letter back.</summary>
    /// <returns>Whether it was still open.</returns>
    Task<bool> RecallAsync(Guid letterId, ProvinceId addressee, CancellationToken cancellationToken);

    /// <summary>What an open letter to this province carries, as JSON; null where it is open no more.</summary>
    Task<string?> ReadAsync(Guid letterId, CancellationToken cancellationToken);

    /// <summary>Accepts or returns a letter.</summary>
    /// <param name="letterId">The letter.</param>
    /// <param name="isAccepted">Whether it is accepted.</param>
    /// <param name="answer">What the sender is told, as JSON.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether it was still open.</returns>
    Task<bool> AnswerAsync(Guid letterId, bool isAccepted, string answer, CancellationToken cancellationToken);
}
