using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Modular.Host.Limits;
using Modular.TestKit;
using Xunit;

namespace Modular.Host.Tests.Limits;

/// <summary>The numbers that operators read are those that hold.</summary>
public sealed partial class DocumentedLimitTests
{
    private static readonly SortedDictionary<string, string> Defaults = new(
        typeof(LimitOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance).ToDictionary(
            property => property.Name,
            property => Convert.ToString(property.GetValue(new LimitOptions()), CultureInfo.InvariantCulture)!));

    [Fact]
    public void The_settings_file_names_every_limit_with_its_default()
    {
        var settings = new ConfigurationBuilder().AddJsonFile(Path.Combine(Repository.Root, "host", "appsettings.json")).Build();

        Assert.Equal(Defaults, settings.GetSection("Limits").GetChildren().ToDictionary(limit => limit.Key, limit => limit.Value!));
    }

    [Fact]
    public async Task The_page_on_limits_names_every_limit_with_its_default()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "graphql-limits.md"), TestContext.Current.CancellationToken);

        Assert.Equal(
            Defaults,
            Row().Matches(page).ToDictionary(row => row.Groups["name"].Value, row => row.Groups["value"].Value.Replace(",", "", StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"^\| `(?<name>[A-Za-z]+)` \| (?<value>[0-9,:]+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
