using Modular.Isolation.Tests.World;
using Xunit;

// All tests attack one world, one after the other, so that no answer changes through another test.
[assembly: AssemblyFixture(typeof(AttackedWorld))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]
