using Modular.Kernel.Results;

namespace Modular.Kernel.Postgres.Tests.Sample;

internal sealed record CardNumberIsTaken : Problem
{
    protected override LocalizedText Text => new("Số thẻ đã có.", "The card number is taken.");
}
