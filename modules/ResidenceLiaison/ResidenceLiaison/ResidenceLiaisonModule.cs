using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Downloads;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres;
using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Postgres.Policies;
using Modular.Kernel.Postgres.WorkItems;
using Modular.Members.Contracts;
using Modular.Organizations.Contracts;
using Modular.ResidenceLiaison.Comments;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Data;
using Modular.ResidenceLiaison.Documents;
using Modular.ResidenceLiaison.Events;
using Modular.ResidenceLiaison.Followers;
using Modular.ResidenceLiaison.Indicators;
using Modular.ResidenceLiaison.Indicators.Due;
using Modular.ResidenceLiaison.Introductions;
using Modular.ResidenceLiaison.LiaisonBook;
using Modular.ResidenceLiaison.Meetings;
using Modular.ResidenceLiaison.Notices;
using Modular.ResidenceLiaison.Statistics;
using Modular.ResidenceLiaison.WorkItems;

namespace Modular.ResidenceLiaison;

/// <summary>Working members and the place where they live (Regulation 213): introductions, who follows them, meetings, statistics.</summary>
[Module("residence-liaison", Title = "Residence liaison", VietnameseTitle = "Giữ mối liên hệ với nơi cư trú")]
[DependsOn<OrganizationsContract>]
[DependsOn<MembersContract>]
public sealed class ResidenceLiaisonModule : ModularModule
{
    /// <inheritdoc />
    public override void Register(ModuleBuilder module)
    {
        module
            .Database<LiaisonDbContext>("residence_liaison")
            .Permissions(ResidenceLiaisonPermissionDefinitions.All)
            .GraphQL()
            .Policy<IntroductionPolicy>()
            .Policy<LiaisonCategoryPolicy>()
            .Policy<MeetingPolicy>()
            .Policy<NoticePolicy>()
            .Policy<CommentPolicy>()
            .Policy<RequiredCommentPolicy>()
            .Policy<IndicatorPolicy>()
            .Policy<LiaisonFormPolicy>()
            .Download<LetterDownload>(LetterDownload.Name)
            .Download<LetterListDownload>(LetterListDownload.Name)
            .Download<MeetingDownload>(MeetingDownload.Name)
            .Download<CommentDownload>(CommentDownload.Name)
            .Download<BookDownload>(BookDownload.Name)
            .Download<StatisticsDownload>(StatisticsDownload.Name)
            .WorkItems(new IntroductionToIssue(), new LetterToReceive(), new MemberToAssign(), new MemberToInform(), new ListToReview())
            .WorkItems(new MeetingToHold(), new OpinionToAnswer())
            .WorkItems(new NoticeToAcknowledge(), new ProposalToAnswer())
            .WorkItems(new CommentsToWrite(), new CommentsToCertify(), new CommentsToSend(), new CommentToTell(), new StatementToAnswer())
            .Imports(new YearFigureImport())
            .Handles<MemberAssigned, WhenMemberAssigned>()
            .Handles<MemberStatusChanged, WhenMemberStatusChanged>()
            .Handles<MemberResidenceChanged, WhenMemberResidenceChanged>()
            .Handles<MembersImported, WhenMembersImported>()
            .Handles<MemberFlagSet, WhenMemberFlagSet>()
            .Handles<MemberFlagCleared, WhenMemberFlagCleared>()
            .Handles<OrganizationMoved, WhenOrganizationMoved>()
            .Handles<OrganizationKindChanged, WhenOrganizationKindChanged>()
            .Handles<CommitteePostAssigned, WhenPostAssigned>()
            .Handles<CommitteePostEnded, WhenPostEnded>();
        module.Services
            .AddScoped<Reaches>()
            .AddScoped<Workplaces>()
            .AddScoped<WorkplacesFollow>()
            .AddScoped<LiaisonFacts>()
            .AddScoped<LiaisonList>()
            .AddScoped<ListReviewing>()
            .AddScoped<OpenedIntroductions>()
            .AddScoped<LetterIssuing>()
            .AddScoped<LetterSteps>()
            .AddScoped<LetterReturning>()
            .AddScoped<CategorySetting>()
            .AddScoped<FollowerAssigning>()
            .AddScoped<OpenedMeetings>()
            .AddScoped<MeetingPlanning>()
            .AddScoped<MeetingSteps>()
            .AddScoped<MeetingRecording>()
            .AddScoped<OpinionRecording>()
            .AddScoped<LetterPapers>()
            .AddScoped<LiaisonFigures>()
            .AddScoped<YearClosing>()
            .AddScoped<NoticeSending>()
            .AddScoped<ChangesAreTold>()
            .AddScoped<PostsAreTold>()
            .AddScoped<AbsencesAreTold>()
            .AddScoped<OpenedNotices>()
            .AddScoped<NoticeWriting>()
            .AddScoped<NoticeSteps>();
        AddComments(module.Services);
    }

    private static void AddComments(IServiceCollection services) => services
        .AddScoped<OpenedComments>()
        .AddScoped<CommentRequesting>()
        .AddScoped<CommentDrafting>()
        .AddScoped<CommentSteps>()
        .AddScoped<CommentSigning>()
        .AddScoped<CommentDelivery>()
        .AddScoped<CommentStatements>()
        .AddScoped<RatingComparison>()
        .AddScoped<IndicatorComparison>()
        .AddScoped<IndicatorLooking>()
        .AddScoped<IndicatorTurn>()
        .AddSingleton<IndicatorsDue>()
        .AddHostedService<IndicatorsDue>()
        .AddScoped<IResidenceComments, ResidenceComments>()
        .AddScoped<IRecognitionObjection, RecognitionTakesAComment>();
}
