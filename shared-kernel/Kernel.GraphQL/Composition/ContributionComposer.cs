using Modular.GraphQL.TypeSystem;

namespace Modular.Kernel.GraphQL;

/// <summary>Adds what modules contribute to types: root fields, mutations, and fields of types of other modules.</summary>
internal sealed class ContributionComposer(Composition composition)
{
    private readonly FieldComposer fields = new(composition);
    private readonly MethodComposer methods = new(composition);
    private readonly MutationComposer mutations = new(composition);
    private readonly SubscriptionComposer subscriptions = new(composition);
    private bool hasMutations;
    private bool hasSubscriptions;

    /// <summary>Adds the contributions of a module.</summary>
    public void Add(DeclaredModule module)
    {
        foreach (var extension in InOrder(module.Extensions, extension => extension.TypeName))
        {
            var added = new List<FieldDefinition>();
            if (IsThere(extension.TypeName, module.Id))
            {
                foreach (var field in extension.Fields)
                    fields.AddTo(added, field, extension.TypeName, null, module.Id);
            }

            Extend(extension.TypeName, added, module.Id);
        }

        foreach (var methodClass in InOrder(module.MethodClasses, MethodClasses.TypeNameOf))
            AddMethods(methodClass, module.Id);
    }

    /// <summary>What extends a record comes after the field that brings the record into the schema, whichever of the two is named first.</summary>
    private IEnumerable<T> InOrder<T>(IReadOnlyList<T> contributions, Func<T, string> typeNameOf)
        where T : class
    {
        List<T> waiting = [.. contributions];
        while (waiting.FirstOrDefault(contribution => IsKnown(typeNameOf(contribution))) is { } next)
        {
            waiting.Remove(next);
            yield return next;
        }

        foreach (var unmatched in waiting)
            yield return unmatched;
    }

    /// <summary>Adds the roots of mutations and subscriptions, if there are any.</summary>
    public void Finish()
    {
        if (hasSubscriptions)
            composition.Builder.Add(new ObjectTypeDefinition(KernelTypes.Subscription) { Description = "What can be followed as it happens." }, KernelTypes.Owner);
        if (hasMutations)
            composition.Builder.Add(new ObjectTypeDefinition(KernelTypes.Mutation) { Description = "What can be changed." }, KernelTypes.Owner);
    }

    private void AddMethods(Type methodClass, string owner)
    {
        var typeName = MethodClasses.TypeNameOf(methodClass);
        if (!IsThere(typeName, owner))
            return;
        var added = new List<FieldDefinition>();
        foreach (var method in MethodClasses.MethodsOf(methodClass))
        {
            composition.Errors.Guard($"{typeName}.{MethodClasses.NameOf(method)}", owner, () => added.Add(
                typeName == KernelTypes.Mutation ? mutations.Make(method, owner)
                : typeName == KernelTypes.Subscription ? subscriptions.Make(method, owner)
                : methods.Make(method, typeName, owner)));
        }

        hasMutations |= typeName == KernelTypes.Mutation && added.Count > 0;
        hasSubscriptions |= typeName == KernelTypes.Subscription && added.Count > 0;
        Extend(typeName, added, owner);
    }

    /// <summary>Whether the type is in the schema: a root, an entity, or a record of a module.</summary>
    private bool IsThere(string typeName, string owner)
    {
        if (IsKnown(typeName))
            return true;
        composition.Absent.Extend(typeName, owner);
        return false;
    }

    private bool IsKnown(string typeName) => typeName is KernelTypes.Query or KernelTypes.Mutation or KernelTypes.Subscription
        || composition.Entities.Find(typeName) is not null
        || composition.Types.Definitions.Any(known => known.Definition.Name == typeName);

    private void Extend(string typeName, List<FieldDefinition> added, string owner)
    {
        if (added.Count > 0)
            composition.Builder.Extend(new ObjectTypeExtension(typeName, added), owner);
    }
}
