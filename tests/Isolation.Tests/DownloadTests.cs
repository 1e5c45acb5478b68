using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Modular.Isolation.Tests.World;
using Modular.Kernel.Downloads;
using Modular.Kernel.Modules;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Isolation.Tests;

/// <summary>Files of modules are given to whoever may read what is in them; for everybody else there is no such file.</summary>
public sealed class DownloadTests(AttackedWorld world)
{
    [Fact]
    public void Every_download_has_a_case() => Assert.Equal(
        world.Host.Services.GetRequiredService<InstalledModules>().All
            .SelectMany(module => module.Registration.Features.Get<ModuleDownloads>()?.Names ?? []).Order(StringComparer.Ordinal),
        world.Victim.Files.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public async Task The_officer_of_the_branch_has_each_file()
    {
        foreach (var (download, key) in world.Victim.Files)
        {
            using var answer = await world.Victim.Officer.Client.Http.GetAsync($"/{TestProvinces.NamDinh.Slug}/downloads/{download}/{key}");
            Assert.True(answer.StatusCode == HttpStatusCode.OK && answer.Content.Headers.ContentLength > 0, $"{download}: {answer.StatusCode}");
        }
    }

    [Fact]
    public Task A_neighbour_fetches_no_file_of_the_branch() => NothingIsFetchedAsync(world.Neighbour);

    [Fact]
    public Task A_user_of_another_province_fetches_no_file_of_the_branch() => NothingIsFetchedAsync(world.Foreigner);

    [Fact]
    public async Task The_address_of_another_province_is_closed()
    {
        foreach (var (download, key) in world.Victim.Files)
        {
            using var answer = await world.Foreigner.Client.Http.GetAsync($"/{TestProvinces.NamDinh.Slug}/downloads/{download}/{key}");
            Assert.Equal((download, HttpStatusCode.Forbidden), (download, answer.StatusCode));
        }
    }

    private async Task NothingIsFetchedAsync(Attacker attacker) => NothingWasFetched(await world.FetchAsync(attacker));

    internal static void NothingWasFetched(IReadOnlyList<(string Download, Fetched OfVictim, Fetched OfNobody)> files)
    {
        Assert.NotEmpty(files);
        Assert.All(files, file =>
        {
            Assert.Equal(HttpStatusCode.NotFound, file.OfNobody.Status);
            Assert.Equal(file.OfNobody, file.OfVictim);
        });
    }
}
