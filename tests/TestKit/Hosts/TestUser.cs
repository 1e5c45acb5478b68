using Modular.Kernel.Provinces;

namespace Modular.TestKit.Hosts;

/// <summary>An account of a test.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">The name under which it signs in.</param>
/// <param name="Province">The province in which it has rights.</param>
public sealed record TestUser(Guid Id, string Name, Province Province);
