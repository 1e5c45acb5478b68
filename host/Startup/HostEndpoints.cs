using Modular.Host.Identity;

namespace Modular.Host.Startup;

/// <summary>Everything that answers over HTTP.</summary>
internal static class HostEndpoints
{
    public static void Map(WebApplication application)
    {
        application.UsePlainAnswers();
        application.UseAuthentication();
        application.UseAuthorization();
        application.MapAuth();
        application.MapHealth();
    }
}
