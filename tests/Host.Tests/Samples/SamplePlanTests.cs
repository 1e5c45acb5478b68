using Modular.Host.Samples.Planning;
using Modular.Kernel.Texts;
using Xunit;

namespace Modular.Host.Tests.Samples;

public sealed class SamplePlanTests
{
    private static readonly Dictionary<string, Lazy<SamplePlan>> Plans = SamplePlan.Provinces.ToDictionary(
        slug => slug, slug => new Lazy<SamplePlan>(() => SamplePlan.Make(slug, 1)));

    public static TheoryData<string> Provinces => [.. SamplePlan.Provinces];

    [Fact]
    public void Nam_Dinh_has_the_organizations_and_members_of_the_article()
    {
        var plan = Plans["nam-dinh"].Value;
        var figures = SeedFigures.NamDinh;

        Assert.Equal(
            (figures.Number("superiorCommittees"), figures.Number("grassrootsOrganizations"), figures.Number("cellsUnderGrassrootsCommittees"), 110_312),
            (Count(plan, "DIRECT_SUPERIOR"), Grassroots(plan), Count(plan, "CELL"), Members(plan).Count));
        Assert.True(Members(plan).Count > figures.Number("membersMoreThan"));
    }

    [Fact]
    public void Nam_Dinh_city_removed_the_names_of_the_article()
    {
        var figures = SeedFigures.NamDinh.GetProperty("nameRemovalsAfterListMatching");
        var removed = Plans["nam-dinh"].Value.Cells.SelectMany(cell => cell.Former, (cell, member) => (cell.Superior.Name, member.Departure!));

        Assert.Equal(
            Enumerable.Repeat(("Đảng bộ thành phố Nam Định", "NAME_REMOVED", true), figures.Number("removed")),
            removed.Select(found => (found.Name, found.Item2.Status, found.Item2.On.Year is 2022 or 2023)));
    }

    [Fact]
    public void Ninh_Thuan_has_the_organizations_of_the_article()
    {
        var plan = Plans["ninh-thuan"].Value;
        var figures = SeedFigures.NinhThuan;

        Assert.Equal(
            (figures.Number("grassrootsOrganizations"), figures.Number("grassrootsCommittees"), figures.Number("grassrootsCells")),
            (Grassroots(plan), Count(plan, "GRASSROOTS_COMMITTEE"), Count(plan, "GRASSROOTS_CELL")));
        Assert.Equal(
            figures.Number("grassrootsOrganizations") - figures.Number("changeSinceStartOfTerm"),
            plan.Organizations.Count(organization => organization.Kind is "GRASSROOTS_COMMITTEE" or "GRASSROOTS_CELL" && organization.FoundedOn < new DateOnly(2020, 10, 15)));
    }

    [Fact]
    public void Ninh_Thuan_admitted_and_removed_whom_the_article_counts()
    {
        var people = Plans["ninh-thuan"].Value.People.ToList();
        var removals = SeedFigures.NinhThuan.GetProperty("removals");

        foreach (var year in SeedFigures.NinhThuan.GetProperty("admissions").GetProperty("years").EnumerateArray())
        {
            Assert.Equal(year.Number("admitted"), people.Count(member => member.JoinedOn.Year == year.Number("year")));
            Assert.Equal(year.Number("admitted"), people.Count(member => member.AdmissionDecidedOn.Year == year.Number("year")));
        }

        var left = people.Select(member => member.Departure).OfType<SampleDeparture>().ToList();
        Assert.Equal(
            (removals.Number("total"), removals.Number("expelled"), removals.Number("nameRemoved"), removals.Number("leftOnRequest")),
            (left.Count, left.Count(departure => departure.Status == "EXPELLED"), left.Count(departure => departure.Status == "NAME_REMOVED"), left.Count(departure => departure.Status == "LEFT_ON_REQUEST")));
        Assert.All(left, departure => Assert.InRange(departure.On, new DateOnly(2021, 1, 1), new DateOnly(2024, 3, 13)));
    }

    [Fact]
    public void The_bloc_of_Tien_Giang_has_the_organizations_and_members_of_the_article()
    {
        var plan = Plans["tien-giang"].Value;
        var bloc = plan.Organizations.Single(organization => organization.Subkind == "BLOC");
        var below = plan.Organizations.Where(organization => organization.ParentCode == bloc.Code).ToList();
        var figures = SeedFigures.Bloc;

        Assert.Equal(
            (figures.Number("grassrootsOrganizations"), figures.Number("grassrootsCells"), figures.Number("grassrootsCommittees"), figures.Number("members")),
            (below.Count, below.Count(organization => organization.Kind == "GRASSROOTS_CELL"), below.Count(organization => organization.Kind == "GRASSROOTS_COMMITTEE"),
                plan.Cells.Where(cell => cell.Superior.Code == bloc.Code).Sum(cell => cell.Members.Count)));
    }

    [Fact]
    public void As_many_working_members_live_in_the_two_hamlets_as_were_expected_at_their_meetings()
    {
        var working = Plans["tien-giang"].Value.Cells.Where(cell => cell.Hamlet is null).SelectMany(cell => cell.Members).ToList();

        Assert.Equal(
            SeedFigures.ResidenceMeetings.EnumerateArray().Select(meeting => meeting.Number("expected")),
            [working.Count(member => member.ResidenceHamlet == "Ấp Mỹ Hưng"), working.Count(member => member.ResidenceHamlet == "Khu 2")]);
    }

    [Theory]
    [MemberData(nameof(Provinces))]
    public void Every_cell_has_three_official_members_and_every_committee_thirty_members(string province)
    {
        var plan = Plans[province].Value;

        Assert.All(plan.Cells, cell => Assert.True(cell.Members.Count(member => member.IsOfficial) >= 3, cell.Organization.Name));
        Assert.All(
            plan.Cells.Where(cell => cell.Organization.Kind == "CELL").GroupBy(cell => cell.Organization.ParentCode),
            committee => Assert.True(committee.Sum(cell => cell.Members.Count) >= 30, committee.Key));
        Assert.All(
            plan.Cells.Where(cell => cell.Organization.Kind == "GRASSROOTS_CELL"), cell => Assert.True(cell.Members.Count < 30, cell.Organization.Name));
    }

    [Theory]
    [MemberData(nameof(Provinces))]
    public void About_ninety_six_in_a_hundred_are_official(string province)
    {
        var members = Members(Plans[province].Value);

        Assert.InRange((double)members.Count(member => member.IsOfficial) / members.Count, 0.955, 0.975);
    }

    [Theory]
    [MemberData(nameof(Provinces))]
    public void Dates_keep_the_rules_of_the_register(string province) => Assert.All(Plans[province].Value.People, member =>
    {
        Assert.True(member.BornOn.AddYears(18) <= member.AdmissionDecidedOn, member.FullName);
        Assert.True(member.AdmissionDecidedOn < member.JoinedOn && member.JoinedOn <= SamplePlan.Day);
        Assert.Equal(member.JoinedOn.AddMonths(12) <= SamplePlan.Day ? member.JoinedOn.AddMonths(12) : null, member.OfficialOn);
        Assert.True(member.RecognitionDecidedOn is null || (member.RecognitionDecidedOn >= member.OfficialOn && member.RecognitionDecidedOn <= SamplePlan.Day));
        Assert.True(member.CardNumber is null || member.CardIssuedOn > member.OfficialOn);
        Assert.True(member.Departure is null || member.Departure.On > member.RecognitionDecidedOn);
    });

    [Theory]
    [MemberData(nameof(Provinces))]
    public void Numbers_are_well_formed_and_given_once(string province)
    {
        var people = Plans[province].Value.People.ToList();

        Assert.DoesNotContain(people.GroupBy(member => member.Id), same => same.Count() > 1);
        Assert.DoesNotContain(people.GroupBy(member => member.CvNumber), same => same.Count() > 1);
        Assert.DoesNotContain(people.Where(member => member.CardNumber is not null).GroupBy(member => member.CardNumber), same => same.Count() > 1);
        Assert.DoesNotContain(people.Where(member => member.CitizenId is not null).GroupBy(member => member.CitizenId), same => same.Count() > 1);
        Assert.All(people, member =>
        {
            Assert.Matches("^[0-9]{6}(ND|NT|TG)$", member.CvNumber);
            Assert.Matches("^([0-9]{8})?$", member.CardNumber ?? "");
            Assert.Matches($"^([0-9]{{3}}[0-3]{member.BornOn.Year % 100:00}[0-9]{{6}})?$", member.CitizenId ?? "");
        });
    }

    [Theory]
    [MemberData(nameof(Provinces))]
    public void Nobody_bears_the_name_of_a_person_in_the_articles(string province)
    {
        string[] named = ["nguyen van thanh", "nguyen quoc thanh", "thai ngoc bao tram", "ngo huynh quang thai", "trinh van ngoan", "nguyen nam ha", "luong xuan vinh", "vu xuan truong", "bui thanh thuy", "luu quang huy"];

        Assert.DoesNotContain(Plans[province].Value.People, member => named.Contains(VietnameseText.SearchKey(member.FullName)));
    }

    [Theory]
    [MemberData(nameof(Provinces))]
    public void Every_cell_has_one_secretary_who_is_one_of_its_official_members(string province)
    {
        var plan = Plans[province].Value;
        var secretaries = plan.Posts.Where(post => post.Post == "SECRETARY").ToDictionary(post => post.Organization.Code, post => post.Member);

        Assert.All(plan.Cells, cell => Assert.Contains(cell.Members, member => member.IsOfficial && member == secretaries[cell.Organization.Code]));
        Assert.DoesNotContain(plan.Posts.GroupBy(post => (post.Organization.Code, post.Member.Id)), same => same.Count() > 1);
    }

    [Theory]
    [MemberData(nameof(Provinces))]
    public void Organizations_of_one_parent_have_different_names_and_are_not_older_than_it(string province)
    {
        var plan = Plans[province].Value;
        var byCode = plan.Organizations.ToDictionary(organization => organization.Code);

        Assert.DoesNotContain(plan.Organizations.GroupBy(organization => (organization.ParentCode, VietnameseText.SortKey(organization.Name))), same => same.Count() > 1);
        Assert.All(
            plan.Organizations.Where(organization => organization.ParentCode is not null),
            organization => Assert.True(organization.FoundedOn >= byCode[organization.ParentCode!].FoundedOn, organization.Name));
    }

    [Fact]
    public void The_same_plan_comes_out_every_time()
    {
        var one = SamplePlan.Make("ninh-thuan", 0.1);
        var other = SamplePlan.Make("ninh-thuan", 0.1);

        Assert.Equal(one.Organizations, other.Organizations);
        Assert.Equal(one.People, other.People);
        Assert.Equal(one.Posts, other.Posts);
        Assert.Equal("Đảng bộ tỉnh Ninh Thuận", one.Organizations[0].Name);
        Assert.Equal(new Guid("018e339b-4e80-7001-8000-003a00000000"), one.Organizations[0].Id);
    }

    [Theory]
    [InlineData(0.1, 11_031)]
    [InlineData(0.01, 1_103)]
    public void A_smaller_scale_makes_smaller_provinces_of_the_same_shape(double scale, int members)
    {
        var plan = SamplePlan.Make("nam-dinh", scale);

        Assert.Equal(15, Count(plan, "DIRECT_SUPERIOR"));
        Assert.True(Members(plan).Count >= members && Members(plan).Count < members * 4, $"{Members(plan).Count}");
        Assert.All(plan.Cells, cell => Assert.True(cell.Members.Count(member => member.IsOfficial) >= 3, cell.Organization.Name));
    }

    private static int Count(SamplePlan plan, string kind) => plan.Organizations.Count(organization => organization.Kind == kind);

    private static int Grassroots(SamplePlan plan) => Count(plan, "GRASSROOTS_COMMITTEE") + Count(plan, "GRASSROOTS_CELL");

    private static List<SampleMember> Members(SamplePlan plan) => [.. plan.Cells.SelectMany(cell => cell.Members)];
}
