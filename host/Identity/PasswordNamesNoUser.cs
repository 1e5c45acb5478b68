using Microsoft.AspNetCore.Identity;

namespace Modular.Host.Identity;

/// <summary>Refuses a password that holds the user's own name, the first that a stranger tries.</summary>
internal sealed class PasswordNamesNoUser : IPasswordValidator<Account>
{
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var namesUser = user.UserName is { Length: >= 4 } name && password?.Contains(name, StringComparison.OrdinalIgnoreCase) == true;
        return Task.FromResult(namesUser
            ? IdentityResult.Failed(new IdentityError { Code = "PasswordNamesUser", Description = "The password must not contain the user name." })
            : IdentityResult.Success);
    }
}
