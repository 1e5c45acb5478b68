using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Modular.Host.Administration.Access;
using Modular.Host.Identity;
using Modular.Host.Identity.Passwords;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;

namespace Modular.Host.Administration.Accounts;

/// <summary>Opens accounts that work in the current province.</summary>
internal sealed class AccountOpening(
    IWrite<AccessDbContext> write, ILookupNormalizer names, PasswordStore passwords, IdentitySettings settings, ICurrentAccess access, TimeProvider clock)
{
    /// <summary>Opens an account for somebody, who sets the password by a code.</summary>
    public async Task<Result<AccountCode>> RunAsync(CreateUserInput input, CancellationToken cancellationToken)
    {
        var opened = await RunAsync(new NewAccount(input.UserName.Trim(), input.MemberId, IsService: false), input.Reason, cancellationToken);
        if (!opened.Succeeded)
            return opened.Problems.ToList();
        // After the change is durable: a repeated request gets another code, and the earlier one is void.
        var until = clock.GetUtcNow() + settings.OneTimeCodeLifetime;
        return new AccountCode(opened.Value, await passwords.MakeCodeAsync(opened.Value.Id, until, cancellationToken), until);
    }

    /// <summary>Opens an account for a program.</summary>
    public Task<Result<ProvinceUser>> RunAsync(CreateServiceAccountInput input, CancellationToken cancellationToken) =>
        RunAsync(new NewAccount(input.UserName.Trim(), MemberId: null, IsService: true), input.Reason, cancellationToken);

    private Task<Result<ProvinceUser>> RunAsync(NewAccount account, string reason, CancellationToken cancellationToken) => write
        .Because(reason)
        .When("users_name_is_unique", () => new UserNameIsTaken { Field = "input.userName" })
        .When(MemberHasAnAccount.Constraint, () => new MemberHasAnAccount { Field = "input.memberId" })
        .RunAsync((db, cancellation) => OpenAsync(db, account, reason, cancellation), cancellationToken);

    private async Task<Result<ProvinceUser>> OpenAsync(AccessDbContext db, NewAccount account, string reason, CancellationToken cancellationToken)
    {
        List<Problem> problems = [.. AccountsBelongToTheProvince.Against(access), .. AccessInput.Reason(reason), .. UserNames.Against(account.UserName)];
        if (account.MemberId is { } member && await db.Users.AnyAsync(row => row.MemberId == member, cancellationToken))
            problems.Add(new MemberHasAnAccount { Field = "input.memberId" });
        if (problems.Count > 0)
            return problems;
        var user = ProvinceUser.Admit(Guid.CreateVersion7(clock.GetUtcNow()), account, access.UserName, clock.GetUtcNow());
        await AccountRows.InsertAsync(db, user, names.NormalizeName(account.UserName), cancellationToken);
        db.Users.Add(user);
        return user;
    }
}

/// <summary>An account that is to be opened.</summary>
internal sealed record NewAccount(string UserName, Guid? MemberId, bool IsService);

/// <summary>How names of accounts look.</summary>
internal static class UserNames
{
    private const int Shortest = 3;
    private const int Longest = 64;

    public static IEnumerable<Problem> Against(string name)
    {
        if (name.Length is >= Shortest and <= Longest && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_' or '@'))
            yield break;
        yield return new InvalidInput(new LocalizedText(
            $"Tên đăng nhập có từ {Shortest} đến {Longest} ký tự: chữ không dấu, số và - . _ @.",
            $"The name of an account has {Shortest} to {Longest} characters: letters of a to z, digits and - . _ @."))
        {
            Field = "input.userName",
        };
    }
}
