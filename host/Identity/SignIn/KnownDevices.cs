using Modular.Host.Identity.Data;

namespace Modular.Host.Identity.SignIn;

/// <summary>
/// Tells devices apart on which an account has signed in before. Such a device shows a token that only this deployment can make, so that its owner signs in
/// while strangers who try the name have to wait.
/// </summary>
internal sealed class KnownDevices(Seals seals, IdentitySettings settings, TimeProvider clock)
{
    private const string Purpose = "device";

    /// <summary>The device that a token names, where it is one of this account.</summary>
    public Guid? Find(string? token, Guid? accountId) =>
        seals.Open<Device>(Purpose, token) is { } device && device.AccountId == accountId ? device.Id : null;

    /// <summary>A token for the device on which an account has just signed in.</summary>
    public string Remember(Guid accountId, Guid? device) => seals.Seal(
        Purpose, new Device(accountId, device ?? Guid.NewGuid()), clock.GetUtcNow() + settings.SignIn.DeviceLifetime);

    private sealed record Device(Guid AccountId, Guid Id);
}
