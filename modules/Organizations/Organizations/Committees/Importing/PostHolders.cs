using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Texts;
using Modular.Organizations.Contracts;
using Npgsql;

namespace Modular.Organizations.Committees.Importing;

/// <summary>Asks the module that keeps members who holds the posts of a file, and stages its answers.</summary>
internal static class PostHolders
{
    private const int AskedAtOnce = 10_000;

    private static readonly string Cells = string.Join(", ", OrganizationKinds.HoldingMembers.Select(kind => $"'{kind}'"));

    /// <summary>Who bears the numbers of the file.</summary>
    public static async Task FindAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var numbers = await run.ReadAsync(
            "select distinct member_number from staged where member_number is not null", reader => reader.GetString(0), cancellationToken);
        foreach (var some in numbers.Chunk(AskedAtOnce))
        {
            foreach (var members in run.Services.GetServices<IOrganizationMembership>())
            {
                var found = await members.FindByNumberAsync(some, cancellationToken);
                await using var command = run.CreateCommand(
                    """
                    update staged set member_id = found.id, registered_name_key = found.name_key
                    from unnest(@numbers, @ids, @name_keys) as found (number, id, name_key)
                    where staged.member_number = found.number
                    """);
                command.Parameters.Add(new NpgsqlParameter<string[]>("numbers", [.. found.Keys]));
                command.Parameters.Add(new NpgsqlParameter<Guid[]>("ids", [.. found.Values.Select(member => member.MemberId)]));
                command.Parameters.Add(new NpgsqlParameter<string[]>(
                    "name_keys", [.. found.Values.Select(member => VietnameseText.SearchKey(member.FullName))]));
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }
    }

    /// <summary>Whether they were official members on the first day in the post, and of which cell.</summary>
    public static async Task FindStandingAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var asked = await run.ReadAsync(
            "select distinct member_id, starts_on from staged where member_id is not null and starts_on is not null",
            reader => new MemberOnDay(reader.GetGuid(0), reader.GetFieldValue<DateOnly>(1)),
            cancellationToken);
        foreach (var some in asked.Chunk(AskedAtOnce))
        {
            foreach (var members in run.Services.GetServices<IOrganizationMembership>())
            {
                var found = await members.FindStandingAsync(some, cancellationToken);
                await using var command = run.CreateCommand(
                    """
                    update staged set is_official = found.is_official, cell_id = found.cell_id
                    from unnest(@ids, @days, @official, @cells) as found (id, day, is_official, cell_id)
                    where staged.member_id = found.id and staged.starts_on = found.day
                    """);
                command.Parameters.Add(new NpgsqlParameter<Guid[]>("ids", [.. found.Keys.Select(member => member.MemberId)]));
                command.Parameters.Add(new NpgsqlParameter<DateOnly[]>("days", [.. found.Keys.Select(member => member.Day)]));
                command.Parameters.Add(new NpgsqlParameter<bool[]>("official", [.. found.Values.Select(standing => standing.IsOfficial)]));
                command.Parameters.Add(new NpgsqlParameter<Guid?[]>("cells", [.. found.Values.Select(standing => standing.OrganizationId)]));
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }
    }

    /// <summary>How many official members a cell that elects a committee had on the first day of the term.</summary>
    public static async Task CountOfficialMembersAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var elected = await run.ReadAsync(
            $"select distinct opens_on, organization_id from staged where term_id is null and size > 0 and opens_on is not null and kind in ({Cells})",
            reader => (Day: reader.GetFieldValue<DateOnly>(0), Organization: reader.GetGuid(1)),
            cancellationToken);
        foreach (var day in elected.GroupBy(committee => committee.Day, committee => committee.Organization))
        {
            foreach (var members in run.Services.GetServices<IOrganizationMembership>())
            {
                var counts = await members.CountOfficialMembersAsync([.. day], day.Key, cancellationToken);
                await using var command = run.CreateCommand(
                    """
                    update staged set official_members = coalesce(counted.members, 0)
                    from unnest(@organizations, @members) as counted (organization_id, members)
                    where staged.organization_id = counted.organization_id and staged.opens_on = @day
                    """);
                command.Parameters.Add(new NpgsqlParameter<Guid[]>("organizations", [.. day]));
                command.Parameters.Add(new NpgsqlParameter<int[]>("members", [.. day.Select(organization => counts.GetValueOrDefault(organization))]));
                command.Parameters.Add(new NpgsqlParameter<DateOnly>("day", day.Key));
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }
    }
}
