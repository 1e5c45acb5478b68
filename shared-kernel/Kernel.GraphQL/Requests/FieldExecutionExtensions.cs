using Modular.GraphQL.Execution;

namespace Modular.Kernel.GraphQL;

/// <summary>What resolvers of the kernel ask of an execution.</summary>
internal static class FieldExecutionExtensions
{
    /// <summary>The kernel's part of the request.</summary>
    public static KernelRequest Kernel(this FieldExecution execution) => execution.Request.Features.Get<KernelRequest>()
        ?? throw new InvalidOperationException("The request was not begun by KernelRequest.ToContext.");
}
