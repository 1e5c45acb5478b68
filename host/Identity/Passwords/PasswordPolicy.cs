using Modular.Host.Identity.Data;
using Modular.Kernel.Results;
using Modular.Kernel.Texts;

namespace Modular.Host.Identity.Passwords;

/// <summary>
/// What a password has to be: long, and more than what everybody tries. Which kinds of characters it has does not matter (NIST SP 800-63B, section 3.1.1.2).
/// </summary>
internal sealed class PasswordPolicy(AccountStatements database)
{
    public const int Shortest = 12;
    public const int Longest = 128;

    /// <summary>How many characters have to be left when all that is easily guessed is taken out.</summary>
    private const int LeastOfItsOwn = 7;

    /// <summary>What is wrong with a password for an account of this name; null where nothing is.</summary>
    public async Task<LocalizedText?> FaultOfAsync(string password, string userName, CancellationToken cancellationToken)
    {
        var composed = VietnameseText.Compose(password);
        if (composed.Length < Shortest)
            return new($"Mật khẩu phải có ít nhất {Shortest} ký tự.", $"Passwords must be at least {Shortest} characters.");
        if (composed.Length > Longest)
            return new($"Mật khẩu dài nhất {Longest} ký tự.", $"Passwords must be at most {Longest} characters.");
        const int ShortestNameThatCounts = 4;
        if (userName.Length >= ShortestNameThatCounts && composed.Contains(userName, StringComparison.OrdinalIgnoreCase))
            return new("Mật khẩu không được chứa tên đăng nhập.", "The password must not contain the user name.");
        var provinces = await database.ListAsync("select name from kernel.provinces", row => row.GetString(0), cancellationToken);
        return GuessableParts.LeftOf(composed, [userName, .. provinces]) >= LeastOfItsOwn
            ? null
            : new(
                "Mật khẩu quá dễ đoán: phần lớn là từ, dãy số hay tên phổ biến. Hãy ghép vài từ không liên quan.",
                "The password is too easily guessed: it is mostly made of common words, sequences or names. Put some unrelated words together.");
    }
}
