using System.CommandLine;
using Modular.Host.Identity;
using Modular.Host.Startup;
using Modular.Kernel.Access;
using Modular.Kernel.Time;

namespace Modular.Host.Commands;

/// <summary><c>users add|invite|password|link|grant|service-key</c>: how the first administrator of a province comes to be. Passwords are read from standard input.</summary>
internal static class UsersCommand
{
    private static readonly Argument<string> Name = new("name") { Description = "The name under which the user signs in." };
    private static readonly Option<string> Province = new("--province") { Description = "The province's slug.", Required = true };
    private static readonly Option<string> Role = new("--role") { Description = "The role's identifier.", Required = true };
    private static readonly Option<Guid?> Organization = new("--organization")
    {
        Description = "The organization from which the role reaches downwards; without it the role holds for the province.",
    };

    public static Command Create(HostOptions options)
    {
        var add = new Command("add", "Open an account; the password is read from standard input.") { Name };
        add.SetAction((parsed, cancellationToken) => RunAsync(
            options, parsed, async accounts => await accounts.OpenAsync(parsed.GetValue(Name)!, await ReadPasswordAsync(cancellationToken), cancellationToken), cancellationToken));

        var password = new Command("password", "Set another password, read from standard input; ends all sessions.") { Name };
        password.SetAction((parsed, cancellationToken) => RunAsync(
            options, parsed, async accounts => await accounts.SetPasswordAsync(parsed.GetValue(Name)!, await ReadPasswordAsync(cancellationToken), cancellationToken), cancellationToken));

        var invite = new Command("invite", "Open an account, or take an existing one, and show a code by which its user sets the password.") { Name };
        invite.SetAction((parsed, cancellationToken) => RunAsync(
            options,
            parsed,
            async accounts =>
            {
                var code = await accounts.InviteAsync(await accounts.FindOrOpenAsync(parsed.GetValue(Name)!), cancellationToken);
                await Console.Out.WriteLineAsync(code);
            },
            cancellationToken));

        var issuer = new Option<string>("--issuer") { Description = "The OpenID Connect provider, as it names itself in its tokens.", Required = true };
        var subject = new Option<string>("--subject") { Description = "The user's identifier there.", Required = true };
        var link = new Command("link", "Let an identity of an OpenID Connect provider sign in as an account.") { Name, issuer, subject };
        link.SetAction((parsed, cancellationToken) => RunAsync(
            options, parsed, accounts => accounts.LinkAsync(parsed.GetValue(Name)!, parsed.GetValue(issuer)!, parsed.GetValue(subject)!), cancellationToken));

        var grant = new Command("grant", "Give an account a role in a province.") { Name, Province, Role, Organization };
        grant.SetAction((parsed, cancellationToken) => GrantAsync(options, parsed, cancellationToken));

        return new Command("users", "Accounts and their roles.") { add, invite, password, link, grant, ServiceKeyCommand.Create(options) };
    }

    private static async Task<int> RunAsync(
        HostOptions options, ParseResult parsed, Func<AccountAdministration, Task> act, CancellationToken cancellationToken)
    {
        await using var host = await ModularHost.OpenAsync(options.ReadForOperator(parsed), cancellationToken);
        await using var scope = host.Services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<AccountAdministration>());
        return 0;
    }

    private static async Task<int> GrantAsync(HostOptions options, ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var host = await ModularHost.OpenAsync(options.ReadForOperator(parsed), cancellationToken);
        await using var scope = host.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<AccountAdministration>();
        var province = host.FindProvince(parsed.GetValue(Province)!).Province.Id;
        var organization = parsed.GetValue(Organization);
        var account = await accounts.FindAsync(parsed.GetValue(Name)!);
        await accounts.AdmitAsync(account.Id, province, memberId: null, "command line", cancellationToken);
        await accounts.GrantAsync(
            account.Id,
            province,
            new Grant(
                parsed.GetValue(Role)!,
                organization is null ? Reach.Province : Reach.OrganizationAndBelow,
                organization,
                scope.ServiceProvider.GetRequiredService<TimeProvider>().Today(),
                "operator",
                "Given at the command line."),
            cancellationToken);
        return 0;
    }

    private static async Task<string> ReadPasswordAsync(CancellationToken cancellationToken)
    {
        if (!Console.IsInputRedirected)
            await Console.Error.WriteAsync("Password: ");
        return await Console.In.ReadLineAsync(cancellationToken) is { Length: > 0 } password
            ? password
            : throw new CommandRefusedException("No password was given on standard input.");
    }
}
