using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Modular.Host.Administration.Access;
using Modular.Host.Administration.Accounts;
using Modular.Host.Startup;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Scopes;
using Modular.Kernel.Results;

namespace Modular.Host.Commands;

/// <summary><c>users service-key</c>: a key for a program, whose account is opened where there is none.</summary>
internal static class ServiceKeyCommand
{
    private const string Reason = "Made at the command line.";
    private static readonly Argument<string> Name = new("name") { Description = "The service account's name." };
    private static readonly Option<string> Province = new("--province") { Description = "The province's slug.", Required = true };
    private static readonly Option<string[]> Permissions = new("--permission") { Description = "What the key may do; several are possible.", Required = true };
    private static readonly Option<int> Days = new("--days") { Description = "For how many days the key is good.", DefaultValueFactory = _ => 90 };
    private static readonly Option<Guid?> Organization = new("--organization")
    {
        Description = "The organization from which the key reaches downwards; without it it reaches the province.",
    };

    public static Command Create(HostOptions options)
    {
        var command = new Command("service-key", "Make a key with which a program works; it is shown once, on standard output.") { Name, Province, Permissions, Days, Organization };
        command.SetAction((parsed, cancellationToken) => RunAsync(options, parsed, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(HostOptions options, ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var host = await ModularHost.OpenAsync(options.ReadForOperator(parsed), cancellationToken);
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentScope>().Enter(host.FindProvince(parsed.GetValue(Province)!).Province, new SystemAccess("operator"));

        var organization = parsed.GetValue(Organization);
        var reach = organization is null ? Reach.Province : Reach.OrganizationAndBelow;
        var name = parsed.GetValue(Name)!;
        var account = await FindOrOpenAsync(scope.ServiceProvider, name, cancellationToken);
        var rights = new ServiceKeyRights(name, parsed.GetValue(Permissions)!, reach, organization, parsed.GetValue(Days));
        var made = Require(await scope.ServiceProvider.GetRequiredService<ServiceKeyMaking>().CreateAsync(account, rights, Reason, cancellationToken));
        await Console.Out.WriteLineAsync(made.Secret);
        return 0;
    }

    private static async Task<Guid> FindOrOpenAsync(IServiceProvider services, string name, CancellationToken cancellationToken)
    {
        var users = services.GetRequiredService<AccessDbContext>().Users;
        if (await users.AsNoTracking().SingleOrDefaultAsync(user => user.UserName == name, cancellationToken) is { } known)
            return known.Id;
        var input = new CreateServiceAccountInput { UserName = name, Reason = Reason };
        return Require(await services.GetRequiredService<AccountOpening>().RunAsync(input, cancellationToken)).Id;
    }

    private static T Require<T>(Result<T> result) =>
        result.Succeeded ? result.Value : throw new CommandRefusedException(string.Join(" ", result.Problems.Select(problem => problem.Message(Language.English))));
}
