using System.Text.Json;
using Modular.Host.Identity;
using Modular.Host.Provinces;
using Modular.Kernel.Access;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres.Policies;
using Modular.Kernel.Provinces;
using Modular.Kernel.Results;
using Modular.Kernel.Time;

namespace Modular.Host.Administration.Operations;

/// <summary>Shows the policies of the province, and records what is decided on them.</summary>
internal sealed class PolicyAdministration(
    InstalledModules installed, ProvinceDirectory provinces, ICurrentProvince province, PolicyRecords records, PolicyDecisions decisions, ICurrentAccess access, TimeProvider clock)
{
    private const int LongestInstrument = 200;

    /// <summary>All policies as they hold on a day.</summary>
    public async Task<IReadOnlyList<PolicyView>> ListAsync(DateOnly? asOf, CancellationToken cancellationToken)
    {
        var day = asOf ?? clock.Today();
        var inForce = await records.InForceAsync(cancellationToken);
        var history = await records.HistoryAsync(cancellationToken);
        return [.. Serving().Select(policy => Describe(policy, day, inForce[policy.Key], history[policy.Key]))];
    }

    /// <summary>Puts values in force for a period.</summary>
    public async Task<Result<PolicyChange>> SetAsync(SetPolicyInput input, CancellationToken cancellationToken)
    {
        if (!access.ScopeOf(HostPermissions.ManagePolicies).CoversProvince)
            return new OperationsBelongToTheProvince();
        if (Serving().FirstOrDefault(serving => serving.Key == input.Key) is not { } policy)
            return new PolicyIsUnknown(input.Key) { Field = "input.key" };
        var problems = ProblemsOf(input, policy).ToList();
        if (problems.Count > 0)
            return problems;
        await decisions.DecideAsync(input.Key, input.Values, input.From, input.To, input.Instrument.Trim(), cancellationToken);
        return new PolicyChange((await ListAsync(input.From, cancellationToken)).First(view => view.Key == input.Key));
    }

    /// <summary>The policies of the modules that the province has enabled.</summary>
    private IEnumerable<PolicyDefinition> Serving()
    {
        var serving = provinces.State.Find(province.Province.Id)!.Modules.Ids;
        return installed.All.Where(module => serving.Contains(module.Id)).SelectMany(module => module.Registration.Features.Get<ModulePolicies>()?.All ?? []);
    }

    private static IEnumerable<Problem> ProblemsOf(SetPolicyInput input, PolicyDefinition policy)
    {
        if (WhyNot(policy, input.Values) is { } reason)
            yield return new PolicyValuesDoNotFit(reason) { Field = "input.values" };
        if (input.To <= input.From)
            yield return new InvalidInput(new LocalizedText("Ngày kết thúc phải sau ngày bắt đầu.", "The period ends after it begins.")) { Field = "input.to" };
        if (string.IsNullOrWhiteSpace(input.Instrument) || input.Instrument.Length > LongestInstrument)
        {
            yield return new InvalidInput(new LocalizedText(
                $"Văn bản căn cứ phải có từ 1 đến {LongestInstrument} ký tự.", $"The instrument has 1 to {LongestInstrument} characters."))
            {
                Field = "input.instrument",
            };
        }
    }

    private static string? WhyNot(PolicyDefinition policy, string values)
    {
        try
        {
            policy.Checked(values);
            return null;
        }
        catch (JsonException exception)
        {
            return exception.Message;
        }
    }

    private static PolicyView Describe(PolicyDefinition policy, DateOnly day, IEnumerable<PolicyDecision> inForce, IEnumerable<PolicyDecision> history)
    {
        var decided = inForce.FirstOrDefault(decision => decision.From <= day && (decision.To is null || day < decision.To));
        return new PolicyView(
            policy.Key,
            policy.Source.Id,
            decided?.Instrument ?? policy.Source.Instrument,
            policy.ValuesOver(decided?.Values),
            policy.ValuesOver(null),
            [.. history.Select(PolicyDecisionView.Of)]);
    }
}
